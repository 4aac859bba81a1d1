from datetime import UTC, datetime, timedelta

import pytest

from pressdesk.domain.rota import Shift, check_shift, gaps, on_duty, overlaps
from pressdesk.errors import Refused
from tests.domain.hours_cases import CALENDARS

WEEKDAYS = CALENDARS["weekdays"]


def utc(words):
    return datetime.fromisoformat(words).replace(tzinfo=UTC)


def shift(person, start, end):
    return Shift(None, person, utc(start), utc(end), "07836 217729")


def people(shifts):
    return [found.person for found in shifts]


ADA = shift("Ada", "2026-11-23T17:00", "2026-11-24T08:30")
BEN = shift("Ben", "2026-11-24T17:00", "2026-11-25T08:30")
EVE = shift("Eve", "2026-11-23T20:00", "2026-11-23T22:00")


@pytest.mark.parametrize(
    ("at", "person"),
    [
        ("2026-11-23T16:59", None),
        ("2026-11-23T17:00", "Ada"),
        ("2026-11-24T08:29:59", "Ada"),
        ("2026-11-24T08:30", None),
        ("2026-11-23T20:00", "Eve"),  # who started later stands in
        ("2026-11-23T22:00", "Ada"),
    ],
)
def test_one_person_is_on_duty_at_an_instant(at, person):
    found = on_duty([EVE, ADA, BEN], utc(at))
    assert (found and found.person) == person


@pytest.mark.parametrize(
    ("shifts", "start", "end", "expected"),
    [
        ([ADA, BEN], "2026-11-23T17:00", "2026-11-25T08:30", []),
        ([ADA], "2026-11-23T12:00", "2026-11-25T12:00", ["24T17:00 25T08:30"]),
        ([], "2026-11-20T12:00", "2026-11-23T12:00", ["20T17:00 23T08:30"]),
        ([EVE], "2026-11-23T12:00", "2026-11-24T12:00", ["23T17:00 23T20:00", "23T22:00 24T08:30"]),
        ([ADA], "2026-11-23T23:00", "2026-11-24T08:00", []),
        ([ADA, EVE], "2026-11-23T12:00", "2026-11-24T12:00", []),
        ([], "2026-11-23T18:00", "2026-11-23T19:00", ["23T18:00 23T19:00"]),
        ([], "2026-11-23T19:00", "2026-11-23T18:00", []),
        ([BEN], "2026-11-23T17:00", "2026-11-23T19:00", ["23T17:00 23T19:00"]),
    ],
)
def test_a_gap_is_out_of_hours_time_with_nobody_on_duty(shifts, start, end, expected):
    found = gaps(shifts, utc(start), utc(end), WEEKDAYS)
    assert [f"{begins:%dT%H:%M} {ends:%dT%H:%M}" for begins, ends in found] == expected


def test_a_bank_holiday_without_a_shift_is_a_gap():
    start, end = utc("2026-12-25T09:00"), utc("2026-12-25T10:00")
    assert gaps([], start, end, WEEKDAYS) == ((start, end),)


def test_shifts_that_share_time_are_found_and_those_that_touch_are_not():
    after = shift("Cat", "2026-11-24T08:30", "2026-11-24T12:00")
    assert [people(pair) for pair in overlaps([after, BEN, EVE, ADA])] == [["Ada", "Eve"]]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (shift("Ada", "2026-11-23T17:00", "2026-11-23T17:00"), "must end after it starts"),
        (shift("Ada", "2026-11-23T17:00", "2026-11-23T16:00"), "must end after it starts"),
        (shift("Ada", "2026-11-23T17:00", "2026-11-30T17:01"), "7 days at most"),
        (shift(" ", "2026-11-23T17:00", "2026-11-24T08:30"), "needs a person"),
    ],
)
def test_a_shift_that_cannot_be_worked_is_refused(wrong, sentence):
    with pytest.raises(Refused, match=sentence):
        check_shift(wrong)


def test_a_shift_of_seven_days_is_the_longest():
    check_shift(Shift(None, "Ada", ADA.starts_at, ADA.starts_at + timedelta(days=7), ""))
