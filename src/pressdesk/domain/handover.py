"""Which handover belongs to an instant, and over which night.

A night is the whole time the office is closed between two stretches of opening: an evening, a
weekend, Christmas. The evening handover gives it to the duty officer at closing, the morning
handover gives the office back at opening; both follow the same hours as everything else.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from pressdesk.clock import as_utc
from pressdesk.domain.desk import HAND_OVER_AHEAD, closing_soon
from pressdesk.domain.hours import SEARCH_DAYS, OpeningHours, Period
from pressdesk.errors import Refused

_INSTANT = timedelta(microseconds=1)
_LOOKED_BACK = (4, 16, SEARCH_DAYS)  # days; most nights are found at once


class Kind(StrEnum):
    """The two handovers of a night."""

    EVENING = "evening"
    MORNING = "morning"

    @property
    def other(self) -> "Kind":
        """The other of the two."""
        return Kind.MORNING if self is Kind.EVENING else Kind.EVENING

    @property
    def label(self) -> str:
        """How it is called."""
        return f"{self.value.capitalize()} handover"


@dataclass(frozen=True)
class Night:
    """The time from a closing to the next opening, half-open, in UTC."""

    begins: datetime
    ends: datetime


def handover_due(now: datetime, hours: OpeningHours) -> Kind:
    """Return which handover belongs to an instant.

    The evening one from an hour before closing, when the desk begins to say *Hand over*, until
    the office opens; the morning one for the rest of the day.
    """
    return Kind.EVENING if closing_soon(now, hours) else Kind.MORNING


def taken_from(kind: Kind, night: Night) -> datetime:
    """Return from when on a handover may be taken over: an hour before its closing or opening."""
    return (night.begins if kind is Kind.EVENING else night.ends) - HAND_OVER_AHEAD


def night_of(kind: Kind, now: datetime, hours: OpeningHours) -> Night:
    """Return the night that is handed over: to come, running, or (in the morning) over.

    Raises Refused for hours that never close, or never open, around that time.
    """
    now = as_utc(now)
    if not hours.is_open(now):
        return _night(_closed_since(now, hours), hours)
    if kind is Kind.EVENING:
        return _night(hours.closes_at(now), hours)
    return _night(_closed_since(_opened_at(now, hours), hours), hours)


def _night(closing: datetime | None, hours: OpeningHours) -> Night:
    opening = hours.next_opening(closing) if closing else None
    if closing is None or opening is None:
        raise Refused(
            "There is no closing and opening near this time, so there is nothing to hand over. "
            "Look at the opening hours in Settings."
        )
    return Night(closing, opening)


def _opened_at(now: datetime, hours: OpeningHours) -> datetime:
    """Return when the stretch of opening that is running began."""
    for days in _LOOKED_BACK:
        start = now - timedelta(days=days)
        opening, _ = _last(start, now + _INSTANT, hours) or (start, now)
        if opening > start:
            return opening
    return start


def _closed_since(now: datetime, hours: OpeningHours) -> datetime | None:
    """Return the closing before an instant at which the office is closed or just opens."""
    for days in _LOOKED_BACK:
        if found := _last(now - timedelta(days=days), now, hours):
            return found[1]
    return None


def _last(start: datetime, end: datetime, hours: OpeningHours) -> Period | None:
    return next(reversed(tuple(hours.periods(start, end))), None)
