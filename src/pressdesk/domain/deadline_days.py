"""Which day the words of a deadline name: the day first, always the next such day.

A weekday is the coming one, today included; “next Friday” is the Friday of next week, which
starts on Monday; “Friday week” is a week after the coming Friday; “next week” is its Monday and
“this week” its Friday. A date without a year is the next such date.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from pressdesk.domain.deadline_rules import Rule, rule, take
from pressdesk.domain.said import MONTHS, WEEKDAYS

_Month = tuple[int, int]
_WEEK: Final = timedelta(days=7)
_YEARS_AHEAD: Final = 9
"""Far enough to meet the next 29 February, also over the year 2100."""


@dataclass(frozen=True)
class DayWords:
    """A day as it was said.

    ``dates`` gives, from today, the days that may be meant, soonest first; none when the calendar
    has no such day. ``today`` marks words for today itself, ``same_time`` those that count days
    from this moment (“in 3 days”), ``weekday`` the weekday said beside a date (0 is Monday).
    """

    dates: Callable[[date], tuple[date, ...]]
    today: bool = False
    same_time: bool = False
    weekday: int | None = None


def take_day(text: str) -> tuple[DayWords | None, str]:
    """Return the day that the words name, if any, and the words without it."""
    day, rest = take(_CALENDAR, text)
    if day is None:
        return take(_RELATIVE, rest)
    weekday, rest = take(_WEEKDAY_BESIDE, rest)
    return DayWords(day.dates, weekday=weekday), rest


def _calendar(day: str, month: int, year: str | None) -> DayWords:
    if year is not None:
        full_year = int(year) % 2000 + 2000
        return DayWords(lambda _today: _real([(full_year, month)], int(day)))
    return DayWords(
        lambda today: _ahead(
            ((today.year + n, month) for n in range(_YEARS_AHEAD)), int(day), today
        )
    )


def _day_of_month(match: re.Match[str]) -> DayWords:
    def dates(today: date) -> tuple[date, ...]:
        counted = (divmod(today.month - 1 + n, 12) for n in range(3))
        return _ahead(
            ((today.year + years, month + 1) for years, month in counted), int(match["day"]), today
        )

    return DayWords(dates)


def _ahead(months: Iterable[_Month], day: int, today: date) -> tuple[date, ...]:
    return tuple(found for found in _real(months, day) if found >= today)


def _real(months: Iterable[_Month], day: int) -> tuple[date, ...]:
    """Return the day in each of the months that have it: not 31 February."""
    return tuple(
        date(year, month, day)
        for year, month in months
        if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
    )


def _in_days(days: int) -> DayWords:
    return DayWords(lambda today: (today + timedelta(days=days),), same_time=True)


def _days_from_today(days: int) -> DayWords:
    return DayWords(lambda today: (today + timedelta(days=days),), today=days == 0)


def _coming(weekday: int, *, weeks: int = 0) -> DayWords:
    def dates(today: date) -> tuple[date, ...]:
        first = today + timedelta(days=(weekday - today.weekday()) % 7) + weeks * _WEEK
        return first, first + _WEEK

    return DayWords(dates)


def _of_next_week(weekday: int) -> DayWords:
    return DayWords(lambda today: (today + _WEEK + timedelta(days=weekday - today.weekday()),))


def _month(match: re.Match[str]) -> int:
    return _MONTHS.index(match["month"][:3]) + 1


def _weekday(match: re.Match[str]) -> int:
    return _WEEKDAYS.index(match["weekday"][:3])


_WEEKDAYS: Final = tuple(day[:3].casefold() for day in WEEKDAYS)
_MONTHS: Final = tuple(month[:3].casefold() for month in MONTHS)
_WEEKDAY: Final = (
    r"(?P<weekday>mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)"
)
_MONTH: Final = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY: Final = r"(?P<day>\d{1,2})"
_TH: Final = r"(?:st|nd|rd|th)"
_YEAR: Final = r"(?P<year>20\d\d)"

_CALENDAR: Final[tuple[Rule[DayWords], ...]] = (
    rule(
        rf"{_YEAR}-(?P<month>\d\d?)-{_DAY}",
        lambda said: _calendar(said["day"], int(said["month"]), said["year"]),
    ),
    rule(
        rf"{_DAY}(?P<mark>[/.-])(?P<month>\d\d?)(?P=mark)(?P<year>20\d\d|\d\d)",
        lambda said: _calendar(said["day"], int(said["month"]), said["year"]),
    ),
    rule(
        rf"{_DAY}/(?P<month>\d\d?)",
        lambda said: _calendar(said["day"], int(said["month"]), None),
    ),
    rule(
        rf"{_DAY}{_TH}?(?: of)?[ -]?{_MONTH}(?:[ -]{_YEAR})?",
        lambda said: _calendar(said["day"], _month(said), said["year"]),
    ),
    rule(
        rf"{_MONTH} (?:the )?{_DAY}{_TH}?(?: {_YEAR})?",
        lambda said: _calendar(said["day"], _month(said), said["year"]),
    ),
    rule(rf"{_DAY}{_TH}", _day_of_month),
)
_RELATIVE: Final[tuple[Rule[DayWords], ...]] = (
    rule(r"(?:a|1) week (?:from )?today", lambda _: _days_from_today(7)),
    rule(r"(?:a|1) week (?:from )?tomorrow", lambda _: _days_from_today(8)),
    rule(r"(?:the )?day after (?:tomorrow|tmrw|tmw)", lambda _: _days_from_today(2)),
    rule(r"(?:tomorrow|tomorow|tommorrow|tmrw|tmw|tomoz)", lambda _: _days_from_today(1)),
    rule(r"(?:a )?fortnight", lambda _: _in_days(14)),
    rule(r"(?:today|this(?= (?:morning|afternoon|evening|lunch)))", lambda _: _days_from_today(0)),
    rule(rf"next week(?: on)? {_WEEKDAY}", lambda said: _of_next_week(_weekday(said))),
    rule(rf"{_WEEKDAY}(?: of)? next week", lambda said: _of_next_week(_weekday(said))),
    rule(rf"next {_WEEKDAY}", lambda said: _of_next_week(_weekday(said))),
    rule(rf"(?:a|1) week (?:on|from) {_WEEKDAY}", lambda said: _coming(_weekday(said), weeks=1)),
    rule(rf"{_WEEKDAY} week", lambda said: _coming(_weekday(said), weeks=1)),
    rule(rf"(?:this )?{_WEEKDAY}", lambda said: _coming(_weekday(said))),
    rule(r"end of next week", lambda _: _of_next_week(4)),
    rule(r"next week", lambda _: _of_next_week(0)),
    rule(r"(?:end of (?:the |this )?week|this week)", lambda _: _coming(4)),
    rule(r"(?P<days>\d{1,3}) days?(?: time)?", lambda said: _in_days(int(said["days"]))),
    rule(r"(?P<weeks>\d{1,2}) weeks?(?: time)?", lambda said: _in_days(7 * int(said["weeks"]))),
    rule(r"an? (?P<unit>day|week)s?(?: time)?", lambda said: _in_days(_unit_days(said))),
)
_WEEKDAY_BESIDE: Final[tuple[Rule[int], ...]] = (rule(_WEEKDAY, _weekday),)


def _unit_days(match: re.Match[str]) -> int:
    return 1 if match["unit"] == "day" else 7
