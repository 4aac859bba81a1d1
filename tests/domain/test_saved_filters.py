"""A saved filter is what it was when it was kept, but for the days, which go with the time."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from pressdesk.domain.enquiries import LogQuery, Sort, Status
from pressdesk.domain.routing import Route
from pressdesk.domain.saved_filters import SavedFilter
from pressdesk.errors import Refused

LONDON = ZoneInfo("Europe/London")
MONDAY = date(2026, 11, 23)


def at(month, day, hour=0):
    return datetime(2026, month, day, hour, tzinfo=UTC)


@pytest.mark.parametrize(
    ("saved", "query"),
    [
        (SavedFilter("A", text="custody"), LogQuery("custody")),
        (SavedFilter("A", line=Route.HELD, status=Status.NEW), LogQuery(line=Route.HELD, status=Status.NEW)),
        (SavedFilter("A", outlet_id=3, outlet="Echo"), LogQuery(outlet_id=3)),
        (SavedFilter("A", owner="Sam", topic="Fire", sort=Sort.OLDEST), LogQuery(owner="Sam", topic="Fire", sort=Sort.OLDEST)),
        (SavedFilter("A", starts="last week", ends="last week"), LogQuery(received_from=at(11, 16), received_before=at(11, 23))),
        (SavedFilter("A", starts="1/7/2026"), LogQuery(received_from=at(6, 30, 23))),
    ],
)  # fmt: skip
def test_it_asks_for_what_was_chosen(saved, query):
    assert saved.query(MONDAY, LONDON) == query


def test_days_that_nobody_can_read_are_refused():
    with pytest.raises(Refused, match="“sometime” is not a day"):
        SavedFilter("A", starts="sometime").query(MONDAY, LONDON)


@pytest.mark.parametrize(
    ("saved", "narrows"),
    [
        (SavedFilter("A"), False),
        (SavedFilter("A", sort=Sort.OLDEST, id=4), False),
        (SavedFilter("A", ends="today"), True),
        (SavedFilter("A", topic="Fire"), True),
    ],
)
def test_an_order_alone_narrows_nothing(saved, narrows):
    assert saved.narrows() is narrows


def test_it_says_what_it_asks_for():
    saved = SavedFilter("A", text="custody", starts="last week", status=Status.NEW, outlet="Echo")
    assert saved.said() == "words custody, from last week, status New, outlet Echo"
