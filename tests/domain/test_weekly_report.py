"""When the weekly report falls due, and which week it is about."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.weekly_report import WeeklyReport, read_time, week_due
from pressdesk.errors import Refused

LONDON = ZoneInfo("Europe/London")
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


def at(day, hour, minute=0, month=11):
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


def weekly(weekday=4, minutes=16 * 60, since=LONG_AGO, folder="/reports"):
    return WeeklyReport(folder, ("pdf",), weekday, minutes, since)


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (at(27, 15, 59), at(20, 16)),
        (at(27, 16), at(27, 16)),
        (at(30, 9), at(27, 16)),  # the computer slept over the weekend
        (at(23, 15, 30, 10), at(23, 15, month=10)),  # summer time: 16:00 is 15:00 in UTC
        (at(30, 16, 30, 10), at(30, 16, month=10)),
    ],
)
def test_it_is_due_at_the_wall_clock_of_the_office_however_long_the_computer_slept(now, due):
    assert weekly().due(now, LONDON) == due


def test_what_was_due_before_it_was_switched_on_is_not_written():
    assert weekly(since=at(28, 9)).due(at(30, 9), LONDON) is None
    assert weekly(since=at(28, 9)).due(at(30, 9) + timedelta(days=7), LONDON) is not None


def test_without_a_folder_it_is_off():
    assert weekly(folder="").due(at(27, 17), LONDON) is None


@given(
    st.integers(0, 4 * 366 * 24 * 60),
    st.integers(0, 6),
)
def test_in_any_seven_days_it_falls_due_once(minutes, weekday):
    one, now = weekly(weekday), at(1, 0, month=2) + timedelta(minutes=minutes)
    due = one.due(now, LONDON)
    assert due is not None
    assert timedelta() <= now - due < timedelta(days=7, hours=1)
    assert one.due(due, LONDON) == due
    assert one.due(due - timedelta(seconds=1), LONDON) < due


@pytest.mark.parametrize(
    ("moment", "week"),
    [
        (at(27, 16), "2026-W48"),  # Friday afternoon: the week under way
        (at(26, 12), "2026-W48"),  # from Thursday noon on
        (at(25, 16), "2026-W47"),
        (at(23, 8), "2026-W47"),  # Monday morning: the week that has ended
    ],
)
def test_it_is_about_the_week_that_most_of_the_days_before_belong_to(moment, week):
    assert week_due(moment, LONDON).key == week


@pytest.mark.parametrize("words", ["", "4pm", "24:00", "16:60"])
def test_what_is_no_time_is_refused_at_its_field(words):
    with pytest.raises(Refused, match="like 16:00") as refused:
        read_time(words, "time")
    assert refused.value.field == "time"
