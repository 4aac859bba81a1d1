"""House targets on enquiries: set when one is logged, moved with the hours, kept once settled."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.enquiries import Answer, Channel, EnquiryForm, Terms
from pressdesk.domain.hours import DayRule, Span, SpecialDay
from pressdesk.domain.office import WEEKDAY_SPAN
from pressdesk.domain.questions import QuestionState
from pressdesk.domain.targets import HouseTargets, Target
from pressdesk.errors import Refused
from tests.conftest import MONDAY_14_06

ACK, HOLD, FULL = AnswerKind
WANTED = HouseTargets(30, 120, 510)
TUESDAY = date(2026, 11, 24)


def utc(words):
    return datetime.fromisoformat(f"2026-11-{words}").replace(tzinfo=UTC)


def due(services, enquiry):
    return {one.kind: one.due_at for one in services.enquiries.show(enquiry).targets}


def told(services, enquiry):
    return [one.sentence for one in services.enquiries.story(enquiry) if "Target" in one.sentence]


@pytest.fixture
def want(services):
    """Have the office want these targets."""

    def set_targets(targets=WANTED):
        office = services.office.find()
        services.office.save_office(replace(office, targets=targets))

    return set_targets


@pytest.fixture
def log(services, clock):
    def logged(**facts):
        form = EnquiryForm(clock.now(), journalist="Ruth Amery", questions=("Why?",), **facts)
        return services.enquiries.log(form).id

    return logged


@pytest.fixture
def give(services, clock):
    def given(enquiry, kind):
        words = Answer("Yes.", Terms.ON_THE_RECORD, "", clock.now(), Channel.PHONE, kind=kind)
        services.answering.answer(enquiry, words)

    return given


def close(services, day=TUESDAY, reason="staff day"):
    services.office.save_special_day(SpecialDay(day, (), reason))


def test_an_office_has_no_targets_until_it_sets_some(services, log):
    assert services.office.find().targets == HouseTargets()
    enquiry = log()
    assert services.enquiries.show(enquiry).targets == ()
    assert told(services, enquiry) == []


def test_each_clock_has_its_target_in_working_time(services, want, log):
    want()
    enquiry = log()
    moments = (utc("23T14:36"), utc("23T16:06"), utc("24T14:06"))
    assert due(services, enquiry) == dict(zip(AnswerKind, moments, strict=True))
    assert told(services, enquiry) == [
        "Target (acknowledge): today 14:36",
        "Target (holding answer): today 16:06",
        "Target (answer): tomorrow 14:06",
    ]


def test_a_target_that_the_office_does_not_set_is_none(services, want, log):
    want(HouseTargets(acknowledged=30))
    assert list(due(services, log())) == [ACK]


@pytest.mark.parametrize(
    ("given", "still_open"),
    [([], [ACK, HOLD, FULL]), ([ACK], [HOLD, FULL]), ([HOLD], [FULL]), ([FULL], [])],
)
def test_a_target_is_open_until_its_clock_stops(services, want, log, give, given, still_open):
    want()
    enquiry = log()
    for kind in given:
        give(enquiry, kind)
    summary = services.enquiries.show(enquiry).summary
    assert [target.kind for target in summary.open_targets] == still_open
    row = services.desk.open_enquiries().enquiries[0]
    assert row.open_targets == summary.open_targets


def test_a_closure_moves_open_targets_and_says_why(services, want, log):
    want()
    enquiry = log()
    close(services)
    assert due(services, enquiry) == {
        ACK: utc("23T14:36"), HOLD: utc("23T16:06"), FULL: utc("25T14:06")
    }  # fmt: skip
    assert told(services, enquiry)[3:] == [
        "Target (answer) moved to Wed 25 Nov, 14:06: closed Tue 24 Nov, staff day"
    ]
    assert services.journal.check().findings == ()


def test_a_closure_leaves_what_is_settled_and_what_is_closed(services, want, log, give):
    want()
    answered, closed = log(), log()
    give(answered, FULL)
    services.answering.close(closed, "Declined")
    before = due(services, answered), due(services, closed)
    close(services)
    assert (due(services, answered), due(services, closed)) == before
    services.answering.reopen(closed, "New question")
    assert due(services, closed)[FULL] == utc("25T14:06")


def test_questions_that_were_all_pointed_elsewhere_leave_no_target_open(services, want, log):
    want()
    enquiry = log()
    (question,) = services.enquiries.show(enquiry).asked
    services.answering.settle(enquiry, question.id, QuestionState.POINTED, "The force")
    summary = services.enquiries.show(enquiry).summary
    assert summary.open_targets == ()
    assert summary.past_target(utc("30T12:00")) is None


ACTS = {
    "opening": (
        lambda office: office.save_special_day(
            SpecialDay(TUESDAY, (Span(13 * 60, 17 * 60),), "late start")
        ),
        "Target (answer) moved to Wed 25 Nov, 10:06: 13:00–17:00 Tue 24 Nov, late start",
    ),
    "hours": (
        lambda office: office.set_hours(
            (DayRule(1, (Span(9 * 60 + 30, WEEKDAY_SPAN.closes),), TUESDAY),)
        ),
        "Target (answer) moved to tomorrow 15:06: other opening hours from Tue 24 Nov",
    ),
    "wish": (
        lambda office: office.save_office(
            replace(office.find(), targets=replace(WANTED, substantive=570))
        ),
        "Target (answer) moved to tomorrow 15:06: the office changed its house targets",
    ),
    "no wish": (
        lambda office: office.save_office(
            replace(office.find(), targets=replace(WANTED, substantive=None))
        ),
        "Target (answer): none",
    ),
}


@pytest.mark.parametrize(("act", "said"), ACTS.values(), ids=ACTS)
def test_whatever_changes_the_hours_or_the_wish_moves_them_and_says_why(
    services, want, log, act, said
):
    want()
    enquiry = log()
    act(services.office)
    assert told(services, enquiry)[3:] == [said]


def test_a_closure_taken_back_moves_them_back(services, want, log):
    want()
    enquiry = log()
    close(services)
    services.office.remove_special_day(TUESDAY)
    assert due(services, enquiry)[FULL] == utc("24T14:06")
    assert told(services, enquiry)[-1].endswith(": Tue 24 Nov has its usual hours again")


def test_a_corrected_received_time_moves_them(services, want, log):
    want()
    enquiry = log()
    shown = services.enquiries.show(enquiry)
    earlier = replace(
        EnquiryForm(MONDAY_14_06 - timedelta(hours=1), journalist="Ruth Amery"),
        questions=shown.questions,
    )
    services.enquiries.correct(enquiry, shown.version, earlier)
    assert due(services, enquiry)[ACK] == utc("23T13:36")
    assert told(services, enquiry)[-1] == (
        "Target (answer) moved to tomorrow 13:06: received Monday 23 November 13:06, as corrected"
    )


def test_the_first_target_past_is_the_one_that_shows(services, want, log):
    want()
    row = services.enquiries.show(log()).summary
    assert row.past_target(utc("23T14:35")) is None
    assert row.past_target(utc("23T14:36")) == Target(ACK, utc("23T14:36"))


@pytest.mark.parametrize(
    ("targets", "field"),
    [
        (HouseTargets(0), "acknowledged"),
        (HouseTargets(holding=60_001), "holding"),
        (HouseTargets(60, 30), "holding"),
        (HouseTargets(60, None, 30), "substantive"),
    ],
)
def test_targets_that_cannot_be_are_refused_at_their_field(want, targets, field):
    with pytest.raises(Refused) as refused:
        want(targets)
    assert refused.value.field == field
