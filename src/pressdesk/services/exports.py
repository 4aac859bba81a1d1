"""The log out as a spreadsheet: the rows on screen, with the facts that explain them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from pressdesk.domain.enquiries import EnquirySummary, LogQuery
from pressdesk.domain.hours import OpeningHours, week_said
from pressdesk.domain.local_time import local_day
from pressdesk.domain.said import day_said, moment_said
from pressdesk.export.csv import Column, Sheet, write_csv
from pressdesk.services.context import Context, hours_of
from pressdesk.services.desk import Desk
from pressdesk.storage import contacts
from pressdesk.storage import office as offices

Progress = Callable[[int], None]
Cancelled = Callable[[], bool]

COLUMNS = (
    Column("Reference", lambda row: row.reference),
    Column("Received", lambda row: row.received_at),
    Column("Subject", lambda row: row.subject),
    Column("Journalist", lambda row: row.journalist),
    Column("Outlet", lambda row: row.outlet),
    Column("Deadline", lambda row: row.deadline_at),
    Column("Deadline in words", lambda row: row.deadline_words),
    Column("Line expected", lambda row: row.route.label),
    Column("Line used", lambda row: row.line_used.label),
    Column("Held until", lambda row: row.held_until),
    Column("Urgent", lambda row: row.urgent),
    Column("Status", lambda row: row.status.label),
    Column("Owner", lambda row: row.owner),
    Column("Outcome", lambda row: row.outcome),
    Column("Finished", lambda row: row.finished),
)


def never() -> bool:
    """Nobody cancels."""
    return False


@dataclass(frozen=True)
class _Known:
    """The office as an export describes it."""

    name: str
    hours: OpeningHours

    @property
    def zone(self) -> ZoneInfo:
        return self.hours.zone


class Exports:
    """Lists of enquiries as CSV files, each cell guarded."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._desk = Desk(context)

    def log_csv(
        self,
        query: LogQuery,
        path: Path,
        *,
        progress: Progress | None = None,
        cancelled: Cancelled = never,
    ) -> int:
        """Write the log as ``query`` shows it; return the number of rows.

        A cancelled or failed export leaves an earlier file as it was. Raises Unavailable, and
        Refused for the office's own file.
        """
        self._context.check_target(path)
        known = self._known()
        facts = (("Filters", self._filters(query, known.zone)), *self._facts(known))
        sheet = Sheet("Log of enquiries", facts, COLUMNS, known.zone)
        return write_csv(sheet, _watched(self._desk.rows(query), progress), path, cancelled)

    def desk_csv(self, rows: Sequence[EnquirySummary], path: Path) -> int:
        """Write the rows of the desk in the order given; return their number."""
        self._context.check_target(path)
        known = self._known()
        facts = (("Filters", "Open enquiries"), *self._facts(known))
        return write_csv(Sheet("Desk", facts, COLUMNS, known.zone), rows, path, never)

    def _known(self) -> _Known:
        with self._context.database.reading() as session:
            return _Known(offices.the_office(session).name, hours_of(session))

    def _facts(self, known: _Known) -> tuple[tuple[str, str], ...]:
        now = self._context.clock.now()
        today = local_day(now, known.zone)
        return (
            ("Office", known.name),
            ("Time zone", known.zone.key),
            ("Hours in force", week_said(known.hours.rules, today)),
            ("Exported", f"{moment_said(now, known.zone)} by {self._context.actor}"),
        )

    def _filters(self, query: LogQuery, zone: ZoneInfo) -> str:
        """Return what narrows the list, in words."""
        said = {
            "words": query.text,
            "from": query.received_from and day_said(local_day(query.received_from, zone)),
            "before": query.received_before and day_said(local_day(query.received_before, zone)),
            "line": query.line and query.line.label,
            "status": query.status and query.status.label,
            "outlet": self._outlet(query.outlet_id),
            "owner": query.owner,
            "topic": query.topic,
        }
        kept = [f"{name} {value}" for name, value in said.items() if value]
        return f"{'; '.join(kept) or 'None'}. Order: {query.sort.value}"

    def _outlet(self, outlet_id: int | None) -> str:
        if outlet_id is None:
            return ""
        with self._context.database.reading() as session:
            return contacts.outlet_name(session, outlet_id)


def _watched(rows: Iterable[EnquirySummary], progress: Progress | None) -> Iterator[EnquirySummary]:
    for done, row in enumerate(rows, start=1):
        yield row
        if progress and done % 500 == 0:
            progress(done)
