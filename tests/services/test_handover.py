"""Handovers as a service: what stands in each, and that it is taken over once."""

from datetime import UTC, date, datetime, timedelta

import pytest

from pressdesk.bootstrap import services_on
from pressdesk.domain.embargo import Holder
from pressdesk.domain.enquiries import Answer, Channel, EnquiryForm, Terms
from pressdesk.domain.handover import Kind
from pressdesk.domain.handover_page import lines
from pressdesk.domain.lines_to_take import LineForm
from pressdesk.domain.rota import Shift
from pressdesk.errors import Conflict, Refused


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
        "Embargoes lifting today": [],
        "Also open": ["Before closing"],
    }


def test_embargoes_that_lift_in_the_night_are_told_with_who_holds_a_copy(services, clock):
    release = services.releases.add_text("Fire service praised\n\nInspectors praise it.").id
    services.embargoes.set_end(release, "00:01 on 24/11/2026", "agreed")
    services.embargoes.add_holder(release, Holder("Ruth Amery"))
    part = services.handovers.show(Kind.EVENING).sections[2]
    assert [(e.when, e.words, e.detail, e.release_id) for e in part.entries] == [
        ("tomorrow 00:01", "Fire service praised", "1 holds a copy", release)
    ]
    services.embargoes.set_end(release, "09:00 on 24/11/2026", "moved")
    assert services.handovers.show(Kind.EVENING).sections[2].entries == ()


def test_cleared_lines_on_the_topic_of_an_open_enquiry_are_told(services, clock, log):
    log("Custody", topics=("child protection",))
    for title, topic in (("Ours", "child protection"), ("Another", "stop and search")):
        line = services.lines_to_take.add(LineForm(title, f"{title} in words. " * 30, topic))
        seen = services.lines_to_take.show(line).version
        services.lines_to_take.clear(line, seen, "M. Reyes", date(2026, 12, 24))
    services.lines_to_take.add(LineForm("A draft", "Not cleared.", "child protection"))
    (entry,) = services.handovers.show(Kind.EVENING).sections[3].entries
    assert (entry.when, entry.words, entry.detail) == (
        "If asked",
        "Ours",
        f"“{' '.join(['Ours in words.'] * 30)}”",
    )


def test_a_long_list_is_cut_and_says_so(services, clock, log):
    for number in range(15):
        log(f"Question {number}")
    part = services.handovers.show(Kind.EVENING).sections[-1]
    assert (len(part.entries), part.more) == (12, 3)
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
