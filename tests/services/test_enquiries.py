"""Logging, routing and correcting enquiries, on real services."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from pressdesk.domain.enquiries import EnquiryForm
from pressdesk.domain.hours import SpecialDay
from pressdesk.domain.routing import Route
from pressdesk.errors import Conflict, NotFound, Refused
from tests.conftest import MONDAY_14_06

SATURDAY_19_42 = datetime(2026, 11, 21, 19, 42, tzinfo=UTC)
MONDAY_08_30 = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
CALL = EnquiryForm(
    MONDAY_14_06,
    journalist="Ruth Amery",
    outlet="Humber Daily",
    call_back="01632960012",
    questions=("Why is progress slow?", "When will inspectors go back?"),
    subject="Humberside progress",
    deadline_words="5pm",
    topics=("child protection",),
)
AT_NIGHT = replace(CALL, received_at=SATURDAY_19_42, deadline_words="Tue 10am")


def correct(services, logged, form):
    return services.enquiries.correct(logged.id, services.enquiries.show(logged.id).version, form)


def test_a_logged_enquiry_comes_back_whole(services):
    shown = services.enquiries.show(services.enquiries.log(CALL).id)
    assert shown.summary.reference == "ENQ-2026-00001"
    assert shown.summary.deadline_at == MONDAY_14_06.replace(hour=17, minute=0)
    assert shown.questions == CALL.questions
    assert (shown.topics, shown.call_back) == (("child protection",), "01632 960012")
    assert (shown.journalist.name, shown.journalist.outlet) == ("Ruth Amery", "Humber Daily")
    assert (shown.taken_by, shown.decision.route) == ("Priya Nair", Route.MAIN)


@pytest.mark.parametrize(
    ("received", "words", "route", "held_until"),
    [
        (MONDAY_14_06, "5pm", Route.MAIN, None),
        (MONDAY_08_30, "none", Route.MAIN, None),
        (MONDAY_08_30 - timedelta(seconds=1), "none", Route.HELD, MONDAY_08_30),
        (SATURDAY_19_42, "tonight 9.30", Route.OUT_OF_HOURS, None),
        (SATURDAY_19_42, "Tue 10am", Route.HELD, MONDAY_08_30),
    ],
)
def test_an_enquiry_is_routed_by_when_it_was_received(services, received, words, route, held_until):
    decision = services.enquiries.log(
        replace(CALL, received_at=received, deadline_words=words)
    ).decision
    assert (decision.route, decision.held_until, decision.decided_for) == (
        route,
        held_until,
        received,
    )


def test_saving_after_closing_does_not_change_the_line(services, clock):
    clock.instant = MONDAY_14_06.replace(hour=17, minute=0, second=5)
    before_closing = MONDAY_14_06.replace(hour=16, minute=59, second=50)
    logged = services.enquiries.log(replace(CALL, received_at=before_closing))
    assert logged.decision.route is Route.MAIN


def test_a_decision_is_never_recomputed_when_the_hours_change(services):
    logged = services.enquiries.log(CALL)
    services.office.save_special_day(SpecialDay(MONDAY_14_06.date(), (), "Office move"))
    services.enquiries.override_line(logged.id, Route.OUT_OF_HOURS, "Phones were down")
    first, second = services.enquiries.show(logged.id).decisions
    assert first == logged.decision
    assert (second.route, second.reason) == (first.route, first.reason)


def test_urgency_raised_later_is_a_decision_from_that_moment(services, clock):
    logged = services.enquiries.log(AT_NIGHT)
    clock.instant = MONDAY_08_30 - timedelta(hours=1)
    services.enquiries.raise_urgency(logged.id, "the minister is asked at 8")
    shown = services.enquiries.show(logged.id)
    assert shown.decisions[0] == logged.decision
    assert shown.decision.decided_for == clock.instant
    assert "the minister is asked at 8" in shown.decision.reason
    assert (shown.summary.line_used, shown.summary.held_until) == (Route.OUT_OF_HOURS, None)


def test_line_used_and_line_expected_are_both_kept(services):
    logged = services.enquiries.log(CALL)
    services.enquiries.override_line(logged.id, Route.OUT_OF_HOURS, "Main line engaged")
    shown = services.enquiries.show(logged.id)
    assert (shown.summary.route, shown.summary.line_used) == (Route.MAIN, Route.OUT_OF_HOURS)
    assert shown.decision.override_reason == "Main line engaged"


@pytest.mark.parametrize("blank", ["", "  \n "])
def test_judgements_against_the_program_need_a_reason(services, blank):
    logged = services.enquiries.log(CALL)
    with pytest.raises(Refused) as refused:
        services.enquiries.override_line(logged.id, Route.HELD, blank)
    assert refused.value.field == "reason"
    with pytest.raises(Refused):
        services.enquiries.raise_urgency(logged.id, blank)
    with pytest.raises(Refused) as refused:
        services.enquiries.log(replace(CALL, line_used=Route.OUT_OF_HOURS, override_reason=blank))
    assert refused.value.field == "override_reason"
    assert len(services.enquiries.show(logged.id).decisions) == 1


def test_saying_that_an_urgent_enquiry_is_not_needs_a_reason(services):
    urgent = replace(CALL, received_at=SATURDAY_19_42, deadline_words="tonight 9.30", urgent=False)
    with pytest.raises(Refused) as refused:
        services.enquiries.log(urgent)
    assert refused.value.field == "urgent_reason"
    held = services.enquiries.log(replace(urgent, urgent_reason="he will wait")).decision
    assert (held.route, held.urgent_reason) == (Route.HELD, "he will wait")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"received_at": MONDAY_14_06 + timedelta(minutes=3)}, "received_at"),
        ({"questions": (" ",), "subject": ""}, "questions"),
        ({"journalist": "", "outlet": " "}, "journalist"),
        ({"questions": ("x" * 100_001,)}, "questions"),
        ({"notes": "x" * 1_000_000}, "notes"),
        ({"subject": "x" * 1_000_000}, "subject"),
        ({"journalist": "x" * 201}, "journalist"),
        ({"deadline_words": "5pm " * 100}, "deadline"),
        ({"received_at": datetime(1999, 12, 31, tzinfo=UTC)}, "received_at"),
        ({"received_at": datetime(2026, 10, 24, 12, tzinfo=UTC), "deadline_words": "tomorrow 1.30am"}, "deadline"),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_refused_at_its_field(services, change, field):
    with pytest.raises(Refused) as refused:
        services.enquiries.log(replace(CALL, **change))
    assert refused.value.field == field


def test_half_an_enquiry_can_be_kept_to_finish_later(services):
    logged = services.enquiries.log(EnquiryForm(MONDAY_14_06, finished=False))
    assert services.enquiries.show(logged.id).summary.finished is False


def test_hostile_words_are_kept_as_words(services):
    hostile = "a\x00b\u202e <b>=1+1</b> عدد 🚒"
    logged = services.enquiries.log(replace(CALL, subject=hostile, questions=(hostile,)))
    assert services.enquiries.show(logged.id).summary.subject == "ab <b>=1+1</b> عدد 🚒"


@pytest.mark.parametrize(
    ("received", "reference"),
    [
        (datetime(2025, 12, 31, 23, 59, tzinfo=UTC), "ENQ-2025-00001"),
        (datetime(2026, 1, 1, 0, 0, tzinfo=UTC), "ENQ-2026-00001"),
    ],
)
def test_references_count_within_the_year_of_receipt(services, received, reference):
    assert services.enquiries.log(replace(CALL, received_at=received)).reference == reference
    assert services.enquiries.find(reference.lower()).summary.reference == reference


def test_references_are_unique_when_two_windows_save_at_once(services):
    with ThreadPoolExecutor(4) as windows:
        logged = list(windows.map(lambda _: services.enquiries.log(CALL).reference, range(40)))
    assert sorted(logged) == [f"ENQ-2026-{number:05d}" for number in range(1, 41)]


def test_a_corrected_received_time_is_decided_anew_beside_the_first(services):
    logged = services.enquiries.log(CALL)
    shown = correct(
        services, logged, replace(CALL, received_at=SATURDAY_19_42, deadline_words="none")
    )
    assert [decision.route for decision in shown.decisions] == [Route.MAIN, Route.HELD]
    assert shown.decisions[0] == logged.decision
    assert shown.logged_at == MONDAY_14_06


def test_other_corrections_leave_the_decision_alone(services):
    logged = services.enquiries.log(AT_NIGHT)
    shown = correct(services, logged, replace(AT_NIGHT, deadline_words="tonight 9.30"))
    assert shown.decisions == (logged.decision,)


def test_finishing_an_enquiry_decides_it_on_what_is_now_known(services):
    logged = services.enquiries.log(replace(AT_NIGHT, deadline_words="", finished=False))
    shown = correct(services, logged, replace(AT_NIGHT, deadline_words="tonight 9.30"))
    assert [decision.route for decision in shown.decisions] == [Route.HELD, Route.OUT_OF_HOURS]


def test_the_officers_judgements_survive_a_corrected_received_time(services):
    logged = services.enquiries.log(AT_NIGHT)
    services.enquiries.raise_urgency(logged.id, "lives depend on it")
    services.enquiries.override_line(logged.id, Route.HELD, "the duty officer was ill")
    earlier = replace(AT_NIGHT, received_at=SATURDAY_19_42 - timedelta(hours=1))
    shown = correct(services, logged, earlier)
    assert (shown.decision.urgent, shown.decision.urgent_reason) == (True, "lives depend on it")
    assert (shown.decision.route, shown.summary.line_used) == (Route.OUT_OF_HOURS, Route.HELD)
    assert shown.decision.override_reason == "the duty officer was ill"


@pytest.mark.parametrize(
    "change", [{"subject": "Theirs"}, {"questions": ("Theirs?",)}, {"topics": ("theirs",)}]
)
def test_whoever_saves_second_is_told(services, change):
    logged = services.enquiries.log(CALL)
    version = services.enquiries.show(logged.id).version
    services.enquiries.correct(logged.id, version, replace(CALL, **change))
    with pytest.raises(Conflict):
        services.enquiries.correct(logged.id, version, replace(CALL, subject="Mine"))


def test_questions_and_topics_become_those_of_the_form(services):
    logged = services.enquiries.log(CALL)
    shown = correct(
        services, logged, replace(CALL, questions=("Only this?",), topics=("Police cars",))
    )
    assert (shown.questions, shown.topics) == (("Only this?",), ("Police cars",))


def test_an_unknown_enquiry_is_not_found(services):
    with pytest.raises(NotFound):
        services.enquiries.show(99)
    with pytest.raises(NotFound):
        services.enquiries.find("ENQ-2026-99999")


def test_saving_throws_the_draft_away(services):
    services.drafts.keep("enquiry:new:1", "{}")
    services.enquiries.log(CALL, draft="enquiry:new:1")
    assert services.drafts.waiting() == ()


def test_the_story_tells_names_and_moments(services):
    logged = services.enquiries.log(CALL)
    correct(services, logged, replace(CALL, deadline_words="6pm"))
    services.answering.take(logged.id)
    told = [line.sentence for line in services.enquiries.story(logged.id)]
    assert told[0] == "Logged the enquiry"
    assert "Journalist: Ruth Amery" in told
    assert "Deadline: today 17:00 → today 18:00" in told
    assert "Owner: none → Priya Nair" in told
    assert "Added the topic child protection" in told
