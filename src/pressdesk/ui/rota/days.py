"""Which days the rota page shows, how it calls them, and the night of a day."""

from datetime import date, timedelta

from pressdesk.domain.hours import Period
from pressdesk.domain.local_time import edge
from pressdesk.domain.rota import WEEK
from pressdesk.domain.said import MONTHS, day_said
from pressdesk.services.rota import RotaDay, RotaSheet

EVENING, MORNING = 17 * 60, 9 * 60  # minutes after midnight, for a day without opening


def monday_of(day: date) -> date:
    """Return the Monday of the week of a day."""
    return day - timedelta(days=day.weekday())


def month_on(day: date, step: int) -> date:
    """Return the first day of the month before or after that of a day."""
    first = day.replace(day=1)
    return (first + timedelta(days=31 if step > 0 else -1)).replace(day=1)


def night_of(day: RotaDay, sheet: RotaSheet) -> Period:
    """Return the night of a day: from its closing, or its evening, to the next opening."""
    zone = sheet.hours.zone
    start = day.open[-1][1] if day.open else edge(day.day, EVENING, zone)
    opening = sheet.hours.next_opening(start)
    if opening is None or opening - start > WEEK:
        opening = edge(day.day + timedelta(days=1), MORNING, zone)
    return start, opening


def week_said(monday: date) -> str:
    """Return “Monday 23 to Sunday 29 November 2026”."""
    sunday = monday + timedelta(days=6)
    month = "" if monday.month == sunday.month else f" {MONTHS[monday.month - 1]}"
    return f"Monday {monday.day}{month} to {day_said(sunday)}"


def month_said(day: date) -> str:
    """Return “November 2026”."""
    return f"{MONTHS[day.month - 1]} {day.year}"
