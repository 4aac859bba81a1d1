"""The figures that an office reports, for any period, and the files they go out in."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from pressdesk.domain.counting import Counting
from pressdesk.domain.exports import People
from pressdesk.domain.freezing import to_freeze
from pressdesk.domain.hours import week_in_force, week_said
from pressdesk.domain.local_time import local_day
from pressdesk.domain.periods import Period
from pressdesk.domain.report_figures import Basis, Side, figures, period_query
from pressdesk.domain.report_officers import by_owner, officers
from pressdesk.domain.report_rankings import RANKED, Names, top
from pressdesk.domain.report_rules import rules
from pressdesk.domain.report_tables import tables
from pressdesk.domain.reports import Report, Table
from pressdesk.errors import Refused
from pressdesk.export.reports.files import ReportFormat, write_report
from pressdesk.export.reports.json import as_plain
from pressdesk.export.reports.printed import Printed
from pressdesk.export.sheet import UNWATCHED, Watch
from pressdesk.services.context import Context, hours_of
from pressdesk.services.tallying import counting_of, month_to_keep, tallied
from pressdesk.storage import duty_packs, exports, frozen_months, reports
from pressdesk.storage import office as offices
from pressdesk.storage.database import Session

MOST_MONTHS = 12


class AlreadyWritten(Refused):
    """Someone else has just written the file that was to be written once."""


class Reports:
    """What the office did in a period, counted by rules that are printed with it."""

    def __init__(self, context: Context, templates: Path) -> None:
        self._context, self._templates = context, templates

    def report(self, period: Period) -> Report:
        """Return the report of a period, beside the one before it. Writes nothing."""
        taken_at = self._context.clock.now().replace(microsecond=0)
        with self._context.database.reading() as session:
            counting, office = counting_of(session, taken_at), offices.the_office(session)
            zone, before = counting.hours.zone, period.before()
            found = tallied(session, period, counting)
            earlier = tallied(session, before, counting)
            now = Side(period, found.tally, period_query(period, zone))
            past = Side(before, earlier.tally, period_query(before, zone))
            basis = Basis(now, past, zone, taken_at, counting.outcomes)
            months = (*earlier.months, *found.months)
            more = _officers(session, now, counting) if office.reports_officers else ()
            return Report(
                office=office.name,
                period=period,
                before=before,
                figures=figures(basis),
                tables=(*tables(basis, _names(session, now)), *more),
                taken_at=taken_at,
                rules=rules(months, taken_at, zone),
                frozen=found.frozen,
                months=months,
            )

    def freeze(self, most: int = MOST_MONTHS) -> tuple[date, ...]:
        """Close the figures of months that ended long enough ago; return their first days.

        At most ``most`` of them, the oldest first, each in a transaction of its own; call it again
        until none is left. A duty pack closes none: the office does.
        """
        database, clock = self._context.database, self._context.clock
        closed = []
        for month in islice(self._to_freeze(), most):
            with database.reading() as session:
                counting = counting_of(session, clock.now().replace(microsecond=0))
                kept = month_to_keep(session, month, counting)
            with database.writing(self._context.actor) as session:
                if frozen_months.keep(session, kept):
                    closed.append(month.first)
        return tuple(closed)

    def _to_freeze(self) -> list[Period]:
        with self._context.database.reading() as session:
            first = frozen_months.first_received(session)
            if first is None or duty_packs.here(session) is not None:
                return []
            zone, frozen = hours_of(session).zone, frozen_months.months(session)
        today = local_day(self._context.clock.now(), zone)
        return list(to_freeze(local_day(first, zone), today, frozen))

    def write(
        self,
        report: Report,
        path: Path,
        kind: ReportFormat,
        watch: Watch = UNWATCHED,
        once_since: datetime | None = None,
    ) -> None:
        """Write a report into a file by the office's template, and record who did it.

        Raises Refused for the office's own file and for what was cancelled, Unavailable when the
        disk or folder cannot be used, BadFile for a template of the office that is wrong, and
        AlreadyWritten when one of that name was recorded from ``once_since`` on.
        """
        self._context.check_target(path)

        @contextmanager
        def recording(count: int) -> Iterator[None]:
            with self._context.database.writing(self._context.actor) as session:
                if once_since and exports.written_since(session, path.name, once_since):
                    raise AlreadyWritten(f"{path.name} is written already.")
                exports.record(
                    session,
                    made_by=self._context.actor,
                    made_at=self._context.clock.now(),
                    filters=report.title,
                    columns="",
                    people=People.AS_IS.value,
                    format=kind.value,
                    rows=count,
                    file=path.name,
                )
                yield

        write_report(self._printed(report), path, kind, watch, recording)

    def as_plain(self, report: Report) -> dict[str, Any]:
        """Return a report as JSON would keep it."""
        return as_plain(self._printed(report))

    def _printed(self, report: Report) -> Printed:
        with self._context.database.reading() as session:
            hours = hours_of(session)
        day = local_day(report.taken_at, hours.zone)
        return Printed(
            report=report,
            zone=hours.zone,
            by=self._context.actor,
            hours=week_said(hours.rules, day),
            week=week_in_force(hours.rules, day),
            templates=self._templates,
        )


def _officers(session: Session, side: Side, counting: Counting) -> tuple[Table, ...]:
    facts = reports.facts(session, side.period.instants(counting.hours.zone))
    names = {person.id: person.name for person in offices.staff(session) if person.id}
    table = officers(side, by_owner(facts, counting), names)
    return (table,) if table.rows else ()


def _names(session: Session, side: Side) -> Names:
    return {
        sort.by: reports.names(session, sort.by, map(int, top(side, sort.by))) for sort in RANKED
    }
