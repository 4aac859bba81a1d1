"""The weekly report that writes itself: when it is due, and which week it is about."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from pressdesk.clock import as_utc
from pressdesk.domain.local_time import edge, local_day
from pressdesk.domain.periods import Period
from pressdesk.domain.said import WEEKDAYS
from pressdesk.errors import Refused

_TIME = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)", re.ASCII)
_WEEK, _HALF_A_WEEK = timedelta(days=7), timedelta(days=3, hours=12)


@dataclass(frozen=True)
class WeeklyReport:
    """Where to, in which formats, and when in the week; without a folder it is off.

    ``weekday`` 4 is Friday, ``minutes`` are wall-clock minutes after midnight. What was due before
    ``since``, when it was switched on, is not written.
    """

    folder: str
    formats: tuple[str, ...]
    weekday: int
    minutes: int
    since: datetime

    @property
    def said(self) -> str:
        """Return “Every Friday at 16:00 into /reports”."""
        at = f"{self.minutes // 60:02}:{self.minutes % 60:02}"
        return f"Every {WEEKDAYS[self.weekday]} at {at} into {self.folder}"

    def due(self, now: datetime, zone: ZoneInfo) -> datetime | None:
        """Return the latest moment at which it fell due; None when that was before ``since``.

        However long the computer slept, there is one such moment, and it is in the past.
        """
        today = local_day(now, zone)
        day = today - timedelta(days=(today.weekday() - self.weekday) % 7)
        moment = edge(day, self.minutes, zone)
        if moment > now:
            moment = edge(day - _WEEK, self.minutes, zone)
        return moment if self.folder and moment >= self.since else None


def week_due(moment: datetime, zone: ZoneInfo) -> Period:
    """Return the week that most of the seven days before a moment belong to.

    On Friday that is the week under way, on Monday morning the one that has ended.
    """
    return Period.week_of(local_day(as_utc(moment) - _HALF_A_WEEK, zone))


def read_time(words: str, field: str) -> int:
    """Return the minutes after midnight of “16:00”; raise Refused for what is no time."""
    found = _TIME.fullmatch(words.strip())
    if found is None:
        raise Refused("Type the time like 16:00.", field=field)
    return int(found[1]) * 60 + int(found[2])
