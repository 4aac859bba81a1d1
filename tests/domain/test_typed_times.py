"""Plans typed by hand: days and moments near the week that is shown."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from pressdesk.domain.typed_times import moment_typed, read_day, read_end, read_moment
from pressdesk.errors import Refused

LONDON = ZoneInfo("Europe/London")
MONDAY = date(2026, 11, 23)


def utc(words):
    return datetime.fromisoformat(words).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("30/11/2026", date(2026, 11, 30)),
        ("30/11", date(2026, 11, 30)),
        (" Mon 30/11 ", date(2026, 11, 30)),
        ("2/1", date(2027, 1, 2)),  # the nearest, over the turn of the year
        ("29/2", date(2028, 2, 29)),
    ],
)
def test_a_day_without_a_year_is_the_nearest(words, day):
    near = date(2027, 6, 1) if words == "29/2" else MONDAY
    assert read_day(words, near, "day") == day


@pytest.mark.parametrize("words", ["", "tomorrow", "31/02/2027", "30/13", "1/1/9999", "30-11"])
def test_words_that_are_no_day_are_refused_at_their_field(words):
    with pytest.raises(Refused, match="Type the day") as refused:
        read_day(words, MONDAY, "day")
    assert refused.value.field == "day"


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("23/11 17:00", "2026-11-23T17:00"),
        ("23/11/2026 17.00", "2026-11-23T17:00"),
        ("wed 9:05", "2026-11-25T09:05"),
        ("Monday 17:00", "2026-11-23T17:00"),
        ("17:00", "2026-11-23T17:00"),
        ("24:00", "2026-11-24T00:00"),
        ("1/6 17:00", "2026-06-01T16:00"),
    ],
)
def test_a_moment_is_read_in_the_offices_zone(words, moment):
    assert read_moment(words, MONDAY, LONDON, "starts_at") == (utc(moment),)


@pytest.mark.parametrize(
    "words", ["", "5pm", "24:01", "17:60", "Xyz 17:00", "32/11 17:00", "23/11"]
)
def test_words_that_are_no_moment_are_refused(words):
    with pytest.raises(Refused, match="like 23/11 17:00"):
        read_moment(words, MONDAY, LONDON, "starts_at")


def test_a_time_that_happens_twice_is_two_moments():
    both = read_moment("25/10/2026 01:30", MONDAY, LONDON, "starts_at")
    assert both == (utc("2026-10-25T00:30"), utc("2026-10-25T01:30"))


def test_a_time_that_the_clocks_jump_over_is_refused():
    with pytest.raises(Refused, match="clocks go forward over 01:30"):
        read_moment("29/03/2026 01:30", MONDAY, LONDON, "starts_at")


@pytest.mark.parametrize(
    ("start", "words", "end"),
    [
        ("2026-11-23T17:00", "08:30", "2026-11-24T08:30"),
        ("2026-11-23T17:00", "22:00", "2026-11-23T22:00"),
        ("2026-11-23T17:00", "17:00", "2026-11-24T17:00"),
        ("2026-11-27T17:00", "Mon 08:30", "2026-11-30T08:30"),
        ("2026-11-23T17:00", "23/11 08:30", "2026-11-23T08:30"),  # refused later, with its reason
    ],
)
def test_an_end_is_the_next_such_time_after_the_start(start, words, end):
    assert read_end(words, utc(start), LONDON, "ends_at") == (utc(end),)


def test_a_moment_is_typed_as_it_is_read():
    at = utc("2026-06-01T16:00")
    assert read_moment(moment_typed(at, LONDON), MONDAY, LONDON, "starts_at") == (at,)
