"""How values are said."""

import pytest

from pressdesk.domain.report_words import change_said, share_said, value_said
from pressdesk.domain.reports import Figure, Unit

MINUTE, HOUR, DAY = 60, 3600, 86400
CLOCK, WORKING = Unit.DURATION_CLOCK, Unit.DURATION_WORKING


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (None, Unit.COUNT, ""),
        (0, Unit.COUNT, "0"),
        (1204, Unit.COUNT, "1,204"),
        (0.824, Unit.SHARE, "82%"),
        (0, Unit.SHARE, "0%"),
        (None, CLOCK, ""),
        (29, CLOCK, "0 min"),
        (42 * MINUTE, CLOCK, "42 min"),
        (59.6 * MINUTE, CLOCK, "1 h 00 min"),
        (HOUR + 5 * MINUTE, WORKING, "1 h 05 min"),
        (47 * HOUR, CLOCK, "47 h 00 min"),
        (2 * DAY + 3 * HOUR, CLOCK, "2 days 3 h"),
        (2 * DAY + 3 * HOUR, WORKING, "51 h 00 min"),
    ],
)
def test_a_value_is_said_in_its_unit(value, unit, said):
    assert value_said(value, unit) == said


@pytest.mark.parametrize(
    ("value", "before", "said"),
    [
        (5, 3, "up from 3"),
        (3, 5, "down from 5"),
        (3, 3, "as before"),
        (3, None, ""),
        (None, 3, ""),
        (0, 4, "down from 4"),
    ],
)
def test_a_change_is_said_from_the_period_before(value, before, said):
    assert change_said(Figure("received", "Received", value, before=before)) == said


def test_a_change_too_small_to_be_seen_is_none():
    figure = Figure("urgent", "Urgent", 0.8211, Unit.SHARE, 41, before=0.8239)
    assert change_said(figure) == "as before"


@pytest.mark.parametrize(
    ("value", "of", "said"), [(0.5, 1204, "of 1,204"), (None, 0, ""), (3, None, "")]
)
def test_a_share_says_what_it_is_of(value, of, said):
    assert share_said(Figure("urgent", "Urgent", value, Unit.SHARE, of)) == said
