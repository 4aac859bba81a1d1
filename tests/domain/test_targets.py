"""House targets: working time, from when an enquiry came in."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressdesk.domain.hours import SpecialDay
from pressdesk.domain.targets import target_due
from tests.domain.hours_cases import CALENDARS
from tests.domain.test_hours_always import TICK, any_office, instants

OFFICE = CALENDARS["weekdays"]
"""Monday to Friday 08:30 to 17:00, with bank holidays."""


def at(day, clock):
    return datetime.fromisoformat(f"2026-11-{day:02d}T{clock}:00+00:00").astimezone(UTC)


@pytest.mark.parametrize(
    ("received", "minutes", "due"),
    [
        (at(23, "14:06"), 30, at(23, "14:36")),
        (at(23, "16:30"), 30, at(23, "17:00")),  # used up at closing: due at closing
        (at(23, "16:30"), 60, at(24, "09:00")),
        (at(23, "19:42"), 30, at(24, "09:00")),  # out of hours it counts from the opening
        (at(27, "16:30"), 60, at(30, "09:00")),  # over the weekend
    ],
)
def test_a_target_counts_working_time(received, minutes, due):
    assert target_due(received, minutes, OFFICE) == due


def test_a_closure_and_a_bank_holiday_are_no_working_time():
    closed = replace(OFFICE, special_days=(SpecialDay(date(2026, 11, 24), (), "staff day"),))
    assert target_due(at(23, "16:30"), 60, closed) == at(25, "09:00")
    christmas_eve = datetime(2026, 12, 24, 16, 30, tzinfo=UTC)
    assert target_due(christmas_eve, 60, OFFICE) == datetime(2026, 12, 29, 9, 0, tzinfo=UTC)


def test_an_office_that_stops_opening_has_no_target():
    assert target_due(at(23, "14:06"), 30, replace(OFFICE, rules=())) is None


@settings(max_examples=100, deadline=None)
@given(any_office(), instants(), st.integers(1, 3000))
def test_a_target_never_falls_in_closed_time(hours, received, minutes):
    due = target_due(received, minutes, hours)
    if due is not None:
        assert hours.is_open(due - TICK)  # at the latest it is the moment of closing
        assert hours.working_time(received, due) == timedelta(minutes=minutes)


@settings(max_examples=100, deadline=None)
@given(any_office(), instants(), st.integers(1, 3000), st.integers(0, 10))
def test_a_closure_never_moves_a_target_earlier(hours, received, minutes, ahead):
    closed = SpecialDay((received + timedelta(days=ahead)).date(), (), "staff day")
    others = tuple(day for day in hours.special_days if day.day != closed.day)
    before = target_due(received, minutes, hours)
    after = target_due(received, minutes, replace(hours, special_days=(*others, closed)))
    assert before is not None
    assert after is None or after >= before
