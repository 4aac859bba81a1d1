"""How long an embargo holds, and how that is said."""

from datetime import UTC, datetime, timedelta

import pytest

from pressdesk.domain.embargo import (
    Embargo,
    EmbargoState,
    Event,
    EventKind,
    event_said,
    last_of,
    mark_said,
    until_said,
)
from tests.domain.hours_cases import LONDON

ENDS = datetime(2026, 11, 24, 0, 1, tzinfo=UTC)
UNTIL = Embargo(EmbargoState.UNTIL, ENDS)
NO_END, LIFTED = Embargo(EmbargoState.NO_END), Embargo(EmbargoState.LIFTED)


@pytest.mark.parametrize(
    ("embargo", "before", "holds"),
    [
        (UNTIL, timedelta(microseconds=1), True),
        (UNTIL, timedelta(), False),
        (UNTIL, timedelta(days=-1), False),
        (NO_END, timedelta(days=-10_000), True),
        (LIFTED, timedelta(days=1), False),
        (Embargo(), timedelta(days=1), False),
    ],
)
def test_at_its_instant_a_release_is_free(embargo, before, holds):
    assert embargo.holds(ENDS - before) is holds


LATER = Embargo(EmbargoState.UNTIL, ENDS + timedelta(days=1))


@pytest.mark.parametrize(
    ("embargoes", "last"),
    [
        ((), Embargo()),
        ((LIFTED, Embargo()), Embargo()),
        ((UNTIL, LATER, LIFTED), LATER),
        ((LATER, NO_END, UNTIL), NO_END),
    ],
)
def test_of_several_the_one_that_ends_last_counts(embargoes, last):
    assert last_of(embargoes) == last


@pytest.mark.parametrize(
    ("embargo", "before", "said"),
    [
        (UNTIL, timedelta(hours=5, minutes=20, seconds=59), "Embargoed 5 h 20 min"),
        (UNTIL, timedelta(minutes=1), "Embargoed 1 min"),
        (UNTIL, timedelta(seconds=59), "Embargoed 59 s"),
        (UNTIL, timedelta(), ""),
        (NO_END, timedelta(), "Embargoed, no end known"),
        (LIFTED, timedelta(hours=1), ""),
    ],
)
def test_the_mark_counts_down(embargo, before, said):
    assert mark_said(embargo, ENDS - before) == said


def test_the_end_is_said_as_the_office_sees_it():
    assert until_said(UNTIL, ENDS - timedelta(hours=9), LONDON) == "until tomorrow 00:01"
    assert until_said(NO_END, ENDS, LONDON) == "with no known end"


def test_what_happened_is_said_with_its_words_if_any():
    assert event_said(Event(EventKind.BROKEN, ENDS, "Priya Nair")) == "Embargo broken"
    assert event_said(Event(EventKind.LIFTED, ENDS, "Priya Nair", "Report is out")) == (
        "Lifted the embargo: Report is out"
    )
