"""Whatever is done in whatever order: nothing uncleared, closed quietly, or lost.

Each walk is an enquiry of its own. The acts are those of the tables of moves; an act that the rules
refuse changes nothing, and after each one the enquiry must be sound.
"""

import itertools
import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.clearance import LIVE, ClearanceState, hashed, live_of
from pressdesk.domain.closing import Ending
from pressdesk.domain.enquiries import Answer, Channel, EnquiryForm, Status, Terms, form_of
from pressdesk.domain.promises import PromiseState
from pressdesk.domain.questions import QuestionState
from pressdesk.errors import PressDeskError
from pressdesk.services.clearance import Said
from tests.conftest import MONDAY_14_06

WORDS = ("Twelve were good.", "Thirteen were good.")
PLAIN, STATEMENT, BRIEFING = "", "Statement", "Background briefing"
OUTCOMES = ("", "Statement given", "Statement given", "Declined", "Holding answer only")
GIVEN = Answer(WORDS[0], Terms.ON_THE_RECORD, "Priya Nair", MONDAY_14_06, Channel.PHONE)
ACKNOWLEDGED, HOLDING, SUBSTANTIVE = AnswerKind
OPEN = QuestionState.OPEN
BECAUSE = "Arranged by phone"
NUMBERS = itertools.count()


WHY = (True, True, False)
KINDS = (ACKNOWLEDGED, HOLDING, HOLDING, SUBSTANTIVE)
CLOSE = ("close", OUTCOMES, WHY)
QUESTION = ("question", (0, 1), tuple(QuestionState))
MOVE = ("move", tuple(Status))
REOPEN, ASK_MORE, NOTE, PROMISE = ("reopen",), ("ask_more",), ("note",), ("promise",)
SETTLE = ("settle", (0, 1), tuple(PromiseState))
TAKE_BACK = ("settle", (0, 1), (PromiseState.OPEN,))
HELD = ("answer", WORDS, (HOLDING,), (PLAIN,), WHY)
SAID = ("answer", WORDS, KINDS, (PLAIN,), WHY)
SAID_AND_CLOSED = ("answer_and_close", WORDS, KINDS, OUTCOMES, WHY)
STATED = ("answer", WORDS, (HOLDING, SUBSTANTIVE), (STATEMENT,), (True, False))
ASK = ("ask", WORDS, (STATEMENT, BRIEFING))
STEP = ("step", range(6), (True, True, True, True, False))
WITHDRAW = ("withdraw", range(4))


def closing(shown):
    """Return the acts that go towards an ending, the likely ones more than once."""
    if shown.summary.status is Status.CLOSED:
        return (REOPEN, ASK_MORE, QUESTION, SAID, *([TAKE_BACK] * bool(shown.promises) * 2))
    some = (HELD, SAID, SAID_AND_CLOSED, NOTE, MOVE, ASK_MORE, PROMISE, PROMISE)
    answered = [ASK_MORE] * 4 * (shown.summary.status is Status.ANSWERED)
    promised = [SETTLE] * 3 * bool(shown.promises)
    return (*some, CLOSE, CLOSE, QUESTION, QUESTION, *answered, *promised)


def clearing(shown):
    """Return the acts that go towards words being cleared and given."""
    live = live_of(shown.clearances)
    if shown.summary.status is Status.CLOSED:
        return (REOPEN, ASK, STATED)
    if live is None:
        return (ASK, ASK, STATED, CLOSE, QUESTION, MOVE)
    if live.state is ClearanceState.ASKED:
        return (*([STEP] * 8), STATED, ASK, WITHDRAW, MOVE)
    return (STATED, STATED, STATED, STATED, ASK, WITHDRAW, CLOSE)


class Walk:
    """One enquiry with two questions, and every word that was accepted on the way."""

    def __init__(self, services):
        self._services = services
        form = EnquiryForm(MONDAY_14_06, journalist="Ruth Amery", questions=("Why?", "When?"))
        self._id = services.enquiries.log(form).id
        self._says_answered = {one.name for one in services.office.facts().outcomes if one.answered}
        self._given, self._noted, self._words = [], [], []
        self._told = services.enquiries.timeline(self._id)

    def shown(self):
        return self._services.enquiries.show(self._id)

    def do(self, name, *more):
        """Do an act and return whether the rules let it; if not, none of it may have happened."""
        kept = list(self._given), list(self._noted), list(self._words)
        try:
            getattr(self, name)(*more)
        except PressDeskError:
            self._given, self._noted, self._words = kept
            assert self._services.enquiries.timeline(self._id) == self._told
            return False
        return True

    def word(self, *, wanted=True):
        """Return a word that nobody said before, which is to be kept; none when not wanted."""
        if not wanted:
            return ""
        self._words.append(f"word{next(NUMBERS)}.")
        return self._words[-1]

    def noted(self, *, wanted=True):
        """Return such a word that is to stand among the notes."""
        if word := self.word(wanted=wanted):
            self._noted.append(word)
        return word

    def answer(self, words, kind, basis, why):
        self._services.answering.answer(self._id, self._answer(words, kind, basis, why))

    def _answer(self, words, kind, basis, why):
        self._given.append(words)
        because = BECAUSE if why else ""
        return replace(GIVEN, words=words, kind=kind, difference=because, basis=basis)

    def answer_and_close(self, words, kind, outcome, why):
        given = self._answer(words, kind, PLAIN, why)
        ending = Ending(outcome, self.word(), left_open=BECAUSE if why else "")
        self._services.answering.answer_and_close(self._id, given, ending)

    def ask(self, words, template):
        self._services.clearances.ask(self._id, words, template)

    def step(self, number, clears):
        """Settle a step of the latest request, most often one that is waited for."""
        requests = self.shown().clearances
        steps = requests[0].waits_for or requests[0].steps if requests else ()
        if steps:
            step, acts = steps[number % len(steps)], self._services.clearances
            said = Said("M. Reyes", words=self.word())
            (acts.clear if clears else acts.send_back)(step.id, said)

    def withdraw(self, number):
        requests = self.shown().clearances
        if number < len(requests):
            self._services.clearances.withdraw(requests[number].id)

    def question(self, number, state):
        asked = self.shown().asked
        question = asked[-1 - number % len(asked)]
        self._services.answering.settle(self._id, question.id, state, self.word())

    def close(self, outcome, why):
        note = self.word()
        self._services.answering.close(self._id, outcome, note, left_open=BECAUSE if why else "")

    def reopen(self):
        self._services.answering.reopen(self._id, self.noted())

    def move(self, status):
        self._services.answering.move(self._id, status)

    def note(self):
        self._services.answering.note(self._id, self.noted())

    def promise(self):
        if not self.shown().promises:
            self._services.promises.make(self._id, f"{self.word()} by 5pm")

    def settle(self, number, state):
        if promises := self.shown().promises:
            promise = promises[number % len(promises)]
            self._services.promises.settle(promise.id, state)

    def ask_more(self):
        """Add a question to the facts."""
        shown = self.shown()
        form = form_of(shown)
        more = replace(form, questions=(*form.questions, self.word()))
        self._services.enquiries.correct(self._id, shown.version, more)

    def check(self):
        """Nothing is uncleared, closed quietly, or lost; return the enquiry as it is."""
        shown = self.shown()
        self._check_cleared(shown)
        self._check_closed(shown)
        self._check_words(shown)
        return shown

    def _check_cleared(self, shown):
        given = [one for one in shown.clearances if one.state is ClearanceState.GIVEN]
        stated = [one for one in shown.answers if one.basis]
        assert len(stated) == len(given)
        for request in given:
            assert all(step.by for step in request.steps)
        for answer in stated:
            same = any(one.sha256 == hashed(answer.words) for one in given)
            assert answer.cleared_by
            assert same or (answer.difference and answer.cleared_words)
        assert sum(one.state in LIVE for one in shown.clearances) <= 1

    def _check_closed(self, shown):
        summary = shown.summary
        closed, answered = bool(summary.outcome), summary.outcome in self._says_answered
        assert (summary.status is Status.CLOSED) == closed
        if closed:
            assert all(one.state is not PromiseState.OPEN for one in shown.promises)
        if answered:
            assert summary.given is not AnswerKind.HOLDING
            left = [one for one in shown.asked if one.state is OPEN]
            assert not left or any(BECAUSE in note.words for note in shown.notes)
        if summary.status is Status.ANSWERED:
            assert all(one.state is not OPEN for one in shown.asked)

    def _check_words(self, shown):
        assert [answer.words for answer in shown.answers] == self._given
        notes = " ".join(note.words for note in shown.notes)
        assert all(word in notes for word in self._noted)
        self._told = self._services.enquiries.timeline(self._id)
        told = json.dumps([entry.changes for entry in self._told])
        assert all(word in told for word in self._words)


@pytest.mark.parametrize("ways", [closing, clearing])
def test_nothing_is_given_uncleared_closed_quietly_or_lost(services, ways):
    @given(st.randoms(use_true_random=True))  # hypothesis’ own chances lean to the first choices
    @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
    def walks(chance):
        walk = Walk(services)
        shown = walk.check()
        for _ in range(14):
            name, *choices = chance.choice(ways(shown))
            if walk.do(name, *map(chance.choice, choices)):
                shown = walk.check()

    walks()
