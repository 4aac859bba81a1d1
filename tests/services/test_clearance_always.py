"""Whatever is done in whatever order, no statement is given uncleared and no word is lost."""

import itertools
import os
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pressdesk.bootstrap import open_services
from pressdesk.clock import FixedClock
from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.clearance import LIVE, ClearanceState, hashed
from pressdesk.domain.enquiries import Answer, Channel, EnquiryForm, Status, Terms
from pressdesk.domain.questions import QuestionState
from pressdesk.errors import PressDeskError
from pressdesk.services.clearance import Said
from tests.conftest import INSPECTORATE, MONDAY_14_06

WORDS = ("Twelve were good.", "Thirteen were good.")
REASONS = ("", "Corrected by phone")
BASES = ("Statement", "Background briefing")
OUTCOMES = ("", "Statement given", "Declined", "Holding answer only")
GIVEN = Answer(WORDS[0], Terms.ON_THE_RECORD, "Priya Nair", MONDAY_14_06, Channel.PHONE)
NUMBERS = itertools.count()


def one_of(*choices):
    return st.sampled_from(choices)


ANSWER = st.tuples(st.just("answer"), one_of(*WORDS), one_of(*AnswerKind), one_of(*REASONS))
ASK = st.tuples(st.just("ask"), one_of(*WORDS), one_of(*BASES))
STEP = st.tuples(st.just("step"), st.integers(0, 5), one_of(True, True, True, False))
REST = st.one_of(
    st.tuples(st.just("withdraw"), st.integers(0, 3)),
    st.tuples(st.just("question"), st.integers(0, 1), one_of(*QuestionState)),
    st.tuples(st.just("close"), one_of(*OUTCOMES), one_of(*REASONS)),
    st.tuples(st.just("reopen")),
    st.tuples(st.just("move"), one_of(*Status)),
)
ACTS = st.one_of(ANSWER, ASK, STEP, STEP, REST)


class Walk:
    """One enquiry with two questions, and what was given or sent back on the way."""

    def __init__(self, services):
        self._services = services
        form = EnquiryForm(MONDAY_14_06, journalist="Ruth Amery", questions=("Why?", "When?"))
        self._id = services.enquiries.log(form).id
        self._given, self._sent_back = [], set()

    def shown(self):
        return self._services.enquiries.show(self._id)

    def do(self, name, *more):
        """Do an act that the rules may refuse."""
        try:
            getattr(self, name)(*more)
        except PressDeskError:
            return

    def answer(self, words, kind, reason):
        given = replace(GIVEN, words=words, kind=kind, difference=reason, basis=BASES[0])
        self._services.answering.answer(self._id, given)
        self._given.append(words)

    def ask(self, words, template):
        self._services.clearances.ask(self._id, words, template)

    def step(self, number, clears):
        """Settle a step of the latest request, most often one that is waited for."""
        requests = self.shown().clearances
        steps = requests[0].waits_for or requests[0].steps if requests else ()
        if steps:
            step, acts = steps[number % len(steps)], self._services.clearances
            (acts.clear if clears else acts.send_back)(step.id, Said("M. Reyes", words="Not so"))
            self._sent_back |= set() if clears else {step.id}

    def withdraw(self, number):
        requests = self.shown().clearances
        if number < len(requests):
            self._services.clearances.withdraw(requests[number].id)

    def question(self, number, state):
        question = self.shown().asked[number]
        self._services.answering.settle(self._id, question.id, state, "The force")

    def close(self, outcome, reason):
        self._services.answering.close(self._id, outcome, left_open=reason)

    def reopen(self):
        self._services.answering.reopen(self._id, "New question")

    def move(self, status):
        self._services.answering.move(self._id, status)

    def check(self):
        """Nothing is uncleared, unexplained or lost."""
        shown = self.shown()
        given = [one for one in shown.clearances if one.state is ClearanceState.GIVEN]
        assert len(shown.answers) == len(given)
        for request in given:
            assert all(step.by for step in request.steps)
        for answer in shown.answers:
            same = any(one.sha256 == hashed(answer.words) for one in given)
            assert answer.cleared_by
            assert same or (answer.difference and answer.cleared_words)
        assert sum(one.state in LIVE for one in shown.clearances) <= 1
        assert (shown.summary.status is Status.CLOSED) == bool(shown.summary.outcome)
        if shown.summary.outcome == "Statement given":
            settled = all(one.state is not QuestionState.OPEN for one in shown.asked)
            assert settled or any("open questions" in note.words for note in shown.notes)
            assert shown.summary.given is not AnswerKind.HOLDING
        assert [answer.words for answer in shown.answers] == self._given
        steps = [step for one in shown.clearances for step in one.steps]
        assert self._sent_back <= {step.id for step in steps if step.words == "Not so"}


@given(st.lists(ACTS, min_size=30, max_size=30))
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_statement_is_given_uncleared_and_no_word_is_lost(acts):
    name = f":memory:walk-{os.getpid()}-{next(NUMBERS)}"
    services = open_services(name, FixedClock(MONDAY_14_06), "Priya Nair")
    services.office.start(INSPECTORATE)
    walk = Walk(services)
    for act in acts:
        walk.do(*act)
        walk.check()
    services.close()
