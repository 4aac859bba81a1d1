"""Clearance: new words go through named steps, and are given as they were cleared."""

from dataclasses import replace
from datetime import timedelta

import pytest

from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.clearance import ClearanceState, StepState, Template, hashed
from pressdesk.domain.closing import Ending
from pressdesk.domain.enquiries import Answer, Channel, EnquiryForm, Status, Terms
from pressdesk.domain.informing import Informed
from pressdesk.errors import NotFound, Refused
from pressdesk.services.clearance import Said
from tests.conftest import MONDAY_14_06

WORDS = "Of the 26 cases, 12 were graded good."
GIVEN = Answer(WORDS, Terms.ON_THE_RECORD, "Priya Nair", MONDAY_14_06, Channel.PHONE)
BOSS = Said("M. Reyes")


@pytest.fixture
def enquiry(services):
    form = EnquiryForm(MONDAY_14_06, journalist="Ruth Amery", questions=("Why?",))
    return services.enquiries.log(form).id


@pytest.fixture
def live(services, enquiry):
    return lambda: services.clearances.live(enquiry)


def states(request) -> list[StepState]:
    return [step.state for step in request.steps]


def clear_all(services, live) -> None:
    while waiting := live().waits_for:
        services.clearances.clear(waiting[0].id, BOSS)


def test_steps_in_order_are_asked_one_after_the_other(services, enquiry, live):
    services.clearances.ask(enquiry, WORDS, "Statement")
    assert services.enquiries.show(enquiry).summary.status is Status.AWAITING_CLEARANCE
    assert states(live()) == [StepState.ASKED, StepState.WAITING, StepState.WAITING]
    services.clearances.clear(live().steps[0].id, Said("Dr Amin"))
    assert states(live()) == [StepState.CLEARED, StepState.ASKED, StepState.WAITING]
    with pytest.raises(Refused, match="waiting"):
        services.clearances.clear(live().steps[2].id, BOSS)


def test_steps_side_by_side_are_all_asked_at_once(services, enquiry, live):
    services.clearances.ask(enquiry, WORDS, "Background briefing")
    assert states(live()) == [StepState.ASKED, StepState.ASKED]
    services.clearances.clear(live().steps[1].id, BOSS)
    assert live().state is ClearanceState.ASKED
    services.clearances.clear(live().steps[0].id, Said("Dr Amin"))
    assert (live().state, live().cleared_by) == (ClearanceState.CLEARED, "Dr Amin, M. Reyes")


def test_clearing_by_phone_keeps_who_when_and_who_noted_it(services, enquiry, live):
    services.clearances.ask(enquiry, WORDS, "Statement")
    earlier = MONDAY_14_06 - timedelta(minutes=6)
    services.clearances.clear(live().steps[0].id, Said("Dr Amin", earlier, by_phone=True))
    step = live().steps[0]
    assert (step.by, step.settled_at, step.noted_by) == ("Dr Amin", earlier, "Priya Nair")


@pytest.mark.parametrize(
    ("said", "field"),
    [
        (Said(" "), "by"),
        (Said("Dr Amin", MONDAY_14_06 + timedelta(seconds=1)), "at"),
    ],
)
def test_what_cannot_have_been_said_is_refused(services, enquiry, live, said, field):
    services.clearances.ask(enquiry, WORDS, "Statement")
    with pytest.raises(Refused) as refused:
        services.clearances.clear(live().steps[0].id, said)
    assert refused.value.field == field


def test_words_sent_back_come_with_words_and_are_never_given(services, enquiry, live):
    services.clearances.ask(enquiry, WORDS, "Statement")
    with pytest.raises(Refused, match="what is wrong"):
        services.clearances.send_back(live().steps[0].id, BOSS)
    services.clearances.send_back(live().steps[0].id, replace(BOSS, words="Say 13"))
    assert (live().state, live().steps[0].words) == (ClearanceState.SENT_BACK, "Say 13")
    assert services.enquiries.show(enquiry).summary.status is Status.IN_PROGRESS
    with pytest.raises(Refused, match="Have them cleared"):
        services.answering.answer(enquiry, GIVEN)
    services.clearances.ask(enquiry, WORDS.replace("12", "13"), "Statement")
    history = services.enquiries.show(enquiry).clearances
    assert [one.state for one in history] == [ClearanceState.ASKED, ClearanceState.WITHDRAWN]


def test_a_statement_is_not_given_before_it_is_cleared(services, enquiry, live):
    with pytest.raises(Refused, match="to be cleared first: Subject expert, then Head of news"):
        services.answering.answer(enquiry, replace(GIVEN, basis="Statement"))
    services.clearances.ask(enquiry, WORDS, "Statement")
    with pytest.raises(Refused, match="wait for Subject expert"):
        services.answering.answer(enquiry, replace(GIVEN, basis="Published fact"))
    assert services.enquiries.show(enquiry).answers == ()


def test_a_holding_answer_may_be_given_meanwhile(services, enquiry, live):
    services.clearances.ask(enquiry, WORDS, "Statement")
    services.answering.answer(enquiry, replace(GIVEN, kind=AnswerKind.HOLDING))
    assert live().state is ClearanceState.ASKED


def test_the_very_words_that_were_cleared_are_given(services, enquiry, live):
    services.clearances.ask(enquiry, WORDS, "Statement")
    clear_all(services, live)
    assert live().sha256 == hashed(WORDS)
    services.answering.answer(enquiry, GIVEN)
    shown = services.enquiries.show(enquiry)
    (answer,) = shown.answers
    assert (answer.basis, answer.difference) == ("Statement", "")
    assert answer.cleared_by == "M. Reyes, M. Reyes, M. Reyes"
    assert (live(), shown.clearances[0].state) == (None, ClearanceState.GIVEN)


def test_other_words_than_cleared_need_a_reason_that_is_kept(services, enquiry, live):
    services.clearances.ask(enquiry, WORDS, "Statement")
    clear_all(services, live)
    altered = replace(GIVEN, words=WORDS.replace("12", "13"))
    with pytest.raises(Refused, match="not the words that were cleared") as refused:
        services.answering.answer(enquiry, altered)
    assert refused.value.field == "difference"
    services.answering.answer(enquiry, replace(altered, difference="M. Reyes corrected it"))
    (answer,) = services.enquiries.show(enquiry).answers
    assert (answer.cleared_words, answer.difference) == (WORDS, "M. Reyes corrected it")
    told = [line.sentence for line in services.enquiries.story(enquiry)]
    assert "Not the words that were cleared, because: M. Reyes corrected it" in told


def test_a_request_is_chased_and_withdrawn(services, enquiry, live, clock):
    services.clearances.ask(enquiry, WORDS, "Statement")
    clock.instant += timedelta(minutes=31)
    services.clearances.chase(live().steps[0].id)
    assert live().steps[0].chased_at == clock.instant
    with pytest.raises(Refused):
        services.clearances.chase(live().steps[1].id)
    services.clearances.withdraw(live().id)
    assert live() is None
    assert services.enquiries.show(enquiry).summary.status is Status.IN_PROGRESS


def test_closing_withdraws_what_was_asked(services, enquiry):
    services.clearances.ask(enquiry, WORDS, "Statement")
    services.answering.close(enquiry, "Withdrawn by journalist")
    (request,) = services.enquiries.show(enquiry).clearances
    assert request.state is ClearanceState.WITHDRAWN


def test_a_refused_closing_leaves_the_cleared_words_to_be_given(services, enquiry, live):
    services.clearances.ask(enquiry, WORDS, "Statement")
    clear_all(services, live)
    with pytest.raises(NotFound):
        services.answering.answer_and_close(enquiry, GIVEN, Ending("No such outcome"))
    assert live().state is ClearanceState.CLEARED


@pytest.mark.parametrize("template", ["Published fact", "Nothing of ours"])
def test_only_templates_with_steps_can_be_asked_for(services, enquiry, template):
    with pytest.raises((Refused, NotFound)):
        services.clearances.ask(enquiry, WORDS, template)


def test_the_office_edits_its_templates(services, enquiry, live):
    saved = services.clearances.save_template(
        Template("Line", (" Head of news ", ""), informs=("Legal",))
    )
    with pytest.raises(Refused, match="this name"):
        services.clearances.save_template(Template("line", ("Legal",)))
    services.clearances.ask(enquiry, WORDS, "Line")
    assert [step.name for step in live().steps] == ["Head of news"]
    assert live().informs == ("Legal",)
    services.clearances.save_template(Template("Line", (), id=saved, active=False))
    with pytest.raises(NotFound):
        services.clearances.ask(enquiry, WORDS, "Line")
    assert services.journal.check().findings == ()


@pytest.fixture
def people(services, enquiry):
    """Have statements be told to two people; return how they stand."""
    (statement,) = [one for one in services.clearances.templates() if one.name == "Statement"]
    informs = ("Chief of staff", "Web team")
    services.clearances.save_template(replace(statement, informs=informs))

    def shown():
        found = services.enquiries.show(enquiry)
        return {one.name: one.informed for one in found.for_information(())}

    return shown


def test_those_told_for_information_never_hold_the_words_up(services, enquiry, live, people):
    services.clearances.ask(enquiry, WORDS, "Statement")
    clear_all(services, live)
    services.answering.answer(enquiry, GIVEN)
    assert people() == {"Chief of staff": None, "Web team": None}


def test_who_was_told_is_kept_with_when_by_whom_and_how(services, enquiry, people):
    services.clearances.ask(enquiry, WORDS, "Statement")
    earlier = MONDAY_14_06 - timedelta(minutes=6)
    services.clearances.inform(enquiry, "Web team", "by phone", earlier)
    services.clearances.inform(enquiry, "Minister’s office")
    assert people() == {
        "Chief of staff": None,
        "Web team": Informed("Web team", "Priya Nair", earlier, "by phone"),
        "Minister’s office": Informed("Minister’s office", "Priya Nair", MONDAY_14_06),
    }
    said = services.enquiries.story(enquiry)[-1].sentence
    assert said == "For information: Minister’s office told today 14:06, by email"


@pytest.mark.parametrize(
    ("name", "later", "field"), [(" ", timedelta(), "by"), ("Web team", timedelta(seconds=1), "at")]
)
def test_nobody_is_told_without_a_name_or_in_the_future(services, enquiry, name, later, field):
    with pytest.raises(Refused) as refused:
        services.clearances.inform(enquiry, name, at=MONDAY_14_06 + later)
    assert refused.value.field == field


def test_a_kind_that_words_rest_on_is_not_removed_and_its_name_stays_with_them(
    services, enquiry, live
):
    services.clearances.ask(enquiry, WORDS, "Statement")
    kinds = {one.name: one for one in services.clearances.templates()}
    with pytest.raises(Refused, match="“Statement” is in use"):
        services.clearances.remove_template(kinds["Statement"].id)
    services.clearances.save_template(replace(kinds["Statement"], name="On the record"))
    clear_all(services, live)
    services.answering.answer(enquiry, GIVEN)
    assert services.enquiries.show(enquiry).answers[0].basis == "Statement"
    services.clearances.remove_template(kinds["Background briefing"].id)
    left = [one.name for one in services.clearances.templates()]
    assert left == ["Published fact", "On the record"]
