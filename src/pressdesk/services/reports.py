"""The figures that an office reports, for any period."""

from datetime import datetime

from pressdesk.domain.counting import Counting
from pressdesk.domain.periods import Period
from pressdesk.domain.report_figures import Basis, Side, figures, period_query
from pressdesk.domain.report_rankings import RANKED, Names, top
from pressdesk.domain.report_rules import rules
from pressdesk.domain.report_tables import tables
from pressdesk.domain.reports import Report
from pressdesk.domain.tallies import By, Tally
from pressdesk.services.context import Context, hours_of
from pressdesk.storage import office as offices
from pressdesk.storage import reports
from pressdesk.storage.database import Session


class Reports:
    """What the office did in a period, counted by rules that are printed with it."""

    def __init__(self, context: Context) -> None:
        self._context = context

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
