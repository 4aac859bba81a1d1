"""The moment that the words of a deadline name: always the next such moment, in the office's zone.

A day without a time is that day's closing, or 17:00 when the office is shut. Midnight is the end
of the day it is said of. A wall-clock time that the clocks skip or repeat is asked about, never
guessed; 24 hours are real hours.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from pressdesk.domain.deadline_times import DAY
from pressdesk.domain.deadline_words import Said
from pressdesk.domain.hours import SEARCH_DAYS, OpeningHours
from pressdesk.domain.local_time import edge, local_day, moments
from pressdesk.domain.said import WEEKDAYS, day_said, time_said

_USUAL_CLOSING: Final = 17 * 60
_MINUTE: Final = timedelta(minutes=1)
_ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True)
class Finding:
    """What was found: an instant, or what to ask (``asks``), or why there is none (``note``)."""

    at: datetime | None = None
    choices: tuple[datetime, ...] = ()
    note: str = ""
    asks: bool = False


@dataclass(frozen=True)
class _Wall:
    """A wall-clock time that may be meant: minutes after midnight of a day."""

    day: date
    minutes: int

    @property
    def time(self) -> datetime:
        return datetime.combine(self.day, time()) + timedelta(minutes=self.minutes)


def find(said: Said, now: datetime, hours: OpeningHours) -> Finding:
    """Return the next moment after ``now`` (UTC) that was said."""
    if said.span is not None:
        return _after(now, said.span)
    today = local_day(now, hours.zone)
    if said.day is not None and not said.day.dates(today):
        return Finding(note="There is no such day. The day comes first, like 23/11 or 23 Nov.")
    return _first(said, now, hours)


def _after(now: datetime, span: timedelta) -> Finding:
    return Finding(now + span) if span else Finding(note="That moment has passed.")


def _first(said: Said, now: datetime, hours: OpeningHours) -> Finding:
    passed = None
    for wall in _walls(said, now, hours):
        if said.day and said.day.weekday not in (None, wall.day.weekday()):
            if passed is not None:
                break
            return Finding(note=_wrong_weekday(said.day.weekday, wall.day))
        finding = _resolve(wall, said, now, hours.zone)
        if finding is not None:
            return finding
        passed = wall
    return Finding(note=_has_passed(passed, now, hours.zone))


def _walls(said: Said, now: datetime, hours: OpeningHours) -> Iterator[_Wall]:
    today = local_day(now, hours.zone)
    if said.closing and said.day is None:
        yield from _closings(today, hours)
        return
    for day in _days(said, today):
        for minutes in _minutes(said, day, now, hours):
            yield _Wall(day, minutes)


def _closings(today: date, hours: OpeningHours) -> Iterator[_Wall]:
    """Yield the closings of the days that open, from last night's on."""
    for ahead in range(-1, SEARCH_DAYS):
        day = today + ahead * _ONE_DAY
        if spans := hours.day(day).spans:
            yield _Wall(day, spans[-1].closes)


def _days(said: Said, today: date) -> tuple[date, ...]:
    if said.day is not None:
        return said.day.dates(today)
    if said.part is not None and said.part.tonight:
        return (today,)
    return today, today + _ONE_DAY


def _minutes(said: Said, day: date, now: datetime, hours: OpeningHours) -> tuple[int, ...]:
    today = said.day is None or said.day.today
    if said.time is not None:
        return said.time.options(said.part, other_day=not today)
    if said.closing:
        return (_closing_of(day, hours),)
    if said.part is not None:
        return (said.part.minutes, DAY) if said.part.tonight else (said.part.minutes,)
    if said.day is not None and said.day.same_time:
        local = now.astimezone(hours.zone)
        begun = bool(local.second or local.microsecond)  # a begun minute counts: “3 days” is left
        return (local.hour * 60 + local.minute + begun,)
    return (_closing_of(day, hours), DAY) if today else (_closing_of(day, hours),)


def _closing_of(day: date, hours: OpeningHours) -> int:
    spans = hours.day(day).spans
    return spans[-1].closes if spans else _USUAL_CLOSING


def _resolve(wall: _Wall, said: Said, now: datetime, zone: ZoneInfo) -> Finding | None:
    """Return what a wall-clock time comes to; None when it has passed."""
    if said.zone is not None:
        at = wall.time.replace(tzinfo=said.zone).astimezone(UTC)
        return (
            Finding(at, note=seen_here(at, said.zone.tzname(None), wall.time, zone))
            if at > now
            else None
        )
    if said.time is None:
        at = edge(wall.day, wall.minutes, zone)
        return Finding(at, note=_assumed(at, said, zone)) if at > now else None
    found = moments(wall.time, zone)
    ahead = tuple(moment for moment in found if moment > now)
    if len(ahead) == 2:
        return Finding(choices=ahead, note=happens_twice(wall.time, ahead, zone), asks=True)
    if not found and edge(wall.day, wall.minutes, zone) > now:
        return Finding(note=does_not_exist(wall.time, zone), asks=True)
    return Finding(ahead[0]) if ahead else None


def seen_here(at: datetime, name: str, wall: datetime, zone: ZoneInfo) -> str:
    """Say what a time of the zone ``name`` is on the office's own clock, when it is another."""
    if at.astimezone(zone).replace(tzinfo=None) == wall:
        return ""
    return f"{wall:%H:%M} {name} is {time_said(at, zone)} here"


def _assumed(at: datetime, said: Said, zone: ZoneInfo) -> str:
    """Say so when the time was ours and not the journalist's."""
    plain = said.closing or (said.part is not None and not said.part.vague)
    counted = said.day is not None and said.day.same_time and said.part is None
    return "" if plain or counted else f"no time given, {time_said(at, zone)} assumed"


def _wrong_weekday(weekday: int | None, day: date) -> str:
    said = WEEKDAYS[weekday or 0]
    return f"{day_said(day)} is not a {said}. Check the day with the journalist."


def _has_passed(wall: _Wall | None, now: datetime, zone: ZoneInfo) -> str:
    if wall is None:
        return "The office has no opening to count to. Give the day and the time."
    day = day_said(wall.time.date(), seen_from=local_day(now, zone))
    return f"{wall.time:%H:%M} on {day} has passed. Say which day is meant, like tomorrow 5pm."


def happens_twice(wall: datetime, choices: tuple[datetime, ...], zone: ZoneInfo) -> str:
    """Ask which of two instants a wall-clock time means, when the clocks go back."""
    said = " or ".join(f"{choice.astimezone(zone):%H:%M %Z}" for choice in choices)
    return f"{wall:%H:%M} on {_day(wall)} happens twice: say {said}."


def does_not_exist(wall: datetime, zone: ZoneInfo) -> str:
    """Say that the clocks jump over a wall-clock time in spring."""
    first = wall
    while not moments(first - _MINUTE, zone):
        first -= _MINUTE
    until = edge(first.date(), first.hour * 60 + first.minute, zone)
    return (
        f"{wall:%H:%M} on {_day(wall)} does not exist: "
        f"the clocks go forward from {first:%H:%M} to {time_said(until, zone)}."
    )


def _day(wall: datetime) -> str:
    return day_said(wall.date(), seen_from=wall.date())
