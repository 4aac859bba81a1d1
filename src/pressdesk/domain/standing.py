"""What the banner says: open or not, which line is live, what changes next, who is on duty."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from pressdesk.domain.hours import OpeningHours
from pressdesk.domain.rota import Shift, on_duty
from pressdesk.domain.routing import Lines


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
