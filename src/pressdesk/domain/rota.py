"""Who is on duty when the office is closed, and when nobody is.

The rota is its own layer. Out of hours is the complement of the office's hours, never a second
calendar, so a gap is out-of-hours time without a shift.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import combinations
from zoneinfo import ZoneInfo

from pressdesk.clock import as_utc
from pressdesk.domain.hours import OpeningHours, Period
from pressdesk.domain.local_time import edge
from pressdesk.errors import Refused

LONGEST_SHIFT = timedelta(days=7)
WEEK = timedelta(days=7)


class Change(StrEnum):
    """How somebody came to a duty that was another's."""

    NONE = ""
    SWAP = "swap"
    COVER = "cover"


@dataclass(frozen=True)
class Shift:
    """One person's duty between two UTC instants, half-open, and the number to ring.

    ``instead_of`` is who was on the rota first, and ``change`` how that came; ``version`` grows
    with each save, so that a stale one is refused.
    """

    id: int | None
    person: str
    starts_at: datetime
    ends_at: datetime
    number: str
    instead_of: str = ""
    change: Change = Change.NONE
    version: int = 0

    def anew(self) -> "Shift":
        """Return the same duty as if nobody had kept or changed it yet."""
        return replace(self, id=None, instead_of="", change=Change.NONE, version=0)


def check_shift(shift: Shift) -> None:
    """Refuse a shift that names nobody, does not end after it starts, or lasts over 7 days."""
    if not shift.person.strip():
        raise Refused("A shift needs a person. Say who is on duty.", field="person")
    length = as_utc(shift.ends_at) - as_utc(shift.starts_at)
    if length <= timedelta():
        raise Refused("A shift must end after it starts. Correct its end.", field="ends_at")
    if length > LONGEST_SHIFT:
        raise Refused(
            "A shift lasts 7 days at most. Enter a longer duty as several shifts.", field="ends_at"
        )


def on_duty(shifts: Iterable[Shift], at: datetime) -> Shift | None:
    """Return the shift running at an instant; of two, the one that started later."""
    at = as_utc(at)
    running = (shift for shift in shifts if shift.starts_at <= at < shift.ends_at)
    return max(running, key=lambda shift: shift.starts_at, default=None)


def gaps(
    shifts: Iterable[Shift], start: datetime, end: datetime, hours: OpeningHours
) -> tuple[Period, ...]:
    """Return the out-of-hours stretches of [start, end) with nobody on duty."""
    start, end = as_utc(start), as_utc(end)
    duties = ((shift.starts_at, shift.ends_at) for shift in shifts)
    covered = sorted([*hours.periods(start, end), *duties])
    return tuple(_uncovered(covered, start, end))


def overlaps(shifts: Iterable[Shift]) -> tuple[tuple[Shift, Shift], ...]:
    """Return the pairs of shifts that share time, the earlier started first."""
    ordered = sorted(shifts, key=lambda shift: (shift.starts_at, shift.ends_at))
    return tuple(
        (first, second)
        for first, second in combinations(ordered, 2)
        if second.starts_at < first.ends_at
    )


def shared(one: Shift, other: Shift) -> Period:
    """Return the time that two overlapping shifts have in common."""
    return max(one.starts_at, other.starts_at), min(one.ends_at, other.ends_at)


def week_later(shift: Shift, zone: ZoneInfo) -> Shift:
    """Return the same duty a week later by the clock on the wall, as a new shift.

    17:00 stays 17:00 when the clocks change between. A time that does not exist then moves on by
    the hour, one that happens twice is the first.
    """
    return replace(
        shift.anew(),
        starts_at=_week_later(shift.starts_at, zone),
        ends_at=_week_later(shift.ends_at, zone),
    )


def _week_later(instant: datetime, zone: ZoneInfo) -> datetime:
    local = instant.astimezone(zone)
    return edge(local.date() + WEEK, local.hour * 60 + local.minute, zone)


def _uncovered(covered: list[Period], start: datetime, end: datetime) -> Iterator[Period]:
    free_from = start
    for begins, ends in covered:
        if begins >= end:
            break
        if begins > free_from:
            yield free_from, begins
        free_from = max(free_from, ends)
    if free_from < end:
        yield free_from, end
