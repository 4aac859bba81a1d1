"""What is done with an enquiry: taken, moved on, answered, closed."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import replace

from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.clearance import (
    Clearance,
    ClearanceState,
    Template,
    check_may_give,
    hashed,
    live_of,
)
from pressdesk.domain.closing import Ending, Left, check_ending
from pressdesk.domain.embargo import Use
from pressdesk.domain.enquiries import Answer, Status, check_move, check_terms
from pressdesk.domain.foi import foi_due
from pressdesk.domain.lines_to_take import UsedLine, check_use
from pressdesk.domain.local_time import local_day, zone_named
from pressdesk.domain.placeholders import check_filled
from pressdesk.domain.promises import open_promises
from pressdesk.domain.questions import QuestionState, check_settled, still_open
from pressdesk.errors import NotFound, Refused
from pressdesk.intake.bank_holidays import holiday_anywhere
from pressdesk.intake.text import one_line
from pressdesk.services.context import Context
from pressdesk.services.embargo_guard import pass_guard
from pressdesk.services.questions import follow_questions
from pressdesk.services.targets import follow
from pressdesk.services.words import words_of
from pressdesk.storage import clearance, drafts, enquiries, enquiry_view, lines_to_take
from pressdesk.storage import office as offices
from pressdesk.storage.database import Session


class Answering:
    """Acts on one enquiry."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def assign(self, enquiry_id: int, person: str) -> None:
        """Give an enquiry to a member of staff; an empty name gives it to nobody."""
        with self._writing() as session:
            owner = offices.staff_id(session, person) if person else None
            if person and owner is None:
                raise Refused(f"{person} is not in the list of staff. Add them in Settings.")
            row = enquiries.row(session, enquiry_id)
            row.owner_id = owner
            if owner is not None and row.status == Status.NEW:
                row.status = Status.IN_PROGRESS

    def take(self, enquiry_id: int) -> None:
        """Take an enquiry oneself."""
        self.assign(enquiry_id, self._context.actor)

    def move(self, enquiry_id: int, status: Status) -> None:
        """Move an enquiry to another state; raises Refused for a move that is none."""
        with self._writing() as session:
            row = enquiries.row(session, enquiry_id)
            check_move(Status(row.status), status)
            row.status = status

    def note(self, enquiry_id: int, words: str, *, draft: str = "") -> None:
        """Keep an internal note."""
        words = words_of(words, "Type the note first.")
        with self._writing() as session:
            enquiries.row(session, enquiry_id)
            now = self._context.clock.now()
            enquiries.add_note(session, enquiry_id, words, self._context.actor, now)
            drafts.discard(session, draft)

    def answer(
        self, enquiry_id: int, answer: Answer, *, draft: str = "", despite: str | None = None
    ) -> None:
        """Record the words that were given.

        The enquiry is answered, not yet closed, when they settled its last question; it stays
        open after an acknowledgement or a holding answer. Raises Embargoed when a linked release,
        or that of a line, is under embargo and nobody said to go on (``despite``, see
        embargo_guard).
        """
        answer = self._checked(answer)
        with self._writing() as session:
            self._answer(session, enquiry_id, answer, despite)
            drafts.discard(session, draft)

    def check(self, enquiry_id: int, answer: Answer, *, despite: str | None = None) -> bool:
        """Refuse words that may not be given, before they are read out. Writes nothing.

        Raises Embargoed as :meth:`answer` does; returns whether that was said to be passed by.
        """
        answer = self._checked(answer)
        with self._context.database.reading() as session:
            _allowed(session, enquiry_id, answer)
            for used in answer.lines:
                _check_line(session, used.id, answer)
            if despite is None:
                sources = _releases_of(session, enquiry_id, answer.lines)
                pass_guard(session, self._context, sources, Use.ANSWER, None, enquiry_id)
        return despite is not None

    def take_out(
        self, enquiry_id: int, lines: Iterable[UsedLine] = (), *, despite: str | None = None
    ) -> None:
        """Pass the guard before words are copied that rest on what is linked and on ``lines``."""
        with self._writing() as session:
            sources = _releases_of(session, enquiry_id, lines)
            pass_guard(session, self._context, sources, Use.COPY, despite, enquiry_id)

    def settle(
        self, enquiry_id: int, question_id: int, state: QuestionState, note: str = ""
    ) -> None:
        """Say what became of one question: pointed elsewhere, declined, answered, open again."""
        note = one_line(note, 1000)
        check_settled(state, note)
        with self._writing() as session:
            row = enquiries.row(session, enquiry_id)
            if row.status == Status.CLOSED:
                raise Refused("This enquiry is closed. Reopen it with a reason first.")
            self._settle(session, enquiry_id, {question_id}, (state, note))
            follow_questions(session, enquiry_id)

    def close(
        self,
        enquiry_id: int,
        outcome: str,
        note: str = "",
        *,
        foi_reference: str = "",
        left_open: str = "",
    ) -> None:
        """Close an enquiry with one of the office's outcomes; never quietly (domain.closing)."""
        ending = _checked(Ending(outcome, note, foi_reference, left_open))
        with self._writing() as session:
            self._close(session, enquiry_id, ending)

    def answer_and_close(
        self,
        enquiry_id: int,
        answer: Answer,
        ending: Ending,
        *,
        draft: str = "",
        despite: str | None = None,
    ) -> None:
        """Record the last words and close the enquiry: both happen, or neither."""
        ending = _checked(ending)
        answer = self._checked(answer)
        with self._writing() as session:
            self._answer(session, enquiry_id, answer, despite)
            session.flush()
            self._close(session, enquiry_id, ending)
            drafts.discard(session, draft)

    def reopen(self, enquiry_id: int, reason: str) -> None:
        """Open a closed enquiry again; the reason is kept as a note."""
        reason = words_of(reason, "Say why it is opened again.")
        with self._writing() as session:
            row = enquiries.row(session, enquiry_id)
            if row.status != Status.CLOSED:
                raise Refused("This enquiry is open already.")
            row.status = Status.IN_PROGRESS
            row.outcome_id, row.closed_at, row.outcome_note = None, None, ""
            row.foi_reference, row.foi_due = None, None
            now, actor = self._context.clock.now(), self._context.actor
            enquiries.add_note(session, enquiry_id, f"Reopened: {reason}", actor, now)
            follow(session, "the enquiry was reopened", enquiry_id)

    def link(self, enquiry_id: int, release_id: int, *, despite: str | None = None) -> None:
        """Show a release beside the enquiry; one under embargo only with ``despite``."""
        with self._writing() as session:
            enquiries.row(session, enquiry_id)
            pass_guard(session, self._context, (release_id,), Use.LINK, despite, enquiry_id)
            enquiries.link_release(session, enquiry_id, release_id)

    def unlink(self, enquiry_id: int, release_id: int) -> None:
        """Take a release away from the enquiry."""
        with self._writing() as session:
            enquiries.unlink_release(session, enquiry_id, release_id)

    def _checked(self, answer: Answer) -> Answer:
        """Return the answer with clean text; refuse one that cannot have been given."""
        words = words_of(answer.words, "Type the words that were given.")
        check_filled(words)
        if answer.given_at > self._context.clock.now():
            raise Refused(
                "The answer's time lies in the future. Set when it was given.", field="given_at"
            )
        return replace(
            answer,
            words=words,
            given_by=one_line(answer.given_by) or self._context.actor,
            cleared_by=one_line(answer.cleared_by),
            difference=one_line(answer.difference, 1000),
            sources=tuple(dict.fromkeys(one_line(name) for name in answer.sources if name.strip())),
        )

    def _answer(
        self, session: Session, enquiry_id: int, answer: Answer, despite: str | None
    ) -> None:
        row = enquiries.row(session, enquiry_id)
        live = _allowed(session, enquiry_id, answer)
        sources = _releases_of(session, enquiry_id, answer.lines)
        pass_guard(session, self._context, sources, Use.ANSWER, despite, enquiry_id)
        _give(session, enquiry_id, answer, live)
        if answer.kind is not AnswerKind.SUBSTANTIVE:
            if row.status == Status.NEW:
                row.status = Status.IN_PROGRESS
            return
        are_open = {question.id for question in still_open(enquiry_view.asked(session, enquiry_id))}
        answered = are_open if answer.questions is None else are_open & set(answer.questions)
        self._settle(session, enquiry_id, answered, (QuestionState.ANSWERED, ""))
        follow_questions(session, enquiry_id)

    def _settle(
        self,
        session: Session,
        enquiry_id: int,
        questions: set[int],
        became: tuple[QuestionState, str],
    ) -> None:
        state, note = became
        rows = {row.id: row for row in enquiries.question_rows(session, enquiry_id)}
        if not questions <= rows.keys():
            raise NotFound("This question is no longer asked. Look at the enquiry again.")
        is_open = state is QuestionState.OPEN
        for question_id in questions:
            row = rows[question_id]
            row.state, row.note = state, note
            row.settled_by = None if is_open else self._context.actor
            row.settled_at = None if is_open else self._context.clock.now()
        session.flush()

    def _close(self, session: Session, enquiry_id: int, ending: Ending) -> None:
        row = enquiries.row(session, enquiry_id)
        if row.status == Status.CLOSED:
            raise Refused("This enquiry is closed already.")
        outcome = offices.outcome_named(session, ending.outcome)
        before, known = enquiry_view.whole(session, enquiry_id), offices.outcomes(session)
        left = Left(before.summary.given, still_open(before.asked), open_promises(before.promises))
        choices = tuple(one.name for one in known if one.active and not one.answered)
        check_ending(ending, outcome, left, choices)
        now = self._context.clock.now()
        if outcome.foi:
            zone = zone_named(offices.the_office(session).zone)
            row.foi_reference = ending.foi_reference
            row.foi_due = foi_due(local_day(row.received_at, zone), holiday_anywhere)
        if outcome.answered and left.questions:
            note = f"Closed with open questions: {ending.left_open}"
            enquiries.add_note(session, enquiry_id, note, self._context.actor, now)
        for request in clearance.live_rows(session, enquiry_id):
            request.state = ClearanceState.WITHDRAWN
        row.outcome_id, row.outcome_note = outcome.id, ending.note
        row.status, row.closed_at = Status.CLOSED, now

    def _writing(self) -> AbstractContextManager[Session]:
        return self._context.database.writing(self._context.actor)


def _keep_lines(session: Session, enquiry_id: int, answer_id: int, answer: Answer) -> None:
    """Keep which lines to take the words came from; refuse those that may not be used so."""
    for line_id in dict.fromkeys(used.id for used in answer.lines):
        _check_line(session, line_id, answer)
        lines_to_take.keep_use(session, enquiry_id, answer_id, line_id)


def _check_line(session: Session, line_id: int, answer: Answer) -> None:
    line = lines_to_take.summary(session, line_id)
    check_use(line)
    check_terms(line, answer.terms)


def _allowed(session: Session, enquiry_id: int, answer: Answer) -> Clearance | None:
    """Refuse what may not be given now; return the request whose words it gives, if any.

    A substantive answer is the words that are being cleared, when any are.
    """
    if enquiries.row(session, enquiry_id).status == Status.CLOSED:
        raise Refused("This enquiry is closed. Reopen it with a reason, then answer.")
    template = Template("")
    if answer.basis:
        template = clearance.template_named(session, answer.basis)
    if not (answer.kind.answers or template.steps):
        return None
    live = live_of(clearance.of_enquiry(session, enquiry_id))
    check_may_give(live, template, answer.words, answer.difference)
    return live


def _give(session: Session, enquiry_id: int, answer: Answer, live: Clearance | None) -> None:
    """Keep the words, where they came from, and what cleared them."""
    same = live is not None and hashed(answer.words) == live.sha256
    answer = replace(answer, difference="" if same or live is None else answer.difference)
    if live is not None:
        answer = replace(answer, basis=live.template, cleared_by=live.cleared_by)
        clearance.row(session, live.id).state = ClearanceState.GIVEN
    answer_id = enquiries.add_answer(session, enquiry_id, answer, live.id if live else None)
    _keep_lines(session, enquiry_id, answer_id, answer)


def _checked(ending: Ending) -> Ending:
    """Return an ending with clean text; refuse to close without an outcome."""
    if not ending.outcome.strip():
        raise Refused("Choose how the enquiry ended, then close it.", field="outcome")
    return Ending(
        ending.outcome,
        words_of(ending.note, "") if ending.note.strip() else "",
        one_line(ending.foi_reference, 80),
        one_line(ending.left_open, 1000),
    )


def _releases_of(session: Session, enquiry_id: int, lines: Iterable[UsedLine]) -> set[int]:
    """Return the releases that words for an enquiry may come from: linked ones, those of lines."""
    return {
        *enquiries.linked_releases(session, enquiry_id),
        *lines_to_take.releases_of(session, [used.id for used in lines]),
    }
