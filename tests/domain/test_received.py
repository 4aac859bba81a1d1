"""The moment an enquiry came in, typed by hand."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from pressdesk.domain.received import read_received, received_said, received_typed
from pressdesk.errors import Refused

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 11, 23, 14, 6, 30, tzinfo=UTC)


def utc(year, month, day, hour, minute=0):
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "instants"),
    [
        ("21/11/2026 19:42", (utc(2026, 11, 21, 19, 42),)),
        ("21/11/2026, 19.42", (utc(2026, 11, 21, 19, 42),)),
        (" 21/11 9:05 ", (utc(2026, 11, 21, 9, 5),)),
        ("14:06", (utc(2026, 11, 23, 14, 6),)),
        ("1/7/2026 10:00", (utc(2026, 7, 1, 9),)),
        ("25/10/2026 01:30", (utc(2026, 10, 25, 0, 30), utc(2026, 10, 25, 1, 30))),
    ],
)
def test_a_time_names_its_moments(words, instants):
    assert read_received(words, NOW, LONDON) == instants


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("", "Type the day and the time"),
        ("yesterday", "Type the day and the time"),
        ("31/11/2026 10:00", "Type the day and the time"),
        ("25:00", "Type the day and the time"),
        ("١٤:٠٦", "Type the day and the time"),
        ("29/03/2026 01:30", "clocks go forward"),
        ("14:07", "still to come"),
        ("24/11/2026 09:00", "still to come"),
    ],
)
def test_a_time_that_cannot_be_is_refused(words, sentence):
    with pytest.raises(Refused, match=sentence) as refusal:
        read_received(words, NOW, LONDON)
    assert refusal.value.field == "received_at"


def test_of_a_time_that_happens_twice_only_the_past_one_counts():
    between = utc(2026, 10, 25, 1, 10)
    assert read_received("25/10/2026 01:30", between, LONDON) == (utc(2026, 10, 25, 0, 30),)


def test_what_is_shown_to_be_edited_reads_back_as_the_same_minute():
    assert read_received(received_typed(NOW, LONDON), NOW, LONDON) == (NOW.replace(second=0),)


def test_a_heading_names_the_day():
    assert received_said(utc(2026, 7, 4, 18, 42), LONDON) == "Sat 4 Jul 2026, 19:42"
