"""What the banner says: open or not, which line is live, what changes next, who is on duty."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from pressdesk.domain.deadlines import time_left
from pressdesk.domain.hours import OpeningHours
from pressdesk.domain.local_time import local_day
from pressdesk.domain.rota import Shift, on_duty
from pressdesk.domain.routing import Lines
from pressdesk.domain.said import WEEKDAYS, moment_said, time_said

EVENING = 15
"""From this hour on, a closing is the start of the night."""


@dataclass(frozen=True)
class Standing:
    """The office at one instant.

    ``changes_at`` is the next opening or closing, None when none is known. ``duty`` is on duty
    now; ``next_duty`` takes over at the next closing (the same as ``duty`` when closed).
    """

    is_open: bool
    number: str
    changes_at: datetime | None
    duty: Shift | None
    next_duty: Shift | None


def standing(now: datetime, hours: OpeningHours, lines: Lines, shifts: Iterable[Shift]) -> Standing:
    """Return how the office stands at ``now``."""
    shifts = tuple(shifts)
    is_open = hours.is_open(now)
    changes_at = hours.next_change(now)
    duty = on_duty(shifts, now)
    next_duty = on_duty(shifts, changes_at) if is_open and changes_at else duty
    return Standing(
        is_open=is_open,
        number=lines.main if is_open else lines.out_of_hours,
        changes_at=changes_at,
        duty=duty,
        next_duty=next_duty,
    )


def line_said(found: Standing, now: datetime, zone: ZoneInfo) -> str:
    """Return “main line · closes 17:00, in 2 h 13 min”."""
    line = "main line" if found.is_open else "out-of-hours line"
    if found.changes_at is None:
        return f"{line} · {'does not close' if found.is_open else 'no opening is set'}"
    left = found.changes_at - now
    soon = time_left(found.changes_at, now) if left >= timedelta(minutes=1) else "under a minute"
    verb = "closes" if found.is_open else "opens"
    return f"{line} · {verb} {_when_said(found.changes_at, now, zone)}, in {soon}"


def duty_said(found: Standing, now: datetime, zone: ZoneInfo) -> tuple[str, str]:
    """Return when the duty officer counts and who it is: (“Tonight”, “Sam Okafor”).

    The name is empty when nobody is on the rota then.
    """
    name = found.next_duty.person if found.next_duty else ""
    if not found.is_open or found.changes_at is None:
        return "On duty", name
    closing = found.changes_at.astimezone(zone)
    if closing.date() == local_day(now, zone) and closing.hour >= EVENING:
        return "Tonight", name
    return f"From {_when_said(found.changes_at, now, zone)}", name


def _when_said(at: datetime, now: datetime, zone: ZoneInfo) -> str:
    """Return “17:00” for today, “Monday 08:30” within the week, else with the date."""
    day, today = local_day(at, zone), local_day(now, zone)
    if day == today:
        return time_said(at, zone)
    if (day - today).days < 7:
        return f"{WEEKDAYS[day.weekday()]} {time_said(at, zone)}"
    return moment_said(at, zone, seen_from=today)
