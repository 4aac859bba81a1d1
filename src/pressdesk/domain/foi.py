"""The date by which a request under the Freedom of Information Act 2000 is to be answered.

Twenty working days after the day of receipt (section 10). A working day is no Saturday, Sunday,
Christmas Day, Good Friday or bank holiday in any part of the United Kingdom (section 10(6)).
"""

from collections.abc import Callable
from datetime import date, timedelta

WORKING_DAYS = 20


def foi_due(received: date, is_holiday: Callable[[date], bool]) -> date:
    """Return the twentieth working day; the day after receipt is the first that can count."""
    day, counted = received, 0
    while counted < WORKING_DAYS:
        day += timedelta(days=1)
        counted += day.weekday() < 5 and not is_holiday(day)
    return day
