"""The one source of *now*. Instants are aware datetimes in UTC everywhere."""

from datetime import UTC, datetime
from typing import Protocol

from pressdesk.errors import Refused


class Clock(Protocol):
    """Anything that knows what time it is."""

    def now(self) -> datetime:
        """Return the present instant in UTC."""


class SystemClock:
    """The computer's clock."""

    def now(self) -> datetime:
        """Return the present instant in UTC."""
        return datetime.now(UTC)


class FixedClock:
    """A clock that stands still until told otherwise; for tests and for replaying a day."""

    def __init__(self, instant: datetime) -> None:
        self.instant = as_utc(instant)

    def now(self) -> datetime:
        """Return the instant it was set to."""
        return self.instant


def as_utc(instant: datetime) -> datetime:
    """Return ``instant`` in UTC; naive datetimes are refused, they do not name an instant."""
    if instant.tzinfo is None:
        raise Refused("This time has no time zone, so it does not name a moment. Add one, like Z.")
    try:
        return instant.astimezone(UTC)
    except OverflowError as error:
        raise Refused("This time lies beyond the calendar. Check the year.") from error
