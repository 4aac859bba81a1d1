"""What the banner says, at the instants where it must change."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from pressdesk.domain.hours import DayRule, OpeningHours, Span, SpecialDay
from pressdesk.domain.rota import Shift
from pressdesk.domain.routing import Lines
from pressdesk.domain.standing import duty_said, line_said, standing

LONDON = ZoneInfo("Europe/London")
LINES = Lines("020 3513 0600", "07836 217729")
WEEK = tuple(DayRule(day, (Span(510, 1020),), date(2012, 1, 1)) for day in range(5))
LUNCH = SpecialDay(date(2026, 11, 24), (Span(510, 750), Span(810, 1020)), "Staff lunch")
HOURS = OpeningHours(LONDON, WEEK, (LUNCH,))
CLOSED_FOR_GOOD = OpeningHours(LONDON, ())
NIGHT = Shift(1, "Sam Okafor", datetime(2026, 11, 23, 17, tzinfo=UTC), datetime(2026, 11, 24, 8, 30, tzinfo=UTC), "07700 900111")  # fmt: skip


def at(day: int, hour: int, minute: int = 0, second: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, second, tzinfo=LONDON).astimezone(UTC)


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (at(23, 14, 47), "main line · closes 17:00, in 2 h 13 min"),
        (at(23, 16, 59, 59), "main line · closes 17:00, in under a minute"),
        (at(23, 17), "out-of-hours line · opens Tuesday 08:30, in 15 h 30 min"),
        (at(21, 19, 30), "out-of-hours line · opens Monday 08:30, in 1 day 13 h"),
        (at(24, 8), "out-of-hours line · opens 08:30, in 30 min"),
        (at(24, 13), "out-of-hours line · opens 13:30, in 30 min"),
    ],
)
def test_the_line_and_its_next_change_are_said(now, said):
    assert line_said(standing(now, HOURS, LINES, ()), now, LONDON) == said


def test_an_office_without_openings_says_so():
    now = at(23, 12)
    found = standing(now, CLOSED_FOR_GOOD, LINES, ())
    assert line_said(found, now, LONDON) == "out-of-hours line · no opening is set"


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (at(23, 14), ("Tonight", "Sam Okafor")),
        (at(23, 20), ("On duty", "Sam Okafor")),
        (at(24, 9), ("From 12:30", "")),
        (at(24, 14), ("Tonight", "")),
        (at(24, 18), ("On duty", "")),
    ],
)
def test_the_duty_officer_of_the_next_hours_is_said(now, said):
    assert duty_said(standing(now, HOURS, LINES, (NIGHT,)), now, LONDON) == said
