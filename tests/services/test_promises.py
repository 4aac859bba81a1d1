"""Promises, made and settled, by name and time."""

from datetime import timedelta

import pytest

from pressdesk.domain.enquiries import EnquiryForm, Status
from pressdesk.domain.promises import PromiseState
from pressdesk.errors import NotFound, Refused
from tests.conftest import MONDAY_14_06

FIFTEEN = MONDAY_14_06 + timedelta(minutes=54)


@pytest.fixture
def enquiry(services):
    form = EnquiryForm(MONDAY_14_06, journalist="Ruth Amery", questions=("Why?",))
    return services.enquiries.log(form).id


def on_the_desk(services):
    (row,) = services.desk.open_enquiries().enquiries
    return row.promised_at


def test_a_promise_shows_on_the_desk_until_it_is_kept(services, enquiry, clock):
    made = services.promises.make(enquiry, "I'll ring by 3")
    assert (made.due_at, made.made_by, on_the_desk(services)) == (FIFTEEN, "Priya Nair", FIFTEEN)
    clock.instant = FIFTEEN - timedelta(minutes=5)
    services.promises.settle(made.id, PromiseState.KEPT)
    (kept,) = services.enquiries.show(enquiry).promises
    assert (kept.state, kept.settled_by, kept.settled_at) == (
        *(PromiseState.KEPT, "Priya Nair"),
        clock.instant,
    )
    assert on_the_desk(services) is None


def test_the_nearest_of_several_shows(services, enquiry):
    services.promises.make(enquiry, "Figures by 5pm")
    services.promises.make(enquiry, "I'll ring by 3")
    assert on_the_desk(services) == FIFTEEN


def test_an_enquiry_is_not_closed_over_a_promise(services, enquiry):
    made = services.promises.make(enquiry, "I'll ring by 3")
    with pytest.raises(Refused, match="1 promise is still to be kept: “I'll ring by 3”"):
        services.answering.close(enquiry, "Declined")
    services.promises.settle(made.id, PromiseState.RELEASED)
    services.answering.close(enquiry, "Declined")
    assert services.enquiries.show(enquiry).summary.status is Status.CLOSED
    with pytest.raises(Refused, match="closed"):
        services.promises.make(enquiry, "I'll ring by 3")


def test_a_state_may_be_taken_back(services, enquiry):
    made = services.promises.make(enquiry, "I'll ring by 3")
    services.promises.settle(made.id, PromiseState.BROKEN)
    services.promises.settle(made.id, PromiseState.OPEN)
    (kept,) = services.enquiries.show(enquiry).promises
    assert (kept.state, kept.settled_by, kept.settled_at) == (PromiseState.OPEN, "", None)


def test_no_promise_is_taken_back_on_a_closed_enquiry(services, enquiry):
    made = services.promises.make(enquiry, "Figures by 5pm")
    services.promises.settle(made.id, PromiseState.KEPT)
    services.answering.close(enquiry, "Declined")
    with pytest.raises(Refused, match="Reopen it with a reason"):
        services.promises.settle(made.id, PromiseState.OPEN)
    services.promises.settle(made.id, PromiseState.BROKEN)
    services.answering.reopen(enquiry, "New question")
    services.promises.settle(made.id, PromiseState.OPEN)
    assert on_the_desk(services) is not None


def test_promises_that_cannot_be_are_refused(services, enquiry):
    with pytest.raises(Refused, match="what was promised"):
        services.promises.make(enquiry, " ")
    with pytest.raises(NotFound):
        services.promises.make(99, "I'll ring by 3")
    with pytest.raises(NotFound):
        services.promises.settle(99, PromiseState.KEPT)


def test_the_story_tells_promises(services, enquiry):
    made = services.promises.make(enquiry, "I'll ring by 3")
    services.promises.settle(made.id, PromiseState.BROKEN)
    told = [line.sentence for line in services.enquiries.story(enquiry)]
    assert "Promised by today 15:00: “I'll ring by 3”" in told
    assert "Promise: broken" in told
    assert services.journal.check().findings == ()
