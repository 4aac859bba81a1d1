"""The period of a report: an ISO week, a month, a year, or any days; as the office sees them."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from pressdesk.domain.local_time import edge
from pressdesk.domain.said import MONTHS
from pressdesk.errors import Refused

_DAY = timedelta(days=1)
_WEEK = re.compile(r"(\d{4})-?W(\d{2})", re.ASCII | re.IGNORECASE)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
LONGEST_DAYS = 3660
"""A period of own days ends after ten years; nothing useful is counted over more."""
YEARS = range(1990, 2200)
"""The years that a report may be about; a typed year outside is a slip of the hand."""


class PeriodKind(StrEnum):
    """What sort of stretch a period is; the one before it is of the same sort."""

    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    DAYS = "days"


@dataclass(frozen=True)
class Period:
    """Whole local days, ``first`` to ``last``, both included."""

    first: date
    last: date
    kind: PeriodKind = PeriodKind.DAYS

    @classmethod
    def week(cls, words: str) -> "Period":
        """Return the ISO week “2026-W47”, Monday to Sunday; raise Refused for what is none."""
        found = _WEEK.fullmatch(words.strip())
        try:
            if found and int(found[1]) in YEARS:
                return cls.week_of(date.fromisocalendar(int(found[1]), int(found[2]), 1))
        except ValueError:
            pass
        raise Refused(f"“{words}” is not a week. Write it like 2026-W47.", field="period")

    @classmethod
    def month(cls, words: str) -> "Period":
        """Return the month “2026-10”; raise Refused for what is none."""
        found = _MONTH.fullmatch(words.strip())
        if found and 1 <= int(found[2]) <= 12 and int(found[1]) in YEARS:
            return cls.month_of(date(int(found[1]), int(found[2]), 1))
        raise Refused(f"“{words}” is not a month. Write it like 2026-10.", field="period")

    @classmethod
    def year(cls, words: str) -> "Period":
        """Return the calendar year “2026”; raise Refused for what is none."""
        if _YEAR.fullmatch(words.strip()) and int(words) in YEARS:
            year = int(words)
            return cls(date(year, 1, 1), date(year, 12, 31), PeriodKind.YEAR)
        raise Refused(f"“{words}” is not a year. Write it like 2026.", field="period")

    @classmethod
    def custom(cls, first: date, last: date) -> "Period":
        """Return these days, both included; raise Refused when they end before they begin."""
        if last < first:
            raise Refused("The last day lies before the first.", field="period")
        if first.year not in YEARS or last.year not in YEARS:
            raise Refused("Check the year of the days.", field="period")
        if (last - first).days >= LONGEST_DAYS:
            raise Refused("A report covers at most ten years.", field="period")
        return cls(first, last)

    @classmethod
    def week_of(cls, day: date) -> "Period":
        """Return the ISO week that a day lies in."""
        monday = day - timedelta(days=day.weekday())
        return cls(monday, monday + timedelta(days=6), PeriodKind.WEEK)

    @classmethod
    def month_of(cls, day: date) -> "Period":
        """Return the month that a day lies in."""
        last = monthrange(day.year, day.month)[1]
        return cls(day.replace(day=1), day.replace(day=last), PeriodKind.MONTH)

    @classmethod
    def year_of(cls, day: date) -> "Period":
        """Return the calendar year that a day lies in."""
        return cls(date(day.year, 1, 1), date(day.year, 12, 31), PeriodKind.YEAR)

    def before(self) -> "Period":
        """Return the period before this one, of the same kind."""
        ends = self.first - _DAY
        match self.kind:
            case PeriodKind.WEEK:
                return self.week_of(ends)
            case PeriodKind.MONTH:
                return self.month_of(ends)
            case PeriodKind.YEAR:
                return self.year_of(ends)
            case _:
                return Period(ends - (self.last - self.first), ends)

    def after(self) -> "Period":
        """Return the period after this one, of the same kind."""
        starts = self.last + _DAY
        match self.kind:
            case PeriodKind.WEEK:
                return self.week_of(starts)
            case PeriodKind.MONTH:
                return self.month_of(starts)
            case PeriodKind.YEAR:
                return self.year_of(starts)
            case _:
                return Period(starts, starts + (self.last - self.first))

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def title(self) -> str:
        """Return “Week 47, 16 to 22 November 2026”, “October 2026”, “2026”, “1 to 14 May 2026”."""
        match self.kind:
            case PeriodKind.WEEK:
                return f"Week {self.first.isocalendar().week}, {self._span}"
            case PeriodKind.MONTH:
                return f"{MONTHS[self.first.month - 1]} {self.first.year}"
            case PeriodKind.YEAR:
                return str(self.first.year)
            case _:
                return self._span

    @property
    def key(self) -> str:
        """Return how it is typed, and named in files: “2026-W47”, “2026-10”, “2026”."""
        match self.kind:
            case PeriodKind.WEEK:
                year, week, _ = self.first.isocalendar()
                return f"{year}-W{week:02}"
            case PeriodKind.MONTH:
                return f"{self.first:%Y-%m}"
            case PeriodKind.YEAR:
                return f"{self.first.year:04}"
            case _:
                return f"{self.first.isoformat()} to {self.last.isoformat()}"

    def instants(self, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """Return the half-open stretch of time in UTC."""
        return edge(self.first, 0, zone), edge(self.last + _DAY, 0, zone)

    def parts(self, kind: PeriodKind) -> Iterator["Period"]:
        """Yield the days, weeks, months or years in it, those at its edges cut to it."""
        day = self.first
        while day <= self.last:
            part = _OF[kind](day)
            yield Period(max(part.first, self.first), min(part.last, self.last), kind)
            day = part.last + _DAY

    @property
    def _span(self) -> str:
        first, last = self.first, self.last
        end = f"{last.day} {MONTHS[last.month - 1]} {last.year}"
        if first == last:
            return end
        if first.year != last.year:
            return f"{first.day} {MONTHS[first.month - 1]} {first.year} to {end}"
        month = f" {MONTHS[first.month - 1]}" if first.month != last.month else ""
        return f"{first.day}{month} to {end}"


def _one_day(day: date) -> Period:
    return Period(day, day)


_OF = {
    PeriodKind.DAYS: _one_day,
    PeriodKind.WEEK: Period.week_of,
    PeriodKind.MONTH: Period.month_of,
    PeriodKind.YEAR: Period.year_of,
}
