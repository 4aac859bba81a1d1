"""What the rota warns of ahead, in sentences: time nobody covers, and time two people cover."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from pressdesk.domain.hours import Period
from pressdesk.domain.local_time import local_day
from pressdesk.domain.rota import Shift, shared
from pressdesk.domain.said import day_said, moment_said, time_said


def period_said(period: Period, zone: ZoneInfo) -> str:
    """Return “Monday 23 November 17:00 to Tuesday 24 November 08:30”."""
    start, end = period
    day = local_day(start, zone)
    same = local_day(end, zone) == day
    until = time_said(end, zone) if same else moment_said(end, zone, seen_from=day)
    return f"{day_said(day, seen_from=day)} {time_said(start, zone)} to {until}"


def gap_warning(gaps: Sequence[Period], zone: ZoneInfo) -> str:
    """Return a sentence about the nearest gap and how many follow, or nothing."""
    if not gaps:
        return ""
    more = f", and {_count(len(gaps) - 1, 'gap')} after that" if gaps[1:] else ""
    return f"Gap in the rota: nobody is on duty {period_said(gaps[0], zone)}{more}."


def double_warning(doubles: Sequence[tuple[Shift, Shift]], now: datetime, zone: ZoneInfo) -> str:
    """Return a sentence about the nearest time that two people have duty, or nothing."""
    ahead = [pair for pair in doubles if min(shift.ends_at for shift in pair) > now]
    if not ahead:
        return ""
    first, second = ahead[0]
    more = f", and {_count(len(ahead) - 1, 'time')} after that" if ahead[1:] else ""
    names = f"{first.person} and {second.person}"
    return (
        f"Double cover: {names} are both on duty {period_said(shared(first, second), zone)}{more}."
    )


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'s' * (number > 1)}"
