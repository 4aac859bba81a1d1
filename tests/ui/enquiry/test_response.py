"""Answering, closing and reopening by keys."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from pressdesk.domain.enquiries import Status, Terms
from pressdesk.ui.tools import Message
from tests.conftest import MONDAY_14_06
from tests.ui.enquiry.conftest import CALL
from tests.ui.enquiry.test_panel import CTRL, SHIFT, words


@pytest.fixture
def answered(response, press, write):
    """Type an answer, up to the point of recording it."""

    def typed(said="Progress is slow."):
        press(Qt.Key.Key_Space)
        response.answer.compose.edit.setFocus()
        write(said)

    return typed


def choose_outcome(response, press, write):
    if not response.closing.isVisible():
        press(Qt.Key.Key_Return, CTRL | SHIFT)
    response.closing._outcome.setFocus()
    press(Qt.Key.Key_Down)


def test_the_terms_come_before_the_words(response, press):
    assert not response.answer.compose.edit.isEnabled()
    press(Qt.Key.Key_Space)
    assert response.answer.compose.terms.value() is Terms.ON_THE_RECORD
    assert response.answer.compose.edit.isEnabled()


@pytest.mark.parametrize(
    ("choosing", "terms"),
    [(Qt.Key.Key_Return, Terms.ON_THE_RECORD), (Qt.Key.Key_Right, Terms.EMBARGOED_BRIEFING)],
)
def test_words_typed_on_the_terms_wait_for_them(response, press, write, choosing, terms):
    write("It is sll")
    press(Qt.Key.Key_Backspace)
    assert (response.answer.compose.words(), response.answer.compose.terms.value()) == (
        "It is sl",
        None,
    )
    assert any(said.startswith("Kept. Choose the terms") for said in words(response))
    press(choosing)
    assert response.answer.compose.terms.value() is terms
    write("ow ")
    write("in part.")
    assert response.answer.compose.words() == "It is slow in part."
    assert response.answer.compose.edit.hasFocus()


def test_words_typed_before_the_terms_are_a_draft(response, write, services):
    write("It is slow")
    assert len(services.drafts.waiting()) == 1


def test_the_words_lead_to_the_terms_until_they_are_chosen(response, qtbot):
    response.answer.compose.kind.setFocus()
    qtbot.mouseClick(response.answer.compose.edit.viewport(), Qt.MouseButton.LeftButton)
    assert response.answer.compose.terms.focusProxy().hasFocus()


def test_an_answer_is_recorded_by_key(response, answered, press, shown):
    answered()
    press(Qt.Key.Key_Return, CTRL)
    (answer,) = shown().answers
    assert (answer.words, answer.given_by) == ("Progress is slow.", "Priya Nair")
    assert (answer.terms, answer.given_at) == (Terms.ON_THE_RECORD, MONDAY_14_06)
    assert shown().summary.status is Status.ANSWERED
    assert response.answer.compose.words() == ""
    assert "Priya Nair, today 14:06 · phone" in words(response)


def test_an_answer_may_have_been_given_earlier(response, answered, press, write, shown):
    answered()
    response.answer.compose.given.when.setFocus()
    write("13:50")
    press(Qt.Key.Key_Return, CTRL)
    assert shown().answers[0].given_at == MONDAY_14_06 - timedelta(minutes=16)


@pytest.mark.parametrize("when", ["17:30", "soon"])
def test_a_time_that_cannot_be_is_refused_at_its_field(
    response, answered, press, write, shown, when
):
    answered()
    response.answer.compose.given.when.setFocus()
    write(when)
    press(Qt.Key.Key_Return, CTRL)
    assert response.answer.compose.given.when.problem()
    assert (shown().answers, response.answer.compose.words()) == ((), "Progress is slow.")


def test_without_terms_nothing_is_recorded(response, press, shown):
    press(Qt.Key.Key_Return, CTRL)
    assert shown().answers == ()
    assert "⚠ Choose the terms first, then type the words." in words(response)


def test_an_answer_being_typed_survives_what_others_save(
    response, answered, write, services, enquiry, settled
):
    answered("Progress is sl")
    services.answering.note(enquiry, "Sam is on it too")
    settled()
    write("ow")
    assert response.answer.compose.words() == "Progress is slow"


def test_an_answer_being_typed_is_a_draft_until_it_is_recorded(
    panel, response, answered, press, services, enquiry, settled
):
    answered("Progress is sl")
    panel.show_enquiry(services.enquiries.log(CALL).id, "response")
    settled()
    assert response.answer.compose.words() == ""
    panel.show_enquiry(enquiry, "response")
    settled()
    assert response.answer.compose.words() == "Progress is sl"
    assert response.answer.compose.terms.value() is Terms.ON_THE_RECORD
    press(Qt.Key.Key_Return, CTRL)
    assert services.drafts.waiting() == ()


def test_closing_leads_to_the_outcomes_and_needs_one(response, press, write, shown):
    press(Qt.Key.Key_Return, CTRL | SHIFT)
    assert response.closing._outcome.hasFocus()
    press(Qt.Key.Key_Return, CTRL | SHIFT)
    assert shown().summary.status is Status.NEW
    assert "⚠ Choose how the enquiry ended, then close it." in words(response)
    choose_outcome(response, press, write)
    press(Qt.Key.Key_Return, CTRL | SHIFT)
    assert shown().summary.status is Status.NEW
    write("Arranged by phone")
    press(Qt.Key.Key_Return)
    assert (shown().summary.status, shown().summary.outcome) == (Status.CLOSED, "Statement given")


def test_answer_and_close_is_one_key(response, answered, press, write, shown):
    answered()
    choose_outcome(response, press, write)
    press(Qt.Key.Key_Return, CTRL | SHIFT)
    assert [answer.words for answer in shown().answers] == ["Progress is slow."]
    assert shown().summary.status is Status.CLOSED


def test_a_closed_enquiry_is_opened_again_with_a_reason(
    panel, response, press, write, services, enquiry, settled, shown
):
    services.answering.close(enquiry, "Declined")
    settled()
    panel.focus_first()
    press(Qt.Key.Key_O, CTRL | SHIFT)
    press(Qt.Key.Key_Return)
    assert response.closing.why.reason.problem() == "Say why it is opened again."
    write("The case has ended")
    press(Qt.Key.Key_Return)
    assert shown().summary.status is Status.IN_PROGRESS
    assert shown().notes[-1].words == "Reopened: The case has ended"


def test_words_typed_are_not_lost_when_someone_closes(
    response, answered, services, enquiry, settled
):
    answered("Progress is sl")
    services.answering.close(enquiry, "Declined")
    settled()
    assert response.answer.compose.isVisible()
    assert response.answer.compose.words() == "Progress is sl"


def test_after_an_answer_the_focus_stands_at_how_it_ended(response, answered, press):
    answered()
    press(Qt.Key.Key_Return, CTRL)
    assert response.closing._outcome.hasFocus()


def test_an_outcome_that_is_missing_is_scrolled_into_sight(panel, response, press):
    panel.resize(panel.width(), 400)
    for _ in range(2):
        press(Qt.Key.Key_Return, CTRL | SHIFT)
    assert not response.closing._outcome.visibleRegion().isEmpty()


BOATS = "Embargoed until 00:01 24/11/2026\n\nHumberside gets boats\n\nThey float."


@pytest.fixture
def asked(tools):
    """The questions put before something is done."""
    messages: list[Message] = []
    tools.navigator.said.connect(messages.append)
    return messages


def test_answering_beside_an_embargoed_release_asks_first_and_is_kept(
    response, answered, press, shown, services, enquiry, asked, settled
):
    release = services.releases.add_text(BOATS).id
    services.answering.link(enquiry, release, despite="")
    answered()
    press(Qt.Key.Key_Return, CTRL)
    assert shown().answers == ()
    (question,) = asked
    assert question.sentence == (
        "“Humberside gets boats” is under embargo until tomorrow 00:01. Record anyway?"
    )
    question.act()
    settled()
    assert [answer.words for answer in shown().answers] == ["Progress is slow."]
    assert services.embargoes.ledger(release).events[-1].kind == "answer"
    assert response.answer.compose.words() == ""


def test_linking_an_embargoed_release_asks_first_and_is_kept(
    response, shown, services, asked, settled
):
    release = services.releases.add_text(BOATS).id
    response.link(release)
    settled()
    assert shown().releases == ()
    asked[0].act()
    settled()
    assert shown().releases[0].embargo.holds(MONDAY_14_06)
    assert services.embargoes.ledger(release).events[-1].kind == "link"
