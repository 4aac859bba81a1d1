"""House targets: how soon the office wants to acknowledge, hold and answer, in working time.

They are optional, and none is preset. Working time is what ``domain.hours`` says it is, with bank
holidays and closures, so a target never falls in closed time. One that is used up exactly at
closing is due at closing.
"""

from datetime import datetime, timedelta

from pressdesk.domain.hours import OpeningHours


def target_due(received: datetime, minutes: int, hours: OpeningHours) -> datetime | None:
    """Return when ``minutes`` of working time after ``received`` are used up.

    None when the office stops opening first. Raises Refused when ``minutes`` is negative. The
    working time that an act really took is ``hours.working_time(received, acted)``.
    """
    return hours.add_working_time(received, timedelta(minutes=minutes))
