"""The hour of the week in a zone, as the log asks for it and as clocks show it."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.counted import EVERYTHING, Counted, WeekHour, stretches

ZONES = ["Europe/London", "Asia/Kathmandu", "America/St_Johns", "Pacific/Auckland"]
BEGAN = datetime(2025, 1, 1, tzinfo=UTC)


@given(st.integers(0, 3 * 366 * 86_400 - 1), st.sampled_from(ZONES))
def test_the_hour_of_the_week_is_the_one_that_clocks_show(seconds, name):
    zone, at = ZoneInfo(name), BEGAN + timedelta(seconds=seconds)
    ends = BEGAN + timedelta(days=3 * 366)
    (lies_in,) = [one for one in stretches(BEGAN, ends, zone) if one.begins <= at < one.ends]
    local = at.astimezone(zone)
    shown = WeekHour(local.weekday(), local.hour, name).number
    assert lies_in.week_hour(int(at.timestamp())) == shown


def test_stretches_are_cut_where_the_clocks_change():
    ends = datetime(2027, 1, 1, tzinfo=UTC)
    cuts = [
        one.begins for one in stretches(datetime(2026, 1, 1, tzinfo=UTC), ends, ZoneInfo(ZONES[0]))
    ]
    assert cuts[1:] == [datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)]


@pytest.mark.parametrize(
    ("counted", "said"),
    [
        (EVERYTHING, ""),
        (Counted(urgent=True, in_hours=False), "urgent, received out of hours"),
        (Counted(hour=WeekHour(0, 8, ZONES[0])), "Monday 08:00 to 09:00"),
    ],
)
def test_what_is_counted_is_said_in_words(counted, said):
    assert counted.said == said
