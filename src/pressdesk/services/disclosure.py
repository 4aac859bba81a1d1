"""The log disclosed under freedom of information: a year in figures, its rows without people."""

from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from pressdesk.domain.disclosed_rows import COLUMNS, NOTES, OpenColumn, OpenRow, disclosed
from pressdesk.domain.disclosed_words import UNDECIDED, Decided, Known, Removal
from pressdesk.domain.disclosure import (
    YearFigures,
    counting_rule,
    figures_of,
    year_span,
)
from pressdesk.domain.hours import week_said
from pressdesk.domain.known_people import KnownPeople
from pressdesk.domain.local_time import local_day
from pressdesk.domain.name_forms import is_like_a_name
from pressdesk.domain.personal_shapes import known_digits
from pressdesk.domain.said import moment_said
from pressdesk.errors import Refused
from pressdesk.export.sheet import UNWATCHED, Column, Sheet, Watch, check
from pressdesk.export.writing import Format, write_file, writer_of
from pressdesk.intake.common_words import common_words
from pressdesk.intake.phone_numbers import numbers_in
from pressdesk.services.context import Context, hours_of
from pressdesk.storage import disclosure, exports
from pressdesk.storage import office as offices
from pressdesk.storage.database import Session

_STEP = 100  # enquiries between two words about how far it is
_PEOPLE = (
    "Names of journalists and officers, telephone numbers, e-mail and postal addresses were taken "
    "out of every field; each place is marked [name removed] and so on. Outlets stay."
)
_WARNING = "For the office only, not for publication: this list holds what was removed."


@dataclass(frozen=True)
class Disclosed:
    """What is asked for: a calendar year, the kind of file, and what a person decided so far.

    ``notes`` adds the internal notes, which are disclosed only when they were asked for.
    """

    year: int
    format: Format = Format.CSV
    decided: Decided = UNDECIDED
    notes: bool = False


@dataclass(frozen=True)
class Look:
    """What a disclosure would hold: its figures, and each place where people were looked for."""

    figures: YearFigures
    rule: str
    rows: int
    removals: tuple[Removal, ...]


@dataclass(frozen=True)
class Written:
    """What was written: enquiries, places taken out, and places that were left as they are."""

    rows: int
    removed: int
    left: int


def list_beside(path: Path, format: Format) -> Path:  # noqa: A002
    """Return where the list of what was removed goes, beside the file to publish."""
    return path.with_name(f"{path.stem} removals.{_list_format(format).value}")


class Disclosures:
    """Looked at first, written then: two files, one to publish and one to check it by."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def years(self) -> tuple[int, ...]:
        """Return the calendar years from the first enquiry of the log to the last."""
        with self._context.database.reading() as session:
            ends, zone = disclosure.first_and_last(session), hours_of(session).zone
        if ends is None:
            return ()
        first, last = (local_day(end, zone).year for end in ends)
        return tuple(range(first, last + 1))

    def figures(self, year: int) -> YearFigures:
        """Return the figures of a calendar year; raise Refused for what is none."""
        with self._context.database.reading() as session:
            return _figures(session, year)

    def count(self, year: int) -> int:
        """Return how many enquiries were received in a calendar year."""
        with self._context.database.reading() as session:
            return disclosure.count(session, year_span(year, hours_of(session).zone))

    def rule(self) -> str:
        """Return how the figures are counted."""
        with self._context.database.reading() as session:
            return counting_rule(offices.outcomes(session), hours_of(session).zone)

    def look(self, asked: Disclosed, watch: Watch = UNWATCHED) -> Look:
        """Return what ``write`` would write now, and what it would take out; writes nothing."""
        removals: list[Removal] = []
        with closing(self._rows(asked, removals, watch)) as rows:
            count = sum(1 for _ in rows)
        return Look(self.figures(asked.year), self.rule(), count, tuple(removals))

    def write(
        self, asked: Disclosed, path: Path, removals_path: Path, watch: Watch = UNWATCHED
    ) -> Written:
        """Write both files, or none, and record what was decided.

        Raises Unavailable, and Refused for the office's own file, for one path for both, for a
        disclosure that is cancelled or too long for its format.
        """
        if path == removals_path:
            raise Refused("Choose another file for what was removed.", field="removals")
        for target in (path, removals_path):
            self._context.check_target(target)
        removals: list[Removal] = []
        sheet = self._sheet(asked)

        @contextmanager
        def recording(count: int) -> Iterator[None]:
            self._write_list(asked, removals, removals_path, watch)
            with self._recorded(asked, path, count):
                yield

        with closing(self._rows(asked, removals, watch)) as rows:
            count = write_file(sheet, rows, path, writer_of(asked.format, watch), recording)
        removed = sum(one.removed for one in removals)
        return Written(count, removed, len(removals) - removed)

    def write_figures(self, years: tuple[int, ...], format: Format, path: Path) -> int:  # noqa: A002
        """Write the figures of some calendar years, a row each; return how many there were."""
        self._context.check_target(path)
        every = [self.figures(year) for year in years]
        if not every:
            raise Refused("The log is empty; there is nothing to count yet.", field="year")
        titles = [name for name, _ in every[0].told()]
        columns = (
            Column("Year", lambda figures: figures.year, 8),
            *(Column(title, _figure(title), 16) for title in titles),
        )
        facts = (("How it is counted", self.rule()), ("Filters", "None"))
        sheet = self._about("Enquiries by calendar year", columns, facts)
        said = f"Figures of {years[0]} to {years[-1]}"

        @contextmanager
        def recording(count: int) -> Iterator[None]:
            with self._record(path, said, format, count, titles):
                yield

        return write_file(sheet, every, path, writer_of(format), recording)

    def _rows(
        self, asked: Disclosed, removals: list[Removal], watch: Watch
    ) -> Generator[OpenRow, None, None]:
        """Yield the rows of a year without people; what was looked at is added to ``removals``."""
        with self._context.database.reading() as session:
            span = year_span(asked.year, hours_of(session).zone)
            everybody = disclosure.people(session)
            known = _known(everybody, asked.decided)
            every = disclosure.rows(session, span, notes=asked.notes)
            for done, row in enumerate(every, start=1):
                check(watch)
                left, found = disclosed(row, known, asked.decided)
                removals += found
                yield left
                if done % _STEP == 0:
                    watch.progress(done)

    def _sheet(self, asked: Disclosed) -> Sheet:
        figures = (
            *((name, f"{count:,}") for name, count in self.figures(asked.year).told()),
            ("How it is counted", self.rule()),
        )
        columns = tuple(
            Column(column.title, column.value, column.width) for column in _columns(asked)
        )
        facts = (("Filters", f"Received in {asked.year}"), ("People", _PEOPLE))
        about = self._about(f"Media enquiries of {asked.year}, disclosed", columns, facts)
        return replace(about, figures=figures)

    def _write_list(
        self, asked: Disclosed, removals: list[Removal], path: Path, watch: Watch
    ) -> None:
        """Write what was looked at, the doubtful that were left in first."""
        facts = (
            ("Filters", f"Received in {asked.year}"),
            ("Warning", _WARNING),
            ("Looked through by", self._context.actor),
        )
        sheet = self._about(f"Removals of the disclosure of {asked.year}", _LIST, facts)
        order = sorted(removals, key=lambda one: one.removed)
        kind = _list_format(asked.format)
        write_file(sheet, order, path, writer_of(kind, Watch(cancelled=watch.cancelled)))

    def _about(
        self, title: str, columns: tuple[Column, ...], facts: tuple[tuple[str, str], ...]
    ) -> Sheet:
        """Return a sheet that names no officer: who made it stands in the audit trail."""
        with self._context.database.reading() as session:
            office, hours = offices.the_office(session), hours_of(session)
        now = self._context.clock.now()
        common = (
            ("Office", office.name),
            ("Time zone", hours.zone.key),
            ("Hours in force", week_said(hours.rules, local_day(now, hours.zone))),
            ("Exported", moment_said(now, hours.zone)),
        )
        return Sheet(title, (*facts, *common), columns, hours.zone)

    def _recorded(self, asked: Disclosed, path: Path, count: int) -> AbstractContextManager[None]:
        parts = (f"FOI disclosure of {asked.year}", asked.decided.said())
        titles = [column.title for column in _columns(asked)]
        return self._record(path, ". ".join(filter(None, parts)), asked.format, count, titles)

    @contextmanager
    def _record(
        self,
        path: Path,
        said: str,
        format: Format,  # noqa: A002
        count: int,
        titles: list[str],
    ) -> Iterator[None]:
        with self._context.database.writing(self._context.actor) as session:
            exports.record(
                session,
                made_by=self._context.actor,
                made_at=self._context.clock.now(),
                filters=said,
                columns=",".join(titles),
                people="removed",
                format=format.value,
                rows=count,
                file=path.name,
            )
            yield


def _list_format(format: Format) -> Format:  # noqa: A002
    """Return the format of the list: that of the file, but CSV for a PDF, which holds fewer."""
    return Format.CSV if format is Format.PDF else format


def _known(everybody: disclosure.People, decided: Decided) -> Known:
    common = common_words()
    typed = (name for name in everybody.typed if is_like_a_name(name, common))
    names = (*everybody.names, *typed)
    people = KnownPeople(names, common, everybody.outlets, decided.also, everybody.officers)
    return Known(people, known_digits(everybody.numbers), numbers_in)


def _columns(asked: Disclosed) -> tuple[OpenColumn, ...]:
    return (*COLUMNS, *(NOTES if asked.notes else ()))


def _figures(session: Session, year: int) -> YearFigures:
    span = year_span(year, hours_of(session).zone)
    return figures_of(year, disclosure.fates(session, span), offices.outcomes(session))


def _figure(title: str) -> Callable[[YearFigures], int]:
    return lambda figures: dict(figures.told())[title]


def _state(removal: Removal) -> str:
    if removal.removed:
        return "Removed"
    return "Doubtful, left in" if removal.doubtful else "Kept"


_LIST = (
    Column("Enquiry", lambda one: one.place.reference),
    Column("Field", lambda one: one.place.field, 14),
    Column("What", lambda one: one.kind.label, 12),
    Column("Words", lambda one: one.place.words, 24),
    Column("What became of it", _state, 16),
    Column("Around it", lambda one: f"…{one.before}[{one.place.words}]{one.after}…", 60),
)
