"""When the figures of a month are closed: what is changed or erased later leaves them as they were.

They are kept as tallies of days, so that a week or a year adds up from them; a tally holds nothing
of any one enquiry. Officers are never counted in them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from pressdesk.domain.periods import Period, PeriodKind
from pressdesk.domain.reports import FrozenMonth
from pressdesk.domain.tallies import Tally

CLOSES_AFTER = timedelta(days=14)
"""How long after its end a month stays open: late answers and corrections still count."""

Days = Mapping[int, Tally]
"""Tallies by the ordinal of their local day."""


@dataclass(frozen=True)
class KeptMonth:
    """A month with its tallies, as counted when it was frozen."""

    month: date
    frozen_at: datetime
    days: Days

    @property
    def told(self) -> FrozenMonth:
        """What a report says of it."""
        return FrozenMonth(self.month, self.frozen_at)


def to_freeze(first: date, today: date, frozen: Iterable[date]) -> Iterator[Period]:
    """Yield the months since that of ``first`` that are to be closed and are not, oldest first."""
    known, month = set(frozen), Period.month_of(first)
    while month.last + CLOSES_AFTER < today:
        if month.first not in known:
            yield month
        month = month.after()


def parted(period: Period, kept: Mapping[date, KeptMonth]) -> tuple[list[Tally], list[Period]]:
    """Return the tallies of the days that are frozen, and the stretches that are to be counted."""
    frozen: list[Tally] = []
    live: list[Period] = []
    for part in period.parts(PeriodKind.MONTH):
        month = kept.get(part.first.replace(day=1))
        if month is not None:
            first, last = part.first.toordinal(), part.last.toordinal()
            frozen += [tally for day, tally in month.days.items() if first <= day <= last]
        elif live and live[-1].last + timedelta(days=1) == part.first:
            live[-1] = Period(live[-1].first, part.last)
        else:
            live.append(Period(part.first, part.last))
    return frozen, live
