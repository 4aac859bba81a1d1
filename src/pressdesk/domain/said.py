"""How days and moments are said in sentences: “Monday 23 November 08:30”.

The names are kept here because those of the ``calendar`` module follow the computer's language.
"""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def day_said(day: date, *, seen_from: date | None = None) -> str:
    """Return “Monday 23 November”, with the year when it is not that of ``seen_from``."""
    words = f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    return words if seen_from and seen_from.year == day.year else f"{words} {day.year}"


def day_abbreviated(day: date) -> str:
    """Return “Mon 23 Nov”."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]}"


def time_said(instant: datetime, zone: ZoneInfo) -> str:
    """Return the wall-clock time “08:30” of an instant, as the office sees it."""
    return f"{instant.astimezone(zone):%H:%M}"


def moment_said(instant: datetime, zone: ZoneInfo, *, seen_from: date | None = None) -> str:
    """Return “Monday 23 November 08:30”, with the year when it is not that of ``seen_from``."""
    local = instant.astimezone(zone)
    return f"{day_said(local.date(), seen_from=seen_from)} {local:%H:%M}"


def listed(words: Sequence[str]) -> str:
    """Return “one, two and three”."""
    *first, last = words or ("",)
    return f"{', '.join(first)} and {last}" if first else last


def when_said(instant: datetime, now: datetime, zone: ZoneInfo) -> str:
    """Return “today 14:06”, “yesterday 16:50”, “Fri 20 Nov, 10:00”; the year when another."""
    local, today = instant.astimezone(zone), now.astimezone(zone).date()
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get((local.date() - today).days)
    if near:
        return f"{near} {local:%H:%M}"
    year = "" if local.year == today.year else f" {local.year}"
    return f"{day_abbreviated(local.date())}{year}, {local:%H:%M}"


def linked_said(questions: int) -> str:
    """Return “linked to 3 like questions”, which speaks for an answer; nothing for none."""
    return f"linked to {questions} like question{'' if questions == 1 else 's'}" * bool(questions)


def counted_up_to(number: int, *, more: bool) -> str:
    """Return a count, “1,000+” when it was not counted to its end."""
    return f"{number:,}{'+' if more else ''}"
