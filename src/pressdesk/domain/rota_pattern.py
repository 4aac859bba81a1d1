"""A repeat pattern: people who take the duty in turn, laid over the times out of hours.

It is a plan first, shown before anything is written. A stretch out of hours belongs to the date
it starts on, so a weekend is one duty, and a bank holiday lengthens the night before it. What is
on the rota already stays and is worked around, unless the pattern replaces it, which the plan says.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from zoneinfo import ZoneInfo

from pressdesk.domain.hours import OpeningHours, Period
from pressdesk.domain.local_time import edge, local_day
from pressdesk.domain.rota import LONGEST_SHIFT, Shift, gaps
from pressdesk.domain.spans import DAY_MINUTES
from pressdesk.errors import Refused

LONGEST = timedelta(days=366)
_BEYOND = timedelta(days=31)  # how far the last night may run on, like one over Christmas
_INSTANT = timedelta(microseconds=1)


class Turn(StrEnum):
    """How long one person's turn lasts."""

    WEEK = "week"
    NIGHT = "night"


@dataclass(frozen=True)
class Pattern:
    """The duty in turns from ``first`` to ``last``, both dates included."""

    people: tuple[str, ...]
    first: date
    last: date
    turn: Turn = Turn.WEEK
    replaces: bool = False


@dataclass(frozen=True)
class Plan:
    """What a pattern would do: shifts to add, those that stay, those taken off for it."""

    new: tuple[Shift, ...]
    kept: tuple[Shift, ...]
    removed: tuple[Shift, ...]


def check_pattern(pattern: Pattern) -> None:
    """Refuse a pattern without people, one that ends before it starts, or over a year long."""
    if not any(person.strip() for person in pattern.people):
        raise Refused("Say who takes turns, in their order.", field="people")
    if pattern.last < pattern.first:
        raise Refused("The last day is before the first. Correct it.", field="last")
    if pattern.last - pattern.first > LONGEST:
        raise Refused("Plan a year at most. Choose an earlier last day.", field="last")


def reach(pattern: Pattern, zone: ZoneInfo) -> Period:
    """Return the instants between which the shifts of a pattern may lie."""
    return edge(pattern.first, 0, zone), edge(pattern.last + _BEYOND, 0, zone)


def planned(
    pattern: Pattern, there: Iterable[Shift], hours: OpeningHours, numbers: Mapping[str, str]
) -> Plan:
    """Return what a pattern would do to the shifts that are ``there``; nobody is doubled.

    ``numbers`` tell which number each person is rung on.
    """
    check_pattern(pattern)
    there = tuple(there)
    wanted = [
        Shift(None, person, *stretch, numbers.get(person, ""))
        for person, stretch in _turns(pattern, hours)
    ]
    removed = _in_the_way(pattern, wanted, there, hours.zone) if pattern.replaces else ()
    kept = tuple(shift for shift in there if shift not in removed)
    new = tuple(piece for shift in wanted for piece in _around(shift, kept, hours))
    touched = tuple(shift for shift in kept if any(_overlap(shift, other) for other in wanted))
    return Plan(new, touched, removed)


def _turns(pattern: Pattern, hours: OpeningHours) -> Iterator[tuple[str, Period]]:
    for number, stretch in enumerate(_stretches(pattern, hours)):
        day = local_day(stretch[0], hours.zone)
        turn = (day - pattern.first).days // 7 if pattern.turn is Turn.WEEK else number
        yield pattern.people[turn % len(pattern.people)], stretch


def _stretches(pattern: Pattern, hours: OpeningHours) -> Iterator[Period]:
    """Yield the times out of hours that start on the days of the pattern, whole weeks at most."""
    start, beyond = reach(pattern, hours.zone)
    end = edge(pattern.last, DAY_MINUTES, hours.zone)
    for begins, ends in gaps((), start, beyond, hours):
        running = begins == start and not hours.is_open(start - _INSTANT)
        if running and ends < beyond:
            continue  # it belongs to the day before the first
        yield from (piece for piece in _cut(begins, ends) if piece[0] < end)


def _cut(start: datetime, end: datetime) -> Iterator[Period]:
    """Cut a stretch that is too long for one shift, like a closure of weeks."""
    cuts = [start]
    while end - cuts[-1] > LONGEST_SHIFT:
        cuts.append(cuts[-1] + LONGEST_SHIFT)
    yield from pairwise([*cuts, end])


def _in_the_way(
    pattern: Pattern, wanted: Sequence[Shift], there: Iterable[Shift], zone: ZoneInfo
) -> tuple[Shift, ...]:
    """Return the shifts that start in the days of the pattern and are not as it wants them."""
    start, end = edge(pattern.first, 0, zone), edge(pattern.last, DAY_MINUTES, zone)
    asked = {(shift.person, shift.starts_at, shift.ends_at) for shift in wanted}
    return tuple(
        shift
        for shift in there
        if start <= shift.starts_at < end
        and (shift.person, shift.starts_at, shift.ends_at) not in asked
        and any(_overlap(shift, other) for other in wanted)
    )


def _around(shift: Shift, kept: Iterable[Shift], hours: OpeningHours) -> Iterator[Shift]:
    """Yield the parts of a wanted shift that nobody has yet."""
    for start, end in gaps(kept, shift.starts_at, shift.ends_at, hours):
        yield Shift(None, shift.person, start, end, shift.number)


def _overlap(one: Shift, other: Shift) -> bool:
    return one.starts_at < other.ends_at and other.starts_at < one.ends_at
