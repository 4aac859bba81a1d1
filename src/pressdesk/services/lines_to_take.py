"""Lines to take: written, cleared, withdrawn, found, and used in answers."""

from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date

from pressdesk.domain.lines_to_take import (
    LineForm,
    LineQuery,
    LineSummary,
    LineToTake,
    check_use,
    warning_of,
)
from pressdesk.domain.local_time import local_day, zone_named
from pressdesk.errors import Refused
from pressdesk.intake.text import clean, one_line
from pressdesk.services.context import Context
from pressdesk.services.synonyms import synonyms_of
from pressdesk.storage import bearing, drafts, enquiries, lines_to_take
from pressdesk.storage import office as offices
from pressdesk.storage.database import Session

LONGEST_LINE = 10_000  # characters; more is a statement or a release


@dataclass(frozen=True)
class Usable:
    """A line that may be used now; ``warning`` says what to mind, or is empty."""

    line: LineSummary
    warning: str = ""


class LinesToTake:
    """The office's lines to take."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def listed(self, query: LineQuery | None = None) -> tuple[LineSummary, ...]:
        """Return the lines that a query shows; without one all, by title."""
        with self._context.database.reading() as session:
            return lines_to_take.listed(session, query or LineQuery())

    def show(self, line_id: int) -> LineToTake:
        """Return one line with its versions and uses; raise NotFound."""
        with self._context.database.reading() as session:
            return lines_to_take.show(session, line_id)

    def bearing_on(self, words: str, limit: int = 3) -> tuple[LineSummary, ...]:
        """Return the cleared lines that bear on a question, best first, with the reasons."""
        with self._context.database.reading() as session:
            question = bearing.read(session, words, synonyms_of(session))
            return lines_to_take.bearing_on(session, question, limit)

    def beside(self, enquiry_id: int) -> tuple[LineSummary, ...]:
        """Return the lines that stand beside an enquiry."""
        with self._context.database.reading() as session:
            return lines_to_take.beside(session, enquiry_id)

    def add(self, form: LineForm, *, draft: str = "") -> int:
        """Keep a new line as a draft; return its id. Raises Refused with the field to correct.

        Without an owner it is that of the person who writes it.
        """
        context = self._context
        form = _checked(form)
        with self._writing() as session:
            if not form.owner and offices.staff_id(session, context.actor) is not None:
                form = replace(form, owner=context.actor)
            _check_names(session, form)
            drafts.discard(session, draft)
            return lines_to_take.add(session, form, context.actor, context.clock.now())

    def edit(self, line_id: int, version: int, form: LineForm, *, draft: str = "") -> LineToTake:
        """Change a line; other words are a new version that must be cleared.

        Raises Conflict when someone saved first.
        """
        context = self._context
        form = _checked(form)
        with self._writing() as session:
            row = lines_to_take.row(session, line_id, version)
            _check_names(session, form)
            drafts.discard(session, draft)
            lines_to_take.put_facts(session, row, form)
            lines_to_take.reword(session, row, form.words, context.actor, context.clock.now())
            row.version += 1  # also when only the words changed, which have rows of their own
            session.flush()
            return lines_to_take.show(session, line_id)

    def clear(self, line_id: int, version: int, cleared_by: str, review_on: date | None) -> None:
        """Freeze the words of a line as cleared by somebody, good until a review date."""
        who, context = one_line(cleared_by, 80), self._context
        if not who:
            raise Refused("Say who cleared these words.", field="cleared_by")
        if review_on is None:
            raise Refused("Say by which day the line must be looked at again.", field="review_on")
        if review_on < self.today():
            raise Refused("The review date lies in the past. Set a later one.", field="review_on")
        with self._writing() as session:
            row = lines_to_take.row(session, line_id, version)
            lines_to_take.clear(session, row, (who, context.clock.now()), review_on)
            row.version += 1

    def withdraw(self, line_id: int, reason: str) -> None:
        """Take a line out of use, with the reason."""
        why = one_line(reason)
        if not why:
            raise Refused("Say why it is withdrawn, so that colleagues know.", field="reason")
        with self._writing() as session:
            lines_to_take.withdraw(lines_to_take.row(session, line_id), why)

    def use(self, line_id: int) -> Usable:
        """Return a line whose words are to be given; raise Refused for a draft or withdrawn one."""
        with self._context.database.reading() as session:
            line = lines_to_take.summary(session, line_id)
        check_use(line)
        return Usable(line, warning_of(line, self.today()))

    def link(self, enquiry_id: int, line_id: int) -> None:
        """Let a line stand beside an enquiry."""
        with self._writing() as session:
            enquiries.row(session, enquiry_id)
            lines_to_take.link(session, enquiry_id, line_id)

    def unlink(self, enquiry_id: int, line_id: int) -> None:
        """Take a line away from an enquiry."""
        with self._writing() as session:
            lines_to_take.unlink(session, enquiry_id, line_id)

    def today(self) -> date:
        """Return the day it is at the office, which review dates are held against."""
        with self._context.database.reading() as session:
            zone = zone_named(offices.the_office(session).zone)
        return local_day(self._context.clock.now(), zone)

    def _writing(self) -> AbstractContextManager[Session]:
        return self._context.database.writing(self._context.actor)


def _checked(form: LineForm) -> LineForm:
    """Return the form with clean text; refuse one without a title or words."""
    words, title = clean(form.words).strip(), one_line(form.title, 200)
    if not title:
        raise Refused("Give the line a title, such as its subject.", field="title")
    if not words:
        raise Refused("Type the words of the line.", field="words")
    if len(words) > LONGEST_LINE:
        raise Refused(
            f"A line may have {LONGEST_LINE:,} characters. Add a longer text as a release.",
            field="words",
        )
    topic, owner = one_line(form.topic, 80), one_line(form.owner, 80)
    return replace(form, title=title, words=words, topic=topic, owner=owner)


def _check_names(session: Session, form: LineForm) -> None:
    if form.owner and offices.staff_id(session, form.owner) is None:
        raise Refused(
            f"{form.owner} is not in the list of staff. Add them in Settings.", field="owner"
        )
