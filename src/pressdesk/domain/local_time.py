"""Between wall-clock time in the office's zone and instants in UTC.

Rules are kept in wall-clock time and the answers in UTC: a British 08:30 office that is stored in
UTC moves by an hour every October (grafana/oncall #3261).
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from pressdesk.clock import as_utc
from pressdesk.errors import Refused

MIDNIGHT = time()


def zone_named(name: str) -> ZoneInfo:
    """Return the time zone called ``name``; raise Refused when there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Refused(
            f"There is no time zone called “{name}”. Use a name like Europe/London.", field="zone"
        ) from error


def zone_names() -> frozenset[str]:
    """Return the names that :func:`zone_named` knows, those of places only."""
    return frozenset(name for name in available_timezones() if "/" in name)


def moments(wall: datetime, zone: ZoneInfo) -> tuple[datetime, ...]:
    """Return the UTC instants that a naive wall-clock time names, earliest first.

    None when the clocks jump over it in spring, two when it happens twice in autumn.
    """
    found = (wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    real = {moment for moment in found if moment.astimezone(zone).replace(tzinfo=None) == wall}
    return tuple(sorted(real))


def edge(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    """Return the UTC instant ``minutes`` of wall-clock time after midnight of ``day``.

    1440 and more fall on the next day. An edge inside the spring gap moves forward by the gap;
    one that happens twice takes the first (the semantics of hours-cases.json).
    """
    try:
        wall = datetime.combine(day, MIDNIGHT) + timedelta(minutes=minutes)
    except OverflowError as error:
        raise Refused("This day lies beyond the calendar. Check the year.") from error
    return as_utc(wall.replace(tzinfo=zone, fold=0))


def local_day(instant: datetime, zone: ZoneInfo) -> date:
    """Return the calendar day of an instant as the office sees it."""
    return instant.astimezone(zone).date()
