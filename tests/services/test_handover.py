"""Handovers as a service: what stands in each, and that it is taken over once."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from pressdesk.bootstrap import services_on
from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.embargo import Holder
from pressdesk.domain.enquiries import Answer, Channel, EnquiryForm, Terms
from pressdesk.domain.handover import Kind
from pressdesk.domain.handover_page import lines
from pressdesk.domain.lines_to_take import LineForm
from pressdesk.domain.promises import PromiseState
from pressdesk.domain.reminders import Leads
from pressdesk.domain.rota import Shift
from pressdesk.errors import Conflict, Refused
from pressdesk.services.clearance import Said


def utc(words):
    return datetime.fromisoformat(f"2026-11-{words}").replace(tzinfo=UTC)


NIGHT = (utc("23T17:00"), utc("24T08:30"))


@pytest.fixture
def log(services, clock):
    """Log an enquiry received now, with the deadline given; return its id."""

    def logged(subject, deadline="", **facts):
        form = EnquiryForm(
            clock.now(),
            questions=(f"{subject}?",),
            subject=subject,
            journalist="Ruth Amery",
            outlet="Humber Daily",
            deadline_words="" if deadline else "none",
            deadline_at=utc(deadline) if deadline else None,
            **facts,
        )
        return services.enquiries.log(form).id

    return logged


def sections(page):
    return {part.title: [entry.words for entry in part.entries] for part in page.sections}


def test_the_evening_one_parts_what_is_due_before_the_opening_from_the_rest(services, clock, log):
    log("Custody", "23T20:00", call_back="01632 960123")
    log("Staffing", "24T08:30")
    log("Fraud")
    clock.instant = utc("23T16:30")
    page = services.handovers.show()
    found = sections(page)
    assert page.kind is Kind.EVENING
    assert found["Due before the office opens"] == ["Custody"]
    assert found["Also open"] == ["Staffing", "Fraud"]
    (due,) = page.sections[1].entries
    assert "ring 01632 960123" in due.detail
    assert due.when == "today 20:00"


def test_it_names_who_is_on_duty_and_when_nobody_is(services, clock):
    services.rota.save(Shift(None, "Sam Okafor", utc("23T17:00"), utc("23T22:00"), "07700 900111"))
    clock.instant = utc("23T16:30")
    duty, gap = services.handovers.show().sections[0].entries
    assert duty.words == "Sam Okafor, 07700 900111"
    assert (gap.words, gap.role) == ("Nobody is on duty", "gap")
    assert gap.detail == "Monday 23 November 22:00 to Tuesday 24 November 08:30"


def test_the_morning_one_tells_what_came_and_what_was_said_in_the_night(services, clock, log):
    clock.instant = utc("23T16:59")
    log("Before closing")
    clock.instant = utc("23T21:10")
    night = log("Fire at Wexcombe")
    answer = Answer("We are aware.", Terms.ON_THE_RECORD, "Sam Okafor", clock.now(), Channel.PHONE)
    services.answering.answer(night, answer)
    clock.instant = utc("24T08:30")
    log("After opening", "24T12:00")
    clock.instant = utc("24T08:31")
    page = services.handovers.show()
    assert page.kind is Kind.MORNING
    assert sections(page) == {
        "What came": ["Fire at Wexcombe"],
        "What was said": ["“We are aware.”"],
        "To watch today": ["After opening"],
        "Promised": [],
        "Waiting for clearance": [],
        "Embargoes lifting today": [],
        "Also open": ["Before closing"],
    }


def part(page, title):
    return next(part for part in page.sections if part.title == title)


@pytest.mark.parametrize("kind", Kind)
def test_promises_are_told_until_they_are_settled_and_then_how(services, clock, log, kind):
    ring = services.promises.make(log("Custody", call_back="01632 960123"), "I’ll ring by 15:00")
    figures = services.promises.make(log("Fraud"), "figures by Wednesday 10:00")
    first, second = part(services.handovers.show(kind), "Promised").entries
    assert (first.when, first.words, first.role) == ("by today 15:00", "I’ll ring by 15:00", "text")
    assert first.detail == "Priya Nair to Ruth Amery, Humber Daily · Custody · ring 01632 960123"
    assert second.when == "by Wed 25 Nov, 10:00"
    clock.instant = utc("23T17:01")
    first, second = part(services.handovers.show(kind), "Promised").entries
    assert (first.when, first.role) == ("overdue 2 h 1 min", "overdue")
    services.promises.settle(ring.id, PromiseState.KEPT)
    services.promises.settle(figures.id, PromiseState.BROKEN)
    told = part(services.handovers.show(kind), "Promised").entries
    assert [entry.when for entry in told] == ["kept late", "broken"]


def test_the_morning_one_tells_what_was_settled_in_the_night_only(services, clock, log):
    enquiry = log("Custody")
    for words, hour in (("a call by 16:00", "23T15:00"), ("figures by 22:00", "23T21:00")):
        promise = services.promises.make(enquiry, words)
        clock.instant = utc(hour)
        services.promises.settle(promise.id, PromiseState.KEPT)
    clock.instant = utc("24T08:31")
    (told,) = part(services.handovers.show(), "Promised").entries
    assert (told.when, told.words) == ("kept", "figures by 22:00")


@pytest.mark.parametrize("kind", Kind)
def test_a_holding_answer_is_told_until_the_answer_is_given(services, clock, log, kind):
    enquiry = log("Custody")
    holding = Answer(
        "We are checking.",
        Terms.ON_THE_RECORD,
        "Priya Nair",
        clock.now(),
        Channel.PHONE,
        kind=AnswerKind.HOLDING,
    )
    services.answering.answer(enquiry, holding)
    (held,) = part(services.handovers.show(kind), "Promised").entries
    assert (held.when, held.words) == ("holding only", "Custody")
    promise = services.promises.make(enquiry, "the answer by 15:00")
    (told,) = part(services.handovers.show(kind), "Promised").entries
    assert told.words == promise.words
    assert "holding answer only" in told.detail
    services.promises.settle(promise.id, PromiseState.RELEASED)
    services.answering.answer(enquiry, replace(holding, kind=AnswerKind.SUBSTANTIVE))
    assert part(services.handovers.show(kind), "Promised").entries == ()


@pytest.mark.parametrize("kind", Kind)
def test_clearances_are_told_while_somebody_has_not_answered(services, clock, log, kind):
    enquiry = log("Custody")
    services.clearances.ask(enquiry, "New words.", "Statement")
    (asked,) = part(services.handovers.show(kind), "Waiting for clearance").entries
    assert (asked.when, asked.words, asked.role) == ("asked today 14:06", "Subject expert", "text")
    clock.instant += timedelta(minutes=30)
    (asked,) = part(services.handovers.show(kind), "Waiting for clearance").entries
    assert asked.role == "warning"
    services.clearances.chase(services.clearances.live(enquiry).waits_for[0].id)
    (asked,) = part(services.handovers.show(kind), "Waiting for clearance").entries
    assert (asked.when, asked.role) == ("chased today 14:36", "text")
    services.clearances.withdraw(services.clearances.live(enquiry).id)
    assert part(services.handovers.show(kind), "Waiting for clearance").entries == ()


def test_words_that_are_cleared_and_not_given_say_so(services, log):
    enquiry = log("Custody", "23T20:00")
    services.clearances.ask(enquiry, "New words.", "Background briefing")
    for step in services.clearances.live(enquiry).waits_for:
        services.clearances.clear(step.id, Said("M. Reyes"))
    (entry,) = part(services.handovers.show(Kind.EVENING), "Due before the office opens").entries
    assert "Cleared, to give" in entry.detail


@pytest.mark.parametrize(("lead", "role"), [(45, "text"), (20, "warning"), (0, "text")])
def test_a_clearance_is_marked_after_the_office_s_own_lead_time(services, clock, log, lead, role):
    services.reminders.save_leads(Leads(clearance=lead))
    services.clearances.ask(log("Custody"), "New words.", "Statement")
    clock.instant += timedelta(minutes=30)
    (asked,) = part(services.handovers.show(Kind.EVENING), "Waiting for clearance").entries
    assert asked.role == role


def test_embargoes_that_lift_in_the_night_are_told_with_who_holds_a_copy(services, clock):
    release = services.releases.add_text("Fire service praised\n\nInspectors praise it.").id
    services.embargoes.set_end(release, "00:01 on 24/11/2026", "agreed")
    services.embargoes.add_holder(release, Holder("Ruth Amery"))
    lifting = "Embargoes lifting before the office opens"
    entries = part(services.handovers.show(Kind.EVENING), lifting).entries
    assert [(e.when, e.words, e.detail, e.release_id) for e in entries] == [
        ("tomorrow 00:01", "Fire service praised", "1 holds a copy", release)
    ]
    services.embargoes.set_end(release, "09:00 on 24/11/2026", "moved")
    assert part(services.handovers.show(Kind.EVENING), lifting).entries == ()


def test_cleared_lines_on_the_topic_of_an_open_enquiry_are_told(services, clock, log):
    log("Custody", topics=("child protection",))
    for title, topic in (("Ours", "child protection"), ("Another", "stop and search")):
        line = services.lines_to_take.add(LineForm(title, f"{title} in words. " * 30, topic))
        seen = services.lines_to_take.show(line).version
        services.lines_to_take.clear(line, seen, "M. Reyes", date(2026, 12, 24))
    services.lines_to_take.add(LineForm("A draft", "Not cleared.", "child protection"))
    (entry,) = part(services.handovers.show(Kind.EVENING), "Lines that matter").entries
    assert (entry.when, entry.words, entry.detail) == (
        "If asked",
        "Ours",
        f"“{' '.join(['Ours in words.'] * 30)}”",
    )


def test_a_long_list_is_cut_and_says_so(services, clock, log):
    for number in range(15):
        log(f"Question {number}")
    also = services.handovers.show(Kind.EVENING).sections[-1]
    assert (len(also.entries), also.more) == (12, 3)
    assert "  and 3 more on the desk" in lines(services.handovers.show(Kind.EVENING))


def test_it_is_taken_over_once_with_name_time_and_words(services, clock):
    clock.instant = utc("23T17:02")
    taken = services.handovers.take_over(services.handovers.show())
    assert taken.standing == "Taken over by Priya Nair, today 17:02"
    sam = services_on(services.context.database, clock, "Sam Okafor")
    clock.instant = utc("23T18:00")
    assert sam.handovers.show().standing == "Taken over by Priya Nair, today 17:02"
    with pytest.raises(Refused, match="by Priya Nair"):
        sam.handovers.take_over(sam.handovers.show())
    clock.instant = utc("24T08:30")
    assert sam.handovers.show(Kind.MORNING).taken is None
    assert sam.handovers.show(Kind.EVENING).taken is None


def test_a_handover_seen_last_night_is_not_taken_over_tonight(services, clock):
    clock.instant = utc("23T17:02")
    seen = services.handovers.show()
    clock.instant += timedelta(days=1)
    with pytest.raises(Conflict, match="Another night"):
        services.handovers.take_over(seen)


def test_what_was_taken_over_is_in_the_journal(services, clock):
    clock.instant = utc("23T17:02")
    services.handovers.take_over(services.handovers.show())
    assert services.journal.check().findings == ()
    with services.context.database.engine.connect() as connection:
        kept = connection.exec_driver_sql("SELECT changes FROM journal WHERE kind = 'handover'")
        assert "Evening handover" in kept.scalar()


@pytest.mark.parametrize(
    ("kind", "early", "first"),
    [(Kind.EVENING, "23T15:59", "today 16:00"), (Kind.MORNING, "24T07:29", "today 07:30")],
)
def test_a_handover_is_not_taken_over_long_before_its_hour(services, clock, kind, early, first):
    clock.instant = utc(early)
    with pytest.raises(Refused, match=f"from {first} on"):
        services.handovers.take_over(services.handovers.show(kind))
    clock.instant += timedelta(minutes=1)
    assert services.handovers.take_over(services.handovers.show(kind)).taken
