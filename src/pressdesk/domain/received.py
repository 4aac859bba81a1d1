"""The moment an enquiry came in, typed by hand: “21/11/2026 19:42”, “21/11 19:42” or “19:42”."""

from datetime import datetime
from zoneinfo import ZoneInfo

from pressdesk.domain.said import MONTHS, WEEKDAYS
from pressdesk.domain.typed_times import read_moment
from pressdesk.errors import Refused

_FIELD = "received_at"


def read_received(words: str, now: datetime, zone: ZoneInfo) -> tuple[datetime, ...]:
    """Return the UTC instants that the words name in the office's zone.

    Two, the earlier first, for a time that happens twice in autumn. Raises Refused for words that
    are no time, a time that the clocks jump over, and a time to come.
    """
    named = read_moment(words, now.astimezone(zone).date(), zone, _FIELD)
    past = tuple(moment for moment in named if moment <= now)
    if not past:
        raise Refused("This time is still to come. Type when the enquiry came in.", field=_FIELD)
    return past


def received_typed(instant: datetime, zone: ZoneInfo) -> str:
    """Return an instant as :func:`read_received` reads it: “21/11/2026 19:42”."""
    return f"{instant.astimezone(zone):%d/%m/%Y %H:%M}"


def received_said(instant: datetime, zone: ZoneInfo) -> str:
    """Return an instant for a heading: “Sat 21 Nov 2026, 19:42”."""
    local = instant.astimezone(zone)
    weekday, month = WEEKDAYS[local.weekday()][:3], MONTHS[local.month - 1][:3]
    return f"{weekday} {local.day} {month} {local.year}, {local:%H:%M}"
