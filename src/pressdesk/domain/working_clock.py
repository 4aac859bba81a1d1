"""How long the office was open until many instants at once: for a report.

``OpeningHours.working_time`` says the same of one stretch; this walks once through a year's
openings with all its answers, which takes a tenth of a second.
"""

from bisect import bisect_left
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from pressdesk.domain.hours import OpeningHours


def readings(hours: OpeningHours, instants: Iterable[int]) -> dict[int, int]:
    """Return what a clock that runs only in opening hours shows at some instants, in seconds.

    It starts from nothing at the first of them; instants are whole seconds from 1970. The
    difference of two readings is the working time between them.
    """
    seen = sorted(set(instants))
    if not seen:
        return {}
    shown, at, found = 0, 0, dict[int, int]()
    begins, ends = _instant(seen[0]), _instant(seen[-1]) + timedelta(seconds=1)
    for opening, closing in hours.periods(begins, ends):
        opens, closes = int(opening.timestamp()), int(closing.timestamp())
        opened = bisect_left(seen, opens, at)
        closed = bisect_left(seen, closes, opened)
        found.update(dict.fromkeys(seen[at:opened], shown))
        ahead = opens - shown
        found.update({instant: instant - ahead for instant in seen[opened:closed]})
        shown, at = closes - ahead, closed
    found.update(dict.fromkeys(seen[at:], shown))
    return found


def _instant(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
