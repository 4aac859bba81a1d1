"""Holding answers, questions on their own and promises, by keys."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.enquiries import EnquiryForm, Status
from pressdesk.domain.promises import PromiseState
from pressdesk.domain.questions import QuestionState
from tests.conftest import MONDAY_14_06
from tests.ui.enquiry.test_panel import ALT, CTRL, SHIFT, words

TWO = EnquiryForm(
    MONDAY_14_06,
    journalist="Ruth Amery",
    outlet="Humber Daily",
    questions=("Why is progress slow?", "When will inspectors go back?"),
    deadline_words="5pm",
)


@pytest.fixture
def enquiry(services):
    return services.enquiries.log(TWO).id


@pytest.fixture
def given(response, press, write):
    """Type an answer of a kind, going there from the terms with Shift+Tab."""

    def typed(kind, said="We are checking."):
        response.answer.compose.kind.setFocus()
        for _ in range(list(dict.fromkeys(AnswerKind))[::-1].index(kind)):
            press(Qt.Key.Key_Right)
        response.answer.compose.terms.setFocus()
        press(Qt.Key.Key_Space)
        response.answer.compose.edit.setFocus()
        write(said)

    return typed


def close_as(response, press, outcome):
    box = response.closing._outcome
    if not response.closing.isVisible():
        press(Qt.Key.Key_Return, CTRL | SHIFT)
    box.setFocus()
    while box.currentText() != outcome:
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return, CTRL | SHIFT)


def test_a_holding_answer_is_amber_and_cannot_be_closed_quietly(
    response, given, press, shown, panel
):
    given(AnswerKind.HOLDING)
    press(Qt.Key.Key_Return, CTRL)
    assert shown().summary.given is AnswerKind.HOLDING
    assert "Holding only" in panel.head._chips.accessibleName()
    assert "Acknowledged at once · holding answer at once · not answered yet" in words(response)
    close_as(response, press, "Line given")
    assert shown().summary.status is Status.IN_PROGRESS
    assert any(said.startswith("⚠ Only a holding answer was given.") for said in words(response))
    close_as(response, press, "Holding answer only")
    assert shown().summary.outcome == "Holding answer only"


def test_an_answer_says_which_questions_it_answers(response, given, press, shown):
    given(AnswerKind.SUBSTANTIVE, "Because of a new database.")
    response.answer.compose.questions.setFocus()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return, CTRL)
    assert [one.state for one in shown().asked] == [QuestionState.ANSWERED, QuestionState.OPEN]
    assert response.questions.list.entries()[1].second == "○ Still open"


def test_closing_with_an_open_question_asks_why(response, given, press, write, shown):
    given(AnswerKind.SUBSTANTIVE, "Because of a new database.")
    response.answer.compose.questions.untick([shown().asked[1].id])
    close_as(response, press, "Line given")
    assert response.closing.left.isVisible()
    asks = "1 question is still open: “When will inspectors go back?”. Say why."
    assert asks in words(response)
    assert shown().answers == ()
    write("She rang off")
    press(Qt.Key.Key_Return)
    assert shown().summary.status is Status.CLOSED
    assert shown().notes[-1].words == "Closed with open questions: She rang off"


def test_a_question_is_pointed_elsewhere_by_a_letter(response, press, write, shown):
    press(Qt.Key.Key_Q, ALT)
    press(Qt.Key.Key_P)
    write("The force")
    press(Qt.Key.Key_Return)
    assert (shown().asked[0].state, shown().asked[0].note) == (QuestionState.POINTED, "The force")
    assert response.questions.list.entries()[0].second == "→ Pointed elsewhere: The force"
    assert response.questions.list.hasFocus()


def test_a_kept_kind_comes_back_with_its_draft(panel, response, given, services, enquiry, settled):
    given(AnswerKind.HOLDING)
    panel.show_enquiry(services.enquiries.log(TWO).id, "response")
    settled()
    assert response.answer.compose.kind.value() is AnswerKind.SUBSTANTIVE
    panel.show_enquiry(enquiry, "response")
    settled()
    assert response.answer.compose.kind.value() is AnswerKind.HOLDING


def test_a_promise_is_made_counted_down_and_kept(response, press, write, shown, clock, tools):
    press(Qt.Key.Key_R, CTRL | SHIFT)
    write("I'll ring by 3")
    assert "Due today 15:00 · in 54 min" in words(response)
    press(Qt.Key.Key_Return)
    (entry,) = response.promises.list.entries()
    assert entry.second == "◷ 54 min left · due today 15:00 · Priya Nair"
    clock.instant = MONDAY_14_06 + timedelta(minutes=59)
    tools.ticker.look()
    (entry,) = response.promises.list.entries()
    assert entry.second.startswith("⚠ 5 min overdue")
    close_as(response, press, "Declined")
    assert shown().summary.status is Status.NEW
    assert response.promises.list.hasFocus()
    press(Qt.Key.Key_K)
    assert shown().promises[0].state is PromiseState.KEPT
    assert response.promises.list.entries()[0].second.startswith("✓ Kept, late")


def test_a_promise_without_a_time_says_so_at_its_line(response, press, write, shown):
    press(Qt.Key.Key_R, CTRL | SHIFT)
    write("I'll ring")
    press(Qt.Key.Key_Return)
    assert response.promises.line.problem().startswith("Say by when")
    assert shown().promises == ()


def test_passing_to_foi_asks_for_the_reference_and_shows_the_date(
    panel, response, press, write, shown
):
    close_as(response, press, "Passed to FOI")
    assert response.closing.foi.problem() == "Type the reference of the FOI request."
    write("FOI-26-118")
    press(Qt.Key.Key_Return, CTRL | SHIFT)
    assert shown().foi_reference == "FOI-26-118"
    assert "FOI-26-118 · answer due Tuesday 22 December" in words(panel.enquiry)
