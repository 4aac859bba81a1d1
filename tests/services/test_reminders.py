"""Reminders as a service: whose they are, and that they are remembered over a restart."""

from dataclasses import replace
from datetime import timedelta

import pytest

from pressdesk.bootstrap import open_services, services_on
from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.enquiries import Answer, Channel, EnquiryForm, Terms
from pressdesk.domain.promises import PromiseState
from pressdesk.domain.reminders import About, Leads, notices
from pressdesk.domain.rota import Shift
from pressdesk.domain.targets import HouseTargets
from pressdesk.errors import Refused
from tests.conftest import INSPECTORATE


def log(services, left, subject="Custody"):
    now = services.context.clock.now()
    form = EnquiryForm(
        now,
        questions=("Why?",),
        subject=subject,
        journalist="Ruth Amery",
        deadline_words="by then",
        deadline_at=now + timedelta(minutes=left),
    )
    return services.enquiries.log(form).id


def told(services):
    return [
        notice.title for notice in notices(services.reminders.take(), services.context.clock.now())
    ]


def someone_else(services, name="Sam Okafor"):
    return services_on(services.context.database, services.context.clock, name)


def test_a_deadline_is_told_at_30_at_10_and_when_it_is_over(services, clock):
    log(services, 31)
    assert told(services) == []
    for minutes, title in ((1, "Due in 30 min"), (20, "Due in 10 min"), (10, "Overdue")):
        clock.instant += timedelta(minutes=minutes)
        assert told(services) == [title]
        assert told(services) == []


def test_a_computer_that_slept_through_tells_one(services, clock):
    log(services, 60)
    clock.instant += timedelta(hours=9)
    assert told(services) == ["Overdue"]


def test_it_is_not_told_again_after_a_restart(tmp_path, clock):
    path = tmp_path / "office.pressdesk"
    services = open_services(path, clock, "Priya Nair")
    services.office.start(INSPECTORATE)
    log(services, 20)
    assert told(services) == ["Due in 20 min"]
    services.close()
    again = open_services(path, clock, "Priya Nair")
    assert told(again) == []
    again.close()


def test_a_house_target_is_told_until_its_clock_stops(services, clock):
    office = services.office.find()
    services.office.save_office(replace(office, targets=HouseTargets(15, 60)))
    enquiry = log(services, 600)
    clock.instant += timedelta(minutes=15)
    assert told(services) == ["House target past"]
    held = Answer("Wait.", Terms.ON_THE_RECORD, "", clock.now(), Channel.PHONE)
    services.answering.answer(enquiry, replace(held, kind=AnswerKind.HOLDING))
    clock.instant += timedelta(minutes=45)
    assert told(services) == []


def test_what_was_answered_is_not_told(services, clock):
    answer = Answer("Yes.", Terms.ON_THE_RECORD, "Priya Nair", clock.now(), Channel.PHONE)
    services.answering.answer(log(services, 5), answer)
    assert told(services) == []


def test_an_enquiry_of_a_colleague_is_theirs_to_be_told_and_the_duty_officers(services, clock):
    services.answering.take(log(services, 5))
    assert told(someone_else(services)) == []
    night = (clock.now() - timedelta(hours=1), clock.now() + timedelta(hours=1))
    services.rota.save(Shift(None, "Sam Okafor", *night, ""))
    assert "Due in 5 min" in told(someone_else(services))
    assert "Due in 5 min" in told(services)


def embargoed(services, left):
    release = services.releases.add_text("Fire service praised\n\nInspectors praise it.").id
    until = services.context.clock.now() + timedelta(minutes=left)
    services.embargoes.set_end(release, f"{until:%H:%M on %d/%m/%Y}", "agreed with the desk")
    return release


def test_an_embargo_that_lifts_soon_is_told_once_to_everybody(services, clock):
    release = embargoed(services, 16)
    assert told(services) == []
    clock.instant += timedelta(minutes=1)
    (reminder,) = services.reminders.take()
    assert reminder.thing.release_id == release
    assert told(services) == []
    assert told(someone_else(services)) == ["Embargo lifts in 15 min"]


def test_a_promise_rings_ahead_and_when_it_is_due_until_it_is_kept(services, clock):
    enquiry = log(services, 600)
    kept = services.promises.make(enquiry, "I’ll ring by 14:30")
    broken = services.promises.make(enquiry, "figures by 15:00")
    clock.instant += timedelta(minutes=15)
    assert told(services) == ["Promised in 9 min"]
    services.promises.settle(kept.id, PromiseState.KEPT)
    clock.instant = broken.due_at
    assert told(services) == ["Promise due"]


def test_a_promise_rings_for_whoever_made_it_and_for_the_owner_of_the_enquiry(services, clock):
    enquiry = log(services, 600)
    services.answering.assign(enquiry, "M. Reyes")
    services.promises.make(enquiry, "I’ll ring by 14:30")
    clock.instant += timedelta(minutes=15)
    names = ("Priya Nair", "M. Reyes", "Sam Okafor")
    assert [len(told(someone_else(services, name))) for name in names] == [1, 1, 0]


def test_clearance_that_waits_too_long_is_told_and_again_after_it_was_chased(services, clock):
    enquiry = log(services, 600)
    services.clearances.ask(enquiry, "New words.", "Background briefing")
    clock.instant += timedelta(minutes=29)
    assert told(services) == []
    clock.instant += timedelta(minutes=1)
    assert told(services) == ["Clearance has waited 30 min"] * 2
    step = services.clearances.live(enquiry).steps[0]
    services.clearances.chase(step.id)
    assert told(services) == []
    clock.instant += timedelta(minutes=30)
    assert told(services) == ["Clearance has waited 30 min"]


def test_a_gap_tonight_is_told_where_a_rota_is_kept(services, clock):
    assert told(services) == []
    services.rota.save(
        Shift(None, "Sam Okafor", clock.now(), clock.now() + timedelta(minutes=5), "")
    )
    assert told(services) == ["Gap in the rota"]


def test_holidays_that_run_out_are_told(services, clock):
    clock.instant = clock.instant.replace(year=2028, month=8)
    (reminder,) = services.reminders.take()
    assert reminder.thing.about is About.HOLIDAYS
    assert "31 December 2028" in reminder.thing.words


def test_looking_leaves_it_to_be_told(services):
    log(services, 5)
    assert services.reminders.waiting()
    assert told(services) == ["Due in 5 min"]


def test_lead_times_are_kept_and_nonsense_is_refused(services):
    services.reminders.save_leads(replace(Leads(), deadline_first=60, holidays=90))
    assert services.reminders.leads() == replace(Leads(), deadline_first=60, holidays=90)
    assert services.office.facts().leads.deadline_first == 60
    with pytest.raises(Refused):
        services.reminders.save_leads(replace(Leads(), rota_gap=-1))
