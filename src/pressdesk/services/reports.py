"""The figures that an office reports, for any period, and the files they go out in."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from pressdesk.domain.counting import Counting
from pressdesk.domain.exports import People
from pressdesk.domain.hours import week_in_force, week_said
from pressdesk.domain.local_time import local_day
from pressdesk.domain.periods import Period
from pressdesk.domain.report_figures import Basis, Side, figures, period_query
from pressdesk.domain.report_rankings import RANKED, Names, top
from pressdesk.domain.report_rules import rules
from pressdesk.domain.report_tables import tables
from pressdesk.domain.reports import Report
from pressdesk.domain.tallies import By, Tally
from pressdesk.export.reports.files import ReportFormat, write_report
from pressdesk.export.reports.json import as_plain
from pressdesk.export.reports.printed import Printed
from pressdesk.export.sheet import UNWATCHED, Watch
from pressdesk.services.context import Context, hours_of
from pressdesk.storage import exports, reports
from pressdesk.storage import office as offices
from pressdesk.storage.database import Session


class Reports:
    """What the office did in a period, counted by rules that are printed with it."""

    def __init__(self, context: Context, templates: Path) -> None:
        self._context, self._templates = context, templates

    def report(self, period: Period) -> Report:
        """Return the report of a period, beside the one before it. Writes nothing."""
        taken_at = self._context.clock.now().replace(microsecond=0)
        with self._context.database.reading() as session:
            counting = _counting(session, taken_at)
            zone = counting.hours.zone
            now, before = (
                Side(one, _tally(session, one, counting), period_query(one, zone))
                for one in (period, period.before())
            )
            basis = Basis(now, before, zone, taken_at, counting.outcomes)
            return Report(
                office=offices.the_office(session).name,
                period=period,
                before=before.period,
                figures=figures(basis),
                tables=tables(basis, _names(session, now)),
                taken_at=taken_at,
                rules=rules((), taken_at, zone),
            )

    def write(
        self, report: Report, path: Path, kind: ReportFormat, watch: Watch = UNWATCHED
    ) -> None:
        """Write a report into a file by the office's template, and record who did it.

        Raises Refused for the office's own file and for what was cancelled, Unavailable when the
        disk or folder cannot be used, BadFile for a template of the office that is wrong.
        """
        self._context.check_target(path)

        @contextmanager
        def recording(count: int) -> Iterator[None]:
            with self._context.database.writing(self._context.actor) as session:
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


def _counting(session: Session, as_at: datetime) -> Counting:
    return Counting(
        hours_of(session), offices.outcomes(session), reports.outlet_kinds(session), as_at
    )


def _tally(session: Session, period: Period, counting: Counting) -> Tally:
    between = period.instants(counting.hours.zone)
    tally = counting.tally(reports.facts(session, between))
    linked = {
        By.TOPIC: reports.topics(session, between),
        By.RELEASE: reports.releases(session, between),
    }
    return Tally({**tally.counts, **linked}, tally.times)


def _names(session: Session, side: Side) -> Names:
    return {
        sort.by: reports.names(session, sort.by, map(int, top(side, sort.by))) for sort in RANKED
    }
