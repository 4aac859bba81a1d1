"""House targets: how soon the office wants to acknowledge, hold and answer, in working time.

They are optional, and none is preset. Each is one of the three clocks, and is open until that
clock stops. Working time is what ``domain.hours`` says it is, with bank holidays and closures, so
a target never falls in closed time; one that is used up exactly at closing is due at closing.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from enum import StrEnum

from pressdesk.domain.answers import KINDS, AnswerKind
from pressdesk.domain.hours import OpeningHours
from pressdesk.domain.said import when_said
from pressdesk.errors import Refused

LONGEST = 60 * 1000
"""Minutes; half a year of office days, and a slip of the hand beyond it."""
HOW_TO_TYPE = "Type working time, like “30 min” or “2 h”; leave it empty for no target."

NAMES = {
    AnswerKind.ACKNOWLEDGED: "acknowledge",
    AnswerKind.HOLDING: "holding answer",
    AnswerKind.SUBSTANTIVE: "answer",
}
"""What is to be done by a target, in a word."""
TO_DO = {
    AnswerKind.ACKNOWLEDGED: "Acknowledge",
    AnswerKind.HOLDING: "Give a holding answer",
    AnswerKind.SUBSTANTIVE: "Answer",
}

_MINUTE = timedelta(minutes=1)
_TYPED = re.compile(r"(?:(\d{1,4})\s*h(?:ours?)?)?\s*(?:(\d{1,5})\s*(?:m|min|minutes?)?)?")


@dataclass(frozen=True)
class HouseTargets:
    """Minutes of working time from when an enquiry came in; None is no target.

    The fields are named by the kinds of answer.
    """

    acknowledged: int | None = None
    holding: int | None = None
    substantive: int | None = None

    def minutes(self, kind: AnswerKind) -> int | None:
        """Return within how many minutes this kind of answer is wanted."""
        minutes: int | None = getattr(self, kind)
        return minutes


NO_TARGETS = HouseTargets()


@dataclass(frozen=True)
class Target:
    """By when one kind of answer to an enquiry is wanted."""

    kind: AnswerKind
    due_at: datetime


class TargetState(StrEnum):
    """How a target stands. *Dropped*: the enquiry ended some other way."""

    OPEN = "open"
    PAST = "past"
    MET = "met"
    MISSED = "missed"
    DROPPED = "dropped"


@dataclass(frozen=True)
class TargetStanding:
    """How a target stands at an instant; ``done_at`` is when it was settled."""

    target: Target
    state: TargetState
    done_at: datetime | None = None


def target_due(received: datetime, minutes: int, hours: OpeningHours) -> datetime | None:
    """Return when ``minutes`` of working time after ``received`` are used up.

    None when the office stops opening first. Raises Refused when ``minutes`` is negative. The
    working time that an act really took is ``hours.working_time(received, acted)``.
    """
    return hours.add_working_time(received, timedelta(minutes=minutes))


def check_targets(targets: HouseTargets) -> None:
    """Refuse targets of no time or beyond half a year, and a later clock sooner than an earlier."""
    before = 0
    for field in fields(targets):
        minutes = getattr(targets, field.name)
        if minutes is None:
            continue
        if not 0 < minutes <= LONGEST:
            raise Refused(HOW_TO_TYPE, field=field.name)
        if minutes < before:
            raise Refused(
                "This target is sooner than the one before it. Type a longer time.",
                field=field.name,
            )
        before = minutes


def read_minutes(words: str, field: str) -> int | None:
    """Return the minutes that “30”, “30 min”, “2 h” or “1 h 30 min” name, None for no words."""
    typed = words.strip().lower()
    if not typed:
        return None
    found = _TYPED.fullmatch(typed)
    if found is None:
        raise Refused(HOW_TO_TYPE, field=field)
    return int(found[1] or 0) * 60 + int(found[2] or 0)


def minutes_said(minutes: int | None) -> str:
    """Return “30 min”, “2 h”, “1 h 30 min”; empty for None. Hours of work never make days."""
    hours, rest = divmod(minutes or 0, 60)
    return " ".join(f"{count} {unit}" for count, unit in ((hours, "h"), (rest, "min")) if count)


def still_open(targets: Iterable[Target], given: AnswerKind | None) -> tuple[Target, ...]:
    """Return the targets beyond the furthest kind of answer that was given."""
    return tuple(target for target in targets if is_ahead(target.kind, given))


def is_ahead(kind: AnswerKind, given: AnswerKind | None) -> bool:
    """Say whether a kind of answer goes further than the furthest that was given."""
    return given is None or KINDS.index(kind) > KINDS.index(given)


def targets_of(received: datetime, wanted: HouseTargets, hours: OpeningHours) -> tuple[Target, ...]:
    """Return the targets of an enquiry, in the order of the clocks."""
    due = ((kind, wanted.minutes(kind)) for kind in KINDS)
    moments = (
        (kind, target_due(received, minutes, hours)) for kind, minutes in due if minutes is not None
    )
    return tuple(Target(kind, at) for kind, at in moments if at is not None)


def standing_of(
    target: Target, done_at: datetime | None, now: datetime, *, waits: bool
) -> TargetStanding:
    """Return how a target stands; ``waits`` while the enquiry waits for an answer."""
    if done_at is not None:
        met = done_at <= target.due_at
        return TargetStanding(target, TargetState.MET if met else TargetState.MISSED, done_at)
    if not waits:
        return TargetStanding(target, TargetState.DROPPED)
    return TargetStanding(target, TargetState.PAST if target.due_at <= now else TargetState.OPEN)


def target_said(standing: TargetStanding, now: datetime, hours: OpeningHours) -> str:
    """Return “tomorrow 09:00 · 30 min of opening left”."""
    due = when_said(standing.target.due_at, now, hours.zone)
    return f"{due} · {_stands(standing, now, hours)}"


def _stands(standing: TargetStanding, now: datetime, hours: OpeningHours) -> str:
    due = standing.target.due_at
    if standing.done_at is not None:
        verb = "met" if standing.state is TargetState.MET else "missed, done"
        return f"{verb} {when_said(standing.done_at, now, hours.zone)}"
    if standing.state is TargetState.DROPPED:
        return "no longer open"
    if standing.state is TargetState.PAST:
        return f"past target by {_opening(due, now, hours)}"
    return f"{_opening(now, due, hours)} left"


def _opening(start: datetime, end: datetime, hours: OpeningHours) -> str:
    """Return the working time between two instants; “of opening” when the clock says more."""
    worked = hours.working_time(start, end)
    said = minutes_said(worked // _MINUTE) or "less than a minute"
    return said if worked == end - start else f"{said} of opening"
