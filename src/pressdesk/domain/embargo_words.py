"""The instant that the embargo line of a release names, read with the words of deadlines.

Unlike a deadline it may lie in the past, and what is not sure is asked about: a release that is
held too long costs a question, one that goes out early costs the embargo. So a day without a time,
a time without a day, a weekday that is another, or a far day without its year leave the embargo
without a known end. Midnight is the end of the day it is said of, the later of the two it may mean.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from pressdesk.domain.deadline_moments import does_not_exist, happens_twice, seen_here
from pressdesk.domain.deadline_times import DAY
from pressdesk.domain.deadline_words import LONGEST, Said, plain, read
from pressdesk.domain.embargo import NOT_EMBARGOED, Embargo, EmbargoState
from pressdesk.domain.local_time import MIDNIGHT, edge, local_day, moments
from pressdesk.domain.said import WEEKDAYS, day_said
from pressdesk.domain.typed_times import FIRST_YEAR, LAST_YEAR

NOT_UNDERSTOOD: Final = "The end of the embargo was not understood."
_NO_DAY: Final = "The embargo line gives a time and no day."
_FAR: Final = timedelta(days=180)
"""A day without its year that lies further ahead may as well be that of last year."""


@dataclass(frozen=True)
class _From:
    """What a line is counted from: the day of publication, else the instant of arrival."""

    day: date
    after: datetime | None
    zone: ZoneInfo


def read_embargo(
    words: str, arrived: datetime, published_on: date | None, zone: ZoneInfo
) -> Embargo:
    """Return the embargo that the words of a line lay on a release.

    ``arrived`` is the instant (UTC) at which the release came in; a day without a year is the next
    such day from ``published_on`` on, or after the arrival. Words that are not understood give an
    embargo with no known end, and the reason says what does not fit.
    """
    if not words.strip():
        return NOT_EMBARGOED
    text = plain(words) if len(words) <= LONGEST else ""
    if _FREE.fullmatch(text):
        return NOT_EMBARGOED
    said = _only(_parts(text))
    if said is None or said.unclear:
        return _asks(NOT_UNDERSTOOD)
    if published_on is None or not FIRST_YEAR <= published_on.year <= LAST_YEAR:
        return _settled(said, _From(local_day(arrived, zone), arrived, zone))
    return _settled(said, _From(published_on, None, zone))


def _parts(text: str) -> list[str]:
    """Return what stands between the plain words that announce the end of an embargo."""
    for pattern, replacement in _PLAINER:
        text = pattern.sub(replacement, text)
    return [part.strip() for part in _SPLIT.split(text) if part.strip()]


def _only(parts: Iterable[str]) -> Said | None:
    """Return the one part of the line that names a moment; two may contradict each other."""
    telling = [said for part in parts if (said := _said(part)).has_time or said.day or said.unclear]
    return telling[0] if len(telling) == 1 else None


def _said(part: str) -> Said:
    """Return what a part says; words without a figure that say nothing are no moment."""
    said = read(part, spans=False)
    if said.unclear and not any(char.isdigit() for char in part):
        return Said()
    return Said(unclear=True) if _NIGHT.search(part) else said


def _settled(said: Said, start: _From) -> Embargo:
    days = _days(said, start)
    if not days:
        return _asks("There is no such day." if said.day else _NO_DAY)
    if said.time is None:
        given = "a day" if len(days) > 1 else day_said(days[0])
        return _asks(f"The embargo line gives {given} and no time.")
    minutes = said.time.options(said.part, other_day=True)[-1]
    if len(days) > 1 and start.after is not None:
        after, zone = start.after, start.zone
        days = tuple(day for day in days if edge(day, minutes, zone) > after) or days
    day = days[0]
    if said.day and said.day.weekday not in (None, day.weekday()):
        named = WEEKDAYS[said.day.weekday or 0]
        return _asks(f"The embargo line says {named}, but {day_said(day)} is another weekday.")
    if len(days) > 1 and day - start.day > _FAR:
        return _asks(f"The embargo line gives no year, and {day_said(day)} is far ahead.")
    wall = datetime.combine(day, MIDNIGHT) + timedelta(minutes=minutes)
    return _resolved(wall, said, start.zone)


def _days(said: Said, start: _From) -> tuple[date, ...]:
    if said.day is None and said.part is not None and said.part.tonight:
        return (start.day,)
    return said.day.dates(start.day) if said.day else ()


def _resolved(wall: datetime, said: Said, zone: ZoneInfo) -> Embargo:
    """Return the embargo until a wall-clock time; ask when it happens twice or not at all."""
    if said.zone is not None:
        at = wall.replace(tzinfo=said.zone).astimezone(UTC)
        named = said.zone.tzname(None)
        return Embargo(EmbargoState.UNTIL, at, _sentence(seen_here(at, named, wall, zone)))
    found = moments(wall, zone)
    if len(found) == 2:
        return _asks(happens_twice(wall, found, zone))
    if not found:
        return _asks(does_not_exist(wall, zone))
    return Embargo(EmbargoState.UNTIL, found[0], _assumed(wall, said))


def _assumed(wall: datetime, said: Said) -> str:
    """Say so when the words may mean another time as well."""
    if said.time is None:
        return ""
    if said.time.minutes == DAY:
        return f"Midnight is taken as the end of {day_said((wall - timedelta(days=1)).date())}."
    return f"{wall:%H:%M} is assumed." if said.time.bare and said.part is None else ""


def _asks(reason: str) -> Embargo:
    return Embargo(EmbargoState.NO_END, reason=reason)


def _sentence(words: str) -> str:
    return f"{words}." if words else ""


_PLAINER: Final = (
    (re.compile(r"\b12[.:]00 ?(?=noon|midday|midnight)"), ""),
    (re.compile(r"\b1 minute (?:past|after) midnight\b"), "00:01"),
    (re.compile(r"\b(00?[.:]?[0-5]\d) ?am\b"), r"\1"),
    (re.compile(r"\b(?:for|to) (?:publication|release|broadcast|print|use)\b"), ""),
    (re.compile(r"\b(?:and|or) (?:publication|release|broadcast|print|use)\b"), ""),
)
_SPLIT: Final = re.compile(
    r"\b(?:embargo(?:ed|es)?(?: to)?|until|till|til|before|prior to|not|strict(?:ly)?|under)\b"
)
_FREE: Final = re.compile(
    r"embargo (?:none|nil|no|n/a|(?:is |was |has been )?lifted"
    r"|(?:for )?immediate(?: (?:release|publication|use))?)"
)
_NIGHT: Final = re.compile(
    r"\d/\d\d? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
)  # the night of 4/5 November, which is not 4 May
