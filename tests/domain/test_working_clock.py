"""The clock of opening hours agrees with the hours, instant by instant."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.hours import DayRule, OpeningHours, SpecialDay
from pressdesk.domain.spans import parse_spans
from pressdesk.domain.working_clock import readings

BEGAN = datetime(2026, 3, 20, tzinfo=UTC)  # the clocks change on the 29th
HOURS = OpeningHours(
    ZoneInfo("Europe/London"),
    tuple(
        DayRule(day, parse_spans(spans), date(2012, 1, 1))
        for day, spans in enumerate([*["08:30-12:00, 13:00-17:00"] * 5, "", "22:00-06:00"])
    ),
    (SpecialDay(date(2026, 3, 25), (), "Away day"),),
)
SECONDS = st.integers(0, 20 * 86_400)


@given(st.lists(SECONDS, min_size=2, max_size=8))
def test_two_readings_differ_by_the_working_time_between_them(seconds):
    instants = [int(BEGAN.timestamp()) + one for one in seconds]
    shown = readings(HOURS, instants)
    first = min(seconds)
    for one, at in zip(seconds, instants, strict=True):
        worked = HOURS.working_time(
            BEGAN + timedelta(seconds=first), BEGAN + timedelta(seconds=one)
        )
        assert shown[at] == worked.total_seconds()


def test_of_no_instants_there_is_nothing_to_read():
    assert readings(HOURS, []) == {}
