"""The tally of a period: the days of frozen months as they are kept, all others counted now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from pressdesk.domain.counting import Counting
from pressdesk.domain.freezing import KeptMonth, parted
from pressdesk.domain.periods import Period, PeriodKind
from pressdesk.domain.reports import FrozenMonth
from pressdesk.domain.tallies import By, Key, Tally, added, renamed
from pressdesk.services.context import hours_of
from pressdesk.storage import frozen_months, reports
from pressdesk.storage import office as offices
from pressdesk.storage.database import Session


@dataclass(frozen=True)
class Tallied:
    """A tally, the frozen months that are in it, and whether all of it is frozen."""

    tally: Tally
    months: tuple[FrozenMonth, ...] = ()
    frozen: bool = False


def counting_of(session: Session, as_at: datetime) -> Counting:
    """Return what the counting follows from, as it is kept now."""
    return Counting(
        hours_of(session), offices.outcomes(session), reports.outlet_kinds(session), as_at
    )


def tallied(session: Session, period: Period, counting: Counting) -> Tallied:
    """Return the tally of a period."""
    kept = frozen_months.kept(session, period)
    frozen, live = parted(period, kept)
    tallies = [*frozen, *(_counted(session, part, counting) for part in live)]
    whole = tallies[0] if len(tallies) == 1 else added(tallies)
    if kept:
        whole = renamed(whole, _contacts_now(session, counting))
    return Tallied(whole, tuple(month.told for month in kept.values()), not live)


def month_to_keep(session: Session, month: Period, counting: Counting) -> KeptMonth:
    """Return a month as it is counted now, day by day."""
    days = {
        part.first.toordinal(): _counted(session, part, counting)
        for part in month.parts(PeriodKind.DAYS)
    }
    return KeptMonth(month.first, counting.as_at, days)


def _contacts_now(session: Session, counting: Counting) -> dict[By, Mapping[Key, Key]]:
    """Return which outlet and journalist each id stands for by now: contacts are merged."""
    outlets: dict[Key, Key] = {outlet: outlet for outlet in counting.kinds}
    return {By.OUTLET: outlets, By.JOURNALIST: reports.journalists_now(session)}


def _counted(session: Session, period: Period, counting: Counting) -> Tally:
    between = period.instants(counting.hours.zone)
    tally = counting.tally(reports.facts(session, between))
    if not tally.received:
        return tally
    linked = {
        By.TOPIC: reports.topics(session, between),
        By.RELEASE: reports.releases(session, between),
    }
    return Tally({**tally.counts, **linked}, tally.times)
