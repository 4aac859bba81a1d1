"""Promises: by when they are due, and what became of them."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from pressdesk.domain.hours import OpeningHours
from pressdesk.domain.promises import Promise, PromiseState, due_in, open_promises
from pressdesk.errors import Refused
from tests.conftest import MONDAY_14_06, OPENS_ON_WEEKDAYS

LONDON = ZoneInfo("Europe/London")
HOURS = OpeningHours(LONDON, OPENS_ON_WEEKDAYS)
RING = Promise(1, "I'll ring by 3", MONDAY_14_06 + timedelta(minutes=54), "Priya", MONDAY_14_06)


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("I'll ring by 3", "2026-11-23T15:00"),
        ("I’ll ring back by 15:30", "2026-11-23T15:30"),
        ("Figures on Fri 10am", "2026-11-27T10:00"),
        ("in 20 mins with the numbers", "2026-11-23T14:26"),
        ("The two reports by close of play", "2026-11-23T17:00"),
        ("Send 3 reports by noon tomorrow", "2026-11-24T12:00"),
        ("ring by 2", "2026-11-24T14:00"),
    ],
)
def test_the_words_of_a_promise_name_its_moment(words, due):
    found = due_in(words, MONDAY_14_06, HOURS).astimezone(LONDON)
    assert found.replace(tzinfo=None) == datetime.fromisoformat(due)


@pytest.mark.parametrize("words", ["I'll ring", "asap", "", "when I know more", "x " * 2000])
def test_a_promise_without_a_time_is_refused(words):
    with pytest.raises(Refused, match="Say by when") as refused:
        due_in(words, MONDAY_14_06, HOURS)
    assert refused.value.field == "promise"


def test_a_time_that_happens_twice_asks_which():
    saturday = datetime(2026, 10, 24, 18, tzinfo=LONDON)
    with pytest.raises(Refused, match="BST or GMT"):
        due_in("ring tomorrow at 01:30", saturday, HOURS)


@pytest.mark.parametrize(
    ("state", "minutes", "late"),
    [
        (PromiseState.KEPT, 54, False),
        (PromiseState.KEPT, 55, True),
        (PromiseState.BROKEN, 90, False),
        (PromiseState.OPEN, None, False),
    ],
)
def test_a_promise_kept_after_its_time_was_kept_late(state, minutes, late):
    at = None if minutes is None else MONDAY_14_06 + timedelta(minutes=minutes)
    assert replace(RING, state=state, settled_at=at).late is late


def test_the_nearest_open_promise_comes_first():
    later = replace(RING, id=2, due_at=RING.due_at + timedelta(hours=1))
    kept = replace(RING, id=3, state=PromiseState.KEPT)
    assert [one.id for one in open_promises((later, kept, RING))] == [1, 2]
