"""New words cleared by phone, altered before they are given, with the reason kept: by keys."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from pressdesk.domain.clearance import ClearanceState
from pressdesk.domain.enquiries import Status
from pressdesk.services.clearance import Said
from tests.conftest import MONDAY_14_06
from tests.ui.enquiry.test_panel import ALT, CTRL, SHIFT, words

WORDS = "Of 26 cases, 12 were graded good."


@pytest.fixture
def typed(response, press, write):
    """Type words under a clearance, up to the point of recording them."""

    def write_words(said=WORDS, basis="Statement"):
        press(Qt.Key.Key_Space)
        box = response.answer.compose.basis._box
        box.setFocus()
        for _ in range(box.findText(basis) - box.currentIndex()):
            press(Qt.Key.Key_Down)
        response.answer.compose.edit.setFocus()
        write(said)

    return write_words


@pytest.fixture
def asked(response, typed, press):
    typed()
    press(Qt.Key.Key_Return, CTRL)
    return response


@pytest.fixture
def cleared(asked, press, write):
    """Have each step cleared by phone, by the one who is named or by the step's own name."""
    for who in ("Dr Amin", "M. Reyes", ""):
        press(Qt.Key.Key_C)
        write(who)
        press(Qt.Key.Key_Return)
    return asked


def test_a_statement_is_asked_for_and_its_words_stay(asked, shown, panel):
    (request,) = shown().clearances
    assert (request.words, request.state) == (WORDS, ClearanceState.ASKED)
    assert shown().summary.status is Status.AWAITING_CLEARANCE
    assert asked.answer.compose.words() == WORDS
    assert asked.clearance.list.hasFocus()
    assert "◷ Waits for Subject expert" in words(asked)
    assert asked.answer.sending.record.text() == "Record answer"


def test_words_that_wait_are_not_recorded(asked, press, shown):
    asked.answer.compose.edit.setFocus()
    press(Qt.Key.Key_Return, CTRL)
    assert shown().answers == ()
    assert "wait for Subject expert" in asked.answer.compose._words_field.problem()


def test_new_words_cleared_by_phone_and_altered_by_one_figure(cleared, press, write, shown):
    (request,) = shown().clearances
    assert request.state is ClearanceState.CLEARED
    assert request.cleared_by == "Dr Amin, M. Reyes, Spokesperson’s office"
    assert {step.noted_by for step in request.steps} == {"Priya Nair"}
    edit = cleared.answer.compose.edit
    edit.setFocus()
    edit.setPlainText(WORDS.replace("12", "13"))
    press(Qt.Key.Key_Return, CTRL)
    assert shown().answers == ()
    assert (
        "Of 26 cases, [out: 12 ][in: 13 ]were graded good."
        in cleared.answer.difference.changed.text()
    )
    assert cleared.answer.difference.reason.problem().endswith("Say why they differ.")
    write("M. Reyes corrected it")
    press(Qt.Key.Key_Return, CTRL)
    (answer,) = shown().answers
    assert (answer.words, answer.cleared_words) == (WORDS.replace("12", "13"), WORDS)
    assert answer.difference == "M. Reyes corrected it"
    assert "Not the words that were cleared: M. Reyes corrected it" in words(cleared)


def test_words_that_are_cleared_lead_to_giving_them(cleared):
    assert not cleared.clearance.isVisible()
    assert cleared.answer.isAncestorOf(cleared.focusWidget())
    assert not cleared.answer.compose.basis.isVisible()


def test_the_very_words_need_no_reason(cleared, press, shown):
    cleared.answer.compose.edit.setFocus()
    assert not cleared.answer.difference.isVisible()
    press(Qt.Key.Key_Return, CTRL)
    (answer,) = shown().answers
    assert (answer.words, answer.difference, answer.basis) == (WORDS, "", "Statement")


def test_words_sent_back_say_what_is_wrong_and_are_asked_again(asked, press, write, shown):
    press(Qt.Key.Key_B)
    press(Qt.Key.Key_Return)
    assert asked.clearance.said.reason.problem() == "Type what is wrong with the words."
    write("Say thirteen")
    press(Qt.Key.Key_Return)
    assert "↩ Sent back by Subject expert: “Say thirteen”" in words(asked)
    assert "“Say thirteen”" in asked.clearance.list.entries()[0].second
    asked.answer.compose.edit.setFocus()
    press(Qt.Key.Key_Return, CTRL)
    assert shown().clearances[0].state is ClearanceState.ASKED


@pytest.mark.parametrize("when", ["17:30", "soon"])
def test_a_time_that_cannot_be_is_refused_at_its_line(asked, press, write, shown, when):
    press(Qt.Key.Key_C)
    press(Qt.Key.Key_Tab)
    write(when)
    press(Qt.Key.Key_Return)
    assert asked.clearance.form.when.problem()
    assert shown().clearances[0].steps[0].by == ""


def test_a_step_that_nobody_was_asked_at_says_so(asked, press, said):
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_C)
    assert said == [
        "Nothing is waited for at “Spokesperson’s office”. Choose the step that was asked."
    ]


def test_a_long_wait_is_marked_and_chased(asked, press, clock, tools, shown):
    clock.instant = MONDAY_14_06 + timedelta(minutes=31)
    tools.ticker.look()
    assert asked.clearance.list.entries()[0].second == "⚠ asked today 14:06, 31 min ago"
    press(Qt.Key.Key_H)
    assert shown().clearances[0].steps[0].chased_at == clock.instant
    assert asked.clearance.list.entries()[0].second == "◷ chased today 14:37"


def test_a_request_is_withdrawn_and_the_words_stay(asked, press, shown):
    press(Qt.Key.Key_W)
    assert shown().clearances[0].state is ClearanceState.WITHDRAWN
    assert not asked.clearance.isVisible()
    assert (asked.answer.compose.words(), asked.answer.sending.record.text()) == (
        WORDS,
        "Ask for clearance",
    )


def test_somebody_else_gives_the_words_that_were_cleared(
    response, services, enquiry, settled, press, shown
):
    services.clearances.ask(enquiry, WORDS, "Background briefing")
    for step in services.clearances.live(enquiry).steps:
        services.clearances.clear(step.id, Said("M. Reyes"))
    settled()
    response.clearance.lead()
    press(Qt.Key.Key_U)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return, CTRL)
    assert shown().answers[0].words == WORDS


def test_answer_and_close_goes_through_clearance_too(response, typed, press, shown):
    typed()
    press(Qt.Key.Key_Return, CTRL | SHIFT)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return, CTRL | SHIFT)
    assert shown().summary.status is Status.NEW
    assert "to be cleared first" in response.answer.compose.basis.problem()


def test_who_was_told_for_information_is_noted_by_key_and_holds_nothing_up(
    services, response, typed, press, write, shown
):
    (statement,) = [one for one in services.clearances.templates() if one.name == "Statement"]
    services.clearances.save_template(replace(statement, informs=("Chief of staff",)))
    assert not response.inform.isVisible()
    typed()
    press(Qt.Key.Key_Return, CTRL)
    press(Qt.Key.Key_I, ALT)
    (entry,) = response.inform.list.entries()
    assert (entry.title, entry.second) == ("Chief of staff", "– not told yet")
    press(Qt.Key.Key_T)
    press(Qt.Key.Key_Tab)
    write("17:30")
    press(Qt.Key.Key_Return)
    assert response.inform.form.when.problem()
    response.inform.form.when.set_text("14:01")
    response.inform.form.how.setFocus()
    write("by phone")
    press(Qt.Key.Key_Return)
    (entry,) = response.inform.list.entries()
    assert entry.second == "✓ told today 14:01 by phone, by Priya Nair"
    assert response.inform.list.hasFocus()
    assert shown().clearances[0].state is ClearanceState.ASKED
