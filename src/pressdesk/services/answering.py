"""What is done with an enquiry: taken, moved on, answered, closed."""

from contextlib import AbstractContextManager
from dataclasses import replace

from pressdesk.domain.embargo import Use
from pressdesk.domain.enquiries import Answer, Status, check_move, check_terms
from pressdesk.domain.lines_to_take import check_use
from pressdesk.errors import Refused
from pressdesk.intake.text import clean, one_line
from pressdesk.services.context import Context
from pressdesk.services.embargo_guard import pass_guard
from pressdesk.services.enquiries import LONGEST_WORDS
from pressdesk.storage import drafts, enquiries, lines_to_take
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
        words = _words(words, "Type the note first.")
        with self._writing() as session:
            enquiries.row(session, enquiry_id)
            now = self._context.clock.now()
            enquiries.add_note(session, enquiry_id, words, self._context.actor, now)
            drafts.discard(session, draft)

    def answer(
        self, enquiry_id: int, answer: Answer, *, draft: str = "", despite: str | None = None
    ) -> None:
        """Record the words that were given. The enquiry is then answered, not yet closed.

        Raises Embargoed when a linked release is under embargo and nobody said to go on
        (``despite``, see embargo_guard).
        """
        answer = self._checked(answer)
        with self._writing() as session:
            self._answer(session, enquiry_id, answer, despite)
            drafts.discard(session, draft)

    def close(self, enquiry_id: int, outcome: str, note: str = "") -> None:
        """Close an enquiry with one of the office's outcomes."""
        note = _note_of(outcome, note)
        with self._writing() as session:
            self._close(session, enquiry_id, outcome, note)

    def answer_and_close(  # noqa: PLR0913 - an answer and an ending, in one act
        self,
        enquiry_id: int,
        answer: Answer,
        outcome: str,
        note: str = "",
        *,
        draft: str = "",
        despite: str | None = None,
    ) -> None:
        """Record the last words and close the enquiry: both happen, or neither."""
        note = _note_of(outcome, note)
        answer = self._checked(answer)
        with self._writing() as session:
            self._answer(session, enquiry_id, answer, despite)
            self._close(session, enquiry_id, outcome, note)
            drafts.discard(session, draft)

    def reopen(self, enquiry_id: int, reason: str) -> None:
        """Open a closed enquiry again; the reason is kept as a note."""
        reason = _words(reason, "Say why it is opened again.")
        with self._writing() as session:
            row = enquiries.row(session, enquiry_id)
            if row.status != Status.CLOSED:
                raise Refused("This enquiry is open already.")
            row.status = Status.IN_PROGRESS
            row.outcome_id, row.closed_at, row.outcome_note = None, None, ""
            now, actor = self._context.clock.now(), self._context.actor
            enquiries.add_note(session, enquiry_id, f"Reopened: {reason}", actor, now)

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
        words = _words(answer.words, "Type the words that were given.")
        if answer.given_at > self._context.clock.now():
            raise Refused(
                "The answer's time lies in the future. Set when it was given.", field="given_at"
            )
        return replace(
            answer,
            words=words,
            given_by=one_line(answer.given_by) or self._context.actor,
            cleared_by=one_line(answer.cleared_by),
        )

    def _close(self, session: Session, enquiry_id: int, outcome: str, note: str) -> None:
        row = enquiries.row(session, enquiry_id)
        if row.status == Status.CLOSED:
            raise Refused("This enquiry is closed already.")
        row.outcome_id = offices.outcome_id(session, outcome)
        row.outcome_note = note
        row.status = Status.CLOSED
        row.closed_at = self._context.clock.now()

    def _answer(
        self, session: Session, enquiry_id: int, answer: Answer, despite: str | None
    ) -> None:
        row = enquiries.row(session, enquiry_id)
        if row.status == Status.CLOSED:
            raise Refused("This enquiry is closed. Reopen it with a reason, then answer.")
        linked = enquiries.linked_releases(session, enquiry_id)
        pass_guard(session, self._context, linked, Use.ANSWER, despite, enquiry_id)
        row.status = Status.ANSWERED
        answer_id = enquiries.add_answer(session, enquiry_id, answer)
        _keep_lines(session, enquiry_id, answer_id, answer)

    def _writing(self) -> AbstractContextManager[Session]:
        return self._context.database.writing(self._context.actor)


def _keep_lines(session: Session, enquiry_id: int, answer_id: int, answer: Answer) -> None:
    """Keep which lines to take the words came from; refuse those that may not be used so."""
    for line_id in dict.fromkeys(used.id for used in answer.lines):
        line = lines_to_take.summary(session, line_id)
        check_use(line)
        check_terms(line, answer.terms)
        lines_to_take.keep_use(session, enquiry_id, answer_id, line_id)


def _note_of(outcome: str, note: str) -> str:
    """Return the note about an outcome, clean; refuse to close without an outcome."""
    if not outcome.strip():
        raise Refused("Choose how the enquiry ended, then close it.", field="outcome")
    return _words(note, "") if note.strip() else ""


def _words(words: str, when_empty: str) -> str:
    kept = clean(words).strip()
    if not kept and when_empty:
        raise Refused(when_empty, field="words")
    if len(kept) > LONGEST_WORDS:
        raise Refused(
            f"At most {LONGEST_WORDS:,} characters fit here. Keep the rest as a file.",
            field="words",
        )
    return kept
