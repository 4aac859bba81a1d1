"""What comes next stands first and is unfolded, the rest waits behind its key."""

import pytest
from PySide6.QtCore import Qt

from pressdesk.services.clearance import Said
from tests.ui.enquiry.test_panel import ALT, CTRL, SHIFT, words

WORDS = "Of 26 cases, 12 were graded good."


@pytest.fixture
def clear(services, enquiry, settled):
    """Have every step of a briefing say yes."""

    def cleared():
        for step in services.clearances.live(enquiry).steps:
            services.clearances.clear(step.id, Said("M. Reyes"))
        settled()

    return cleared


def test_while_words_are_cleared_the_form_is_folded_and_a_key_unfolds_it(
    response, services, enquiry, settled, press, clear
):
    services.clearances.ask(enquiry, WORDS, "Background briefing")
    settled()
    assert (response.clearance.isVisible(), response.answer.isVisible()) == (True, False)
    assert WORDS in words(response)
    press(Qt.Key.Key_W, ALT)
    assert response.answer.compose.terms.isAncestorOf(response.focusWidget())
    clear()
    assert "✓ Cleared by M. Reyes, M. Reyes, to give" in words(response)
    response.clearance.lead()
    press(Qt.Key.Key_U)
    assert (response.clearance.isVisible(), response.answer.isVisible()) == (False, True)
    assert response.answer.compose.words() == WORDS


def test_who_when_and_how_wait_in_a_line_until_they_are_changed(response, press, write):
    assert not response.answer.compose.given.when.isVisible()
    press(Qt.Key.Key_B, ALT)
    assert response.answer.compose.given.when.isVisible()
    press(Qt.Key.Key_Tab)
    write("13:50")
    assert response.answer.compose.given._button.words == "By Priya Nair, 13:50, by phone"


def test_the_line_beneath_follows_what_is_typed(response, press, write):
    assert "Next: choose the terms and type the words." in words(response)
    press(Qt.Key.Key_Space)
    response.answer.compose.edit.setFocus()
    write("Slow.")
    assert "Next: give it, and record it. Ctrl Enter." in words(response)
    press(Qt.Key.Key_Return, CTRL)
    assert "Next: choose how it ended. Ctrl Shift Enter closes it." in words(response)
    assert not response.answer.isVisible()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return, CTRL | SHIFT)
    assert "Statement given" in words(response)
    assert not response.answer.isVisible()


def test_the_keys_move_on_in_the_order_in_which_the_parts_stand(response):
    chain, at = [], response.standing
    while (at := at.nextInFocusChain()) is not response.standing:
        takes = at.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and at.isVisible() and response.isAncestorOf(at):
            chain.append(at.mapTo(response.sheet, at.rect().topLeft()).y())
    assert len(chain) > 5
    assert chain == sorted(chain)
