"""House targets: working time, from when an enquiry came in."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.hours import SpecialDay
from pressdesk.domain.targets import (
    Target,
    TargetState,
    minutes_said,
    read_minutes,
    standing_of,
    target_due,
    target_said,
)
from pressdesk.errors import Refused
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


@pytest.mark.parametrize(
    ("typed", "minutes", "said"),
    [
        ("30", 30, "30 min"),
        ("30 min", 30, "30 min"),
        (" 2 H ", 120, "2 h"),
        ("1h30", 90, "1 h 30 min"),
        ("1 hour 5 minutes", 65, "1 h 5 min"),
        ("27 h", 27 * 60, "27 h"),
        ("", None, ""),
    ],
)
def test_a_target_is_typed_and_shown_in_hours_and_minutes(typed, minutes, said):
    assert read_minutes(typed, "holding") == minutes
    assert minutes_said(minutes) == said
    assert read_minutes(said, "holding") == minutes


@pytest.mark.parametrize("typed", ["soon", "1 day", "-5", "2.5 h", "h"])
def test_what_is_no_working_time_is_refused_at_its_field(typed):
    with pytest.raises(Refused) as refused:
        read_minutes(typed, "holding")
    assert refused.value.field == "holding"


@pytest.mark.parametrize(
    ("done", "waits", "now", "state", "said"),
    [
        (None, True, at(23, "14:20"), TargetState.OPEN, "today 16:50 · 2 h 30 min left"),
        (None, True, at(23, "16:50"), TargetState.PAST, "today 16:50 · past target by less than a minute"),
        (None, True, at(24, "08:50"), TargetState.PAST, "yesterday 16:50 · past target by 30 min of opening"),
        (None, False, at(24, "08:50"), TargetState.DROPPED, "yesterday 16:50 · no longer open"),
        (at(23, "16:50"), True, at(23, "16:55"), TargetState.MET, "today 16:50 · met today 16:50"),
        (at(23, "16:51"), True, at(23, "16:55"), TargetState.MISSED, "today 16:50 · missed, done today 16:51"),
    ],
)  # fmt: skip
def test_how_a_target_stands_is_said_in_working_time(done, waits, now, state, said):
    target = Target(AnswerKind.ACKNOWLEDGED, at(23, "16:50"))
    standing = standing_of(target, done, now, waits=waits)
    assert standing.state is state
    assert target_said(standing, now, OFFICE) == said


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
