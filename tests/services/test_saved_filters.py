"""Filters of the log under a name: kept for everybody, found by name, gone when removed."""

from datetime import timedelta

import pytest

from pressdesk.domain.contacts import Outlet
from pressdesk.domain.enquiries import EnquiryForm, LogQuery, Status
from pressdesk.domain.saved_filters import SavedFilter
from pressdesk.errors import NotFound, PressDeskError

FIRES = SavedFilter("Fires this week", text="fire", starts="this week", status=Status.NEW)


def test_what_is_kept_is_listed_by_name_and_replaced_under_the_same_name(services):
    services.saved_filters.keep(FIRES)
    services.saved_filters.keep(SavedFilter(" Answers ", text="answer"))
    changed = services.saved_filters.keep(SavedFilter("FIRES this week", text="fires"))
    assert services.saved_filters.listed() == (
        SavedFilter("Answers", text="answer", id=2),
        SavedFilter("Fires this week", text="fires", id=1),
    )
    assert changed.id == 1
    assert services.journal.check().findings == ()


@pytest.mark.parametrize(
    ("saved", "said"),
    [
        (SavedFilter("  ", text="fire"), "a name"),
        (SavedFilter("Everything"), "Nothing is filtered"),
        (SavedFilter("When", starts="sometime"), "not a day"),
    ],
)
def test_filters_that_cannot_be_are_refused(services, saved, said):
    with pytest.raises(PressDeskError, match=said):
        services.saved_filters.keep(saved)


def test_one_is_found_by_how_its_name_begins_and_removed(services):
    kept = services.saved_filters.keep(FIRES)
    assert services.saved_filters.named("fires") == kept
    services.saved_filters.remove("Fires this week")
    with pytest.raises(NotFound, match="There is none yet"):
        services.saved_filters.named("fires")
    with pytest.raises(NotFound):
        services.saved_filters.remove("Fires this week")


def test_the_same_filter_shows_other_days_when_time_has_gone_by(services, clock):
    before = services.saved_filters.query(FIRES)
    clock.instant += timedelta(days=7)
    after = services.saved_filters.query(FIRES)
    assert after.received_from - before.received_from == timedelta(days=7)


def test_it_follows_its_outlet_into_another(services, clock):
    names = ("Echo", "The Echo")
    echo, the_echo = (services.contacts.save_outlet(Outlet(name)) for name in names)
    services.enquiries.log(EnquiryForm(clock.now(), journalist="Ada", outlet="Echo", subject="x"))
    services.saved_filters.keep(SavedFilter("Echo", outlet_id=echo))
    services.contacts.merge_outlets(the_echo, echo)
    (kept,) = services.saved_filters.listed()
    assert kept.outlet == "The Echo"
    assert services.desk.count(services.saved_filters.query(kept)) == 1


def test_search_finds_a_filter_by_its_name(services):
    kept = services.saved_filters.keep(FIRES)
    (group,) = services.search.find("week fires").groups
    assert (group.kind, group.hits[0].id, group.hits[0].title) == (
        "saved_filter",
        kept.id,
        "Fires this week",
    )
    assert services.search.find("fires xyzzy").groups == ()
    assert services.search.find("fires status:new").groups == ()


def test_the_query_of_one_is_that_of_the_screen(services, clock):
    services.enquiries.log(EnquiryForm(clock.now(), journalist="Ada", subject="Fire at last"))
    assert services.desk.count(services.saved_filters.query(FIRES)) == 1
    assert services.desk.count(LogQuery("fire", status=Status.CLOSED)) == 0
