"""Days and moments of plans, typed by hand: “30/11”, “23/11 17:00”, “Mon 17:00”, “17:00”.

Day first, in the office's zone. Journalists' own words for a deadline are read elsewhere.
"""

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from pressdesk.domain.local_time import MIDNIGHT, moments
from pressdesk.domain.said import WEEKDAYS, day_said
from pressdesk.domain.spans import DAY_MINUTES
from pressdesk.errors import Refused

_DAY = r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:/(?P<year>\d{4}))?"
_WEEKDAY = r"(?P<weekday>[a-z]{3,9})"
_TIME = r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})"
_TYPED_DAY = re.compile(rf"(?:[a-z]+,?\s+)?{_DAY}", re.ASCII | re.IGNORECASE)
_TYPED_MOMENT = re.compile(
    rf"(?:(?:[a-z]+,?\s+)?{_DAY},?\s+|{_WEEKDAY},?\s+)?{_TIME}", re.ASCII | re.IGNORECASE
)
FIRST_YEAR, LAST_YEAR = 1970, 2200  # a typed year outside is a slip of the hand


def read_day(words: str, near: date, field: str) -> date:
    """Return the day that the words name; without a year, the one nearest to ``near``.

    Raises Refused at ``field`` for words that are no day of the calendar.
    """
    match = _TYPED_DAY.fullmatch(words.strip())
    day = _dated(match, near) if match else None
    if day is None:
        raise Refused("Type the day like 30/11/2026.", field=field)
    return day


def day_typed(day: date) -> str:
    """Return a day as :func:`read_day` reads it: “30/11/2026”."""
    return f"{day:%d/%m/%Y}"


def read_moment(words: str, near: date, zone: ZoneInfo, field: str) -> tuple[datetime, ...]:
    """Return the UTC instants that the words name, two when the time happens twice in autumn.

    A weekday is the first such day from ``near`` on, a bare time is on ``near`` itself, and 24:00
    is the end of the day. Raises Refused for the rest, and for a time the clocks jump over.
    """
    wall = _wall(words, near, field)
    named = moments(wall, zone)
    if not named:
        raise Refused(
            f"On {day_said(wall.date())} the clocks go forward over {wall:%H:%M}, "
            "so it does not happen. Type the time an hour later.",
            field=field,
        )
    return named


def read_end(words: str, start: datetime, zone: ZoneInfo, field: str) -> tuple[datetime, ...]:
    """Return the instants at which something that starts at ``start`` may end.

    As :func:`read_moment`, but a bare time or a weekday means the next one after the start.
    """
    near = start.astimezone(zone).date()
    try:
        later = tuple(at for at in read_moment(words, near, zone, field) if at > start)
    except Refused:  # 01:30 may not happen tonight and yet be tomorrow's end
        later = ()
    return later or read_moment(words, near + timedelta(days=1), zone, field)


def moment_typed(instant: datetime, zone: ZoneInfo) -> str:
    """Return an instant as :func:`read_moment` reads it near that day: “23/11 17:00”."""
    return f"{instant.astimezone(zone):%d/%m %H:%M}"


def _wall(words: str, near: date, field: str) -> datetime:
    match = _TYPED_MOMENT.fullmatch(words.strip())
    day = _named_day(match, near) if match else None
    minutes = _minutes(match) if match else None
    if day is None or minutes is None:
        raise Refused("Type the day and the time, like 23/11 17:00 or Mon 17:00.", field=field)
    return datetime.combine(day, MIDNIGHT) + timedelta(minutes=minutes)


def _minutes(match: re.Match[str]) -> int | None:
    hour, minute = int(match["hour"]), int(match["minute"])
    return hour * 60 + minute if minute < 60 and hour * 60 + minute <= DAY_MINUTES else None


def _named_day(match: re.Match[str], near: date) -> date | None:
    if match["day"]:
        return _dated(match, near)
    if not match["weekday"]:
        return near
    wanted = match["weekday"].lower()
    weekday = next((n for n, name in enumerate(WEEKDAYS) if name.lower().startswith(wanted)), None)
    return None if weekday is None else near + timedelta(days=(weekday - near.weekday()) % 7)


def _dated(match: re.Match[str], near: date) -> date | None:
    given = int(match["year"]) if match["year"] else None
    years = (given,) if given else (near.year - 1, near.year, near.year + 1)
    days = (_day(year, int(match["month"]), int(match["day"])) for year in years)
    return min((day for day in days if day), key=lambda day: abs(day - near), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    """Return the date, or None when no calendar has it or the zones have no room around it."""
    try:
        return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None
