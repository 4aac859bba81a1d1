"""Days typed into the filters of the log: “1/11/2026”, “yesterday”, “monday”, “Nov 2026”.

Day first. They look back: a day without a year is the last such day, today included.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from pressdesk.domain.said import MONTHS, WEEKDAYS
from pressdesk.errors import Refused

Days = tuple[date, date]
"""The first and the last day of a stretch, both of them in it."""

_DAY: Final = timedelta(days=1)
_FIRST_YEAR, _LAST_YEAR = 1970, 2200  # a typed year outside is a slip of the hand
_NAME = rf"(?P<name>{'|'.join(month[:3].lower() for month in MONTHS)})[a-z]*"
_SHAPES: Final = tuple(
    re.compile(shape)
    for shape in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
        r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})(?:[/.-](?P<year>\d{4}|\d{2}))?",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_NAME}(?: (?P<year>\d{{4}}))?",
        rf"{_NAME} (?P<year>\d{{4}})",
        r"(?P<month>\d{1,2})/(?P<year>\d{4})",
        r"(?P<year>\d{4})",
    )
)


def read_days(words: str, today: date, field: str) -> Days:
    """Return the days that the words name; raise Refused at ``field`` when they name none."""
    text = " ".join(words.lower().split())
    if (named := _NAMED.get(text)) is not None:
        return named(today)
    for shape in _SHAPES:
        if match := shape.fullmatch(text):
            if (days := _days(match.groupdict(), today)) is not None:
                return days
            break
    raise Refused(
        f"“{words.strip()[:40]}” is not a day. Try 1/11/2026, yesterday or last week.", field=field
    )


def _days(parts: dict[str, str | None], today: date) -> Days | None:
    """Return the day, month or year that the parts name; None when no calendar has it."""
    name, day, year = parts.get("name"), parts.get("day"), parts.get("year")
    month = _number_of(name) if name else int(parts.get("month") or 0)
    try:
        if day:
            found = _day(int(day), month, year, today)
            return (found, found) if _FIRST_YEAR <= found.year <= _LAST_YEAR else None
        first = date(int(year or 0), month or 1, 1)
        last = _month(first)[1] if month else date(first.year, 12, 31)
    except ValueError:
        return None
    return (first, last) if _FIRST_YEAR <= first.year <= _LAST_YEAR else None


def _day(day: int, month: int, year: str | None, today: date) -> date:
    if year:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    leap = 8  # years that may lie between two 29 Februaries
    for back in range(leap + 1):
        try:
            found = date(today.year - back, month, day)
        except ValueError:
            continue
        if found <= today:
            return found
    raise ValueError(month)


def _number_of(name: str) -> int:
    return next(n for n, month in enumerate(MONTHS, start=1) if month.lower().startswith(name))


def _month(day: date) -> Days:
    first = day.replace(day=1)
    following = (first + 31 * _DAY).replace(day=1)
    return first, following - _DAY


def _week(day: date) -> Days:
    monday = day - day.weekday() * _DAY
    return monday, monday + 6 * _DAY


def _last(weekday: int) -> Callable[[date], Days]:
    """Return how the last such day of the week is found, today included."""

    def found(today: date) -> Days:
        day = today - (today.weekday() - weekday) % 7 * _DAY
        return day, day

    return found


_NAMED: Final[dict[str, Callable[[date], Days]]] = {
    **{name.lower(): _last(number) for number, name in enumerate(WEEKDAYS)},
    "today": lambda today: (today, today),
    "yesterday": lambda today: (today - _DAY, today - _DAY),
    "this week": _week,
    "last week": lambda today: _week(today - 7 * _DAY),
    "this month": _month,
    "last month": lambda today: _month(today.replace(day=1) - _DAY),
    "this year": lambda today: (date(today.year, 1, 1), date(today.year, 12, 31)),
    "last year": lambda today: (date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)),
}
