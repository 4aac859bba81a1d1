"""Moments as they are typed on a command line."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from pressdesk.clock import as_utc
from pressdesk.domain.local_time import moments
from pressdesk.errors import Refused


def instant(words: str, zone: ZoneInfo) -> datetime:
    """Return the instant that ``words`` name, like 2026-01-07T17:00Z or 2026-01-07 17:00.

    Without a zone they are the office's wall clock. Raises Refused for what is no moment, for a
    time that the clocks jump over, and for one that happens twice.
    """
    try:
        read = datetime.fromisoformat(words.strip())
    except ValueError as error:
        raise Refused(
            f"“{words}” is not a moment. Write it like 2026-01-07T17:00Z or 2026-01-07 17:00."
        ) from error
    if read.tzinfo is not None:
        return as_utc(read)
    found = moments(read, zone)
    if len(found) != 1:
        how = "happens twice" if found else "does not exist"
        raise Refused(f"{read:%d/%m/%Y %H:%M} {how} in {zone.key}. Add the zone, like +01:00 or Z.")
    return found[0]


def day(words: str) -> date:
    """Return a day typed like 2026-01-07; raise Refused for what is none."""
    try:
        return datetime.fromisoformat(words.strip()).date()
    except ValueError as error:
        raise Refused(f"“{words}” is not a date. Write it like 2026-01-07.") from error


def day_start(words: str, zone: ZoneInfo) -> datetime:
    """Return the first instant of a day typed like 2026-01-07."""
    return instant(datetime.combine(day(words), time()).isoformat(), zone)


def day_span(since: str, before: str, zone: ZoneInfo) -> tuple[datetime | None, datetime | None]:
    """Return the instants from which and before which two days reach; None for an empty one."""
    start = day_start(since, zone) if since else None
    return start, day_start(before, zone) if before else None
