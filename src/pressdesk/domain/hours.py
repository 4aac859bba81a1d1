"""Whether the office is open: the one answer for the banner, routing, deadlines and figures.

Precedence on a date: special day, then bank holiday, then the weekly rule. Opening is half-open
(17:00:00 is closed) and a night shift belongs to the day it starts, so it runs on into a closure.
Rules are wall-clock times in the office's zone; every instant given and returned is in UTC.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cached_property
from zoneinfo import ZoneInfo

from pressdesk.clock import as_utc
from pressdesk.domain.local_time import edge, local_day
from pressdesk.domain.said import WEEKDAYS, day_said, moment_said
from pressdesk.domain.spans import Span, check_spans, format_spans, parse_spans
from pressdesk.domain.week import DayRule, check_week, rule_in_force, week_in_force, week_said
from pressdesk.errors import Refused

__all__ = [
    "SEARCH_DAYS", "BankHolidays", "Day", "DayRule", "DaySource", "OpeningHours", "Period", "Span",
    "SpecialDay", "check_spans", "check_week", "format_spans", "no_bank_holidays", "parse_spans",
    "week_in_force", "week_said",
]  # fmt: skip

SEARCH_DAYS = 400
"""How far ahead the next opening or closing is looked for."""

_DAY = timedelta(days=1)
_FIRST_DAY, _LAST_DAY = date(2, 1, 1), date(9998, 12, 31)  # a day of room for zones and nights

BankHolidays = Callable[[date], str | None]
"""Returns the name of the bank holiday on a date, or None. Must answer the same each time."""

Period = tuple[datetime, datetime]
"""Half-open stretch of time between two UTC instants."""


def no_bank_holidays(_day: date) -> str | None:
    """Return None: the office works on bank holidays."""
    return None


def _day_before(day: date) -> date:
    return max(day, _FIRST_DAY) - _DAY


@dataclass(frozen=True)
class SpecialDay:
    """The office's own closure (no spans) or changed hours on one date."""

    day: date
    spans: tuple[Span, ...]
    reason: str


class DaySource(StrEnum):
    """Which rule gives a date its hours."""

    SPECIAL_DAY = "special_day"
    BANK_HOLIDAY = "bank_holiday"
    WEEKLY = "weekly"


@dataclass(frozen=True)
class Day:
    """The hours of one date and where they come from; ``reason`` is a short phrase for people."""

    day: date
    spans: tuple[Span, ...]
    source: DaySource
    reason: str


@dataclass(frozen=True)
class OpeningHours:
    """The office's hours: weekly rules, special days and bank holidays in one zone."""

    zone: ZoneInfo
    rules: tuple[DayRule, ...]
    special_days: tuple[SpecialDay, ...] = ()
    bank_holidays: BankHolidays = no_bank_holidays
    _periods: dict[date, tuple[Period, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def day(self, day: date) -> Day:
        """Return the hours that apply on a date of the office's calendar."""
        special = self._special_days.get(day)
        if special is not None:
            usual = "special hours" if special.spans else "the office’s own closure"
            reason = special.reason or usual
            return Day(day, tuple(sorted(special.spans)), DaySource.SPECIAL_DAY, reason)
        holiday = self.bank_holidays(day)
        if holiday is not None:
            return Day(day, (), DaySource.BANK_HOLIDAY, holiday)
        rule = rule_in_force(self.rules, day.weekday(), day)
        spans = tuple(sorted(rule.spans)) if rule else ()
        reason = f"usual {WEEKDAYS[day.weekday()]} hours"
        return Day(day, spans, DaySource.WEEKLY, reason)

    def is_open(self, at: datetime) -> bool:
        """Say whether the office is open at an instant."""
        at = as_utc(at)
        period = next(self._ending_after(at, 0), None)
        return period is not None and period[0] <= at

    def running(self, at: datetime) -> tuple[date, Span] | None:
        """Return the stretch that ``at`` lies in and the date it belongs to; None when closed."""
        at = as_utc(at)
        today = local_day(at, self.zone)
        for day in (_day_before(today), today):
            for span in self.day(day).spans:
                if edge(day, span.opens, self.zone) <= at < edge(day, span.closes, self.zone):
                    return day, span
        return None

    def closes_at(self, at: datetime) -> datetime | None:
        """Return when the office closes; None when it is closed or does not close in 400 days."""
        if not self.is_open(at):
            return None
        _, closing = next(self._joined(as_utc(at), SEARCH_DAYS))
        return None if self.is_open(closing) else closing

    def next_opening(self, at: datetime) -> datetime | None:
        """Return when the office opens next; None when it is open or stays shut for 400 days."""
        at = as_utc(at)
        opening, _ = self._first(at) or (at, at)
        return opening if opening > at else None

    def next_change(self, at: datetime) -> datetime | None:
        """Return when the office next opens or closes; None when neither happens in 400 days."""
        return self.closes_at(at) or self.next_opening(at)

    def periods(self, start: datetime, end: datetime) -> Iterator[Period]:
        """Yield the stretches of opening between two instants, joined where they touch."""
        start, end = as_utc(start), as_utc(end)
        if end <= start:
            return
        days = (local_day(end, self.zone) - local_day(start, self.zone)).days
        for opening, closing in self._joined(start, days):
            if opening >= end:
                return
            yield max(opening, start), min(closing, end)

    def working_time(self, start: datetime, end: datetime) -> timedelta:
        """Return the real time the office is open between two instants; zero if end <= start."""
        return sum((close - open_ for open_, close in self.periods(start, end)), timedelta())

    def add_working_time(self, start: datetime, amount: timedelta) -> datetime | None:
        """Return the earliest instant that is ``amount`` of opening after ``start``.

        An amount used up exactly at closing ends at closing. None when the office stops opening
        first. Raises Refused when the amount is negative.
        """
        if amount < timedelta():
            raise Refused("An amount of working time cannot be less than nothing.", field="amount")
        moment = as_utc(start)
        while amount:
            stretch = self._first(moment)
            if stretch is None:
                return None
            begun = max(moment, stretch[0])
            used = min(amount, stretch[1] - begun)
            moment, amount = begun + used, amount - used
        return moment

    def explain(self, at: datetime) -> tuple[str, ...]:
        """Return, line by line, which rules decide about an instant and what they say."""
        at = as_utc(at)
        today = local_day(at, self.zone)
        return (
            f"{moment_said(at, self.zone)} in {self.zone.key} ({at:%Y-%m-%d %H:%M:%S} UTC).",
            *self._rules_said(today),
            *self._night_said(_day_before(today)),
            self._verdict(at, today),
        )

    @cached_property
    def _special_days(self) -> dict[date, SpecialDay]:
        return {special.day: special for special in self.special_days}

    def _opened(self, day: date) -> tuple[Period, ...]:
        """Return the periods of the spans of one date; kept, because lists ask again and again."""
        if day not in self._periods:
            edges = (
                (edge(day, span.opens, self.zone), edge(day, span.closes, self.zone))
                for span in self.day(day).spans
            )
            # A span inside the spring gap may have no length left once its edges have moved.
            self._periods[day] = tuple(sorted(p for p in edges if p[0] < p[1]))
        return self._periods[day]

    def _ending_after(self, at: datetime, days: int) -> Iterator[Period]:
        """Yield the periods of yesterday to ``days`` ahead that end after ``at``."""
        first = _day_before(local_day(at, self.zone))
        for offset in range(min(days + 2, (_LAST_DAY - first).days)):
            for period in self._opened(first + timedelta(days=offset)):
                if period[1] > at:
                    yield period

    def _first(self, at: datetime) -> Period | None:
        return next(self._ending_after(at, SEARCH_DAYS), None)

    def _joined(self, at: datetime, days: int) -> Iterator[Period]:
        """Join the periods that touch or overlap (Monday's 24:00 and Tuesday's 00:00)."""
        running: Period | None = None
        for period in self._ending_after(at, days):
            if running is None:
                running = period
            elif period[0] <= running[1]:
                running = (min(running[0], period[0]), max(running[1], period[1]))
            else:
                yield running
                running = period
        if running is not None:
            yield running

    def _rules_said(self, day: date) -> Iterator[str]:
        name = WEEKDAYS[day.weekday()]
        rule = rule_in_force(self.rules, day.weekday(), day)
        since = f", in force from {day_said(rule.applies_from)}" if rule else ""
        yield f"Weekly rule: {name} {format_spans(rule.spans if rule else ())}{since}."
        holiday = self.bank_holidays(day)
        yield f"Bank holiday: {holiday}, closed." if holiday else "Bank holiday: none."
        found = self.day(day)
        special = found.source is DaySource.SPECIAL_DAY
        said = f"{format_spans(found.spans)} ({found.reason})" if special else "none"
        yield f"Special day: {said}."
        yield f"So {day_said(day)}: {format_spans(found.spans)}."

    def _night_said(self, yesterday: date) -> Iterator[str]:
        for span in self.day(yesterday).spans:
            if span.closes > 24 * 60:
                yield f"The shift of {day_said(yesterday)}, {span.shown}, runs into this day."

    def _verdict(self, at: datetime, today: date) -> str:
        change = self.next_change(at)
        said = moment_said(change, self.zone, seen_from=today) if change else None
        if self.is_open(at):
            return f"Open until {said}." if said else "Open, and not closing."
        return (
            f"Closed until {said}." if said else f"Closed, with no opening in {SEARCH_DAYS} days."
        )
