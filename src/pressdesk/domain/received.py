"""The moment an enquiry came in, typed by hand: “21/11/2026 19:42”, “21/11 19:42” or “19:42”."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from pressdesk.domain.local_time import moments
from pressdesk.domain.said import MONTHS, WEEKDAYS
from pressdesk.errors import Refused

_TYPED = re.compile(
    r"(?:(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:/(?P<year>\d{4}))?,?\s+)?"
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})",
    re.ASCII,
)
_FIELD = "received_at"


def read_received(words: str, now: datetime, zone: ZoneInfo) -> tuple[datetime, ...]:
    """Return the UTC instants that the words name in the office's zone.

    Two, the earlier first, for a time that happens twice in autumn. Raises Refused for words that
    are no time, a time that the clocks jump over, and a time to come.
    """
    named = moments(_wall(words, now.astimezone(zone)), zone)
    if not named:
        raise Refused(
            "The clocks went forward over this time, so it did not happen. Check it.", field=_FIELD
        )
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


def _wall(words: str, today: datetime) -> datetime:
    not_read = Refused(
        "Type the day and the time, like 21/11/2026 19:42, or the time of today.", field=_FIELD
    )
    match = _TYPED.fullmatch(words.strip())
    if match is None:
        raise not_read
    given = {name: int(number) for name, number in match.groupdict().items() if number}
    try:
        return today.replace(tzinfo=None, second=0, microsecond=0, **given)
    except ValueError:  # the 31st of November, 25:00
        raise not_read from None
