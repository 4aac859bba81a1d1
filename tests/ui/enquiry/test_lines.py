"""A line to take put into the answer by its key, with where it came from kept."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from pressdesk.domain.enquiries import Terms
from pressdesk.domain.lines_to_take import LineForm, LineKind, UsedLine
from tests.conftest import MONDAY_14_06

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
WORDS = "Progress on child protection is slow in part."


@pytest.fixture
def line(services):
    """A function that adds a cleared line which bears on the enquiry, before it is shown."""

    def made(kind=LineKind.IF_ASKED):
        line_id = services.lines_to_take.add(LineForm("Slow progress", WORDS, kind=kind))
        services.lines_to_take.clear(line_id, 1, "M. Reyes", date(2026, 11, 30))
        return line_id

    return made


@pytest.fixture
def use(press, settled):
    """A function that goes to the answer and uses the first line."""

    def used():
        settled()
        press(Key.Key_2, ALT)
        press(Key.Key_1, CTRL | ALT)

    return used


def test_the_line_stands_beside_the_answer_with_who_cleared_it(panel, line, settled):
    line()
    settled()
    assert panel.response.lines.section.text() == (
        f"Slow progress Cleared by M. Reyes 23 Nov · review soon, by 30 Nov “{WORDS}” "
        "Matches progress · child protection · slow Use"
    )


def test_a_line_from_an_embargoed_release_is_marked_and_cannot_be_selected(
    panel, line, services, settled
):
    text = "Embargoed until 00:01 24/11/2026\n\nHumberside slow\n\nThey inspected."
    release = services.releases.add_text(text).id
    line_id = line()
    kept = services.lines_to_take.show(line_id)
    services.lines_to_take.edit(line_id, kept.version, replace(kept.form, release_id=release))
    settled()
    card = panel.response.lines.section._cards[0]
    assert "Embargoed 9 h 55 min" in card.text()
    assert "Embargoed until tomorrow 00:01 · Cleared by M. Reyes" in card.text()
    assert not card._passage.textInteractionFlags()
    panel.response.tick(MONDAY_14_06 + timedelta(hours=10))
    assert "Embargoed" not in card.text()
    assert card._passage.textInteractionFlags()


def test_the_terms_are_asked_first_and_then_the_words_follow(panel, line, use, press, shown):
    line_id = line()
    use()
    compose = panel.response.answer.compose
    assert (compose.words(), compose.terms.value()) == ("", None)
    press(Key.Key_Space)
    assert compose.words() == WORDS
    assert compose.sources.text() == "From the line to take “Slow progress”"
    press(Key.Key_Return, CTRL)
    (answer,) = shown().answers
    assert (answer.words, answer.lines) == (WORDS, (UsedLine(line_id, "Slow progress"),))


def test_words_typed_before_stay_and_the_line_is_a_paragraph(panel, line, use, write):
    line()
    panel.response.answer.compose.terms.set_value(Terms.ON_THE_RECORD)
    panel.response.answer.compose._follow_terms()
    panel.response.answer.compose.edit.setFocus()
    write("Thank you.")
    use()
    assert panel.response.answer.compose.words() == f"Thank you.\n\n{WORDS}"


def test_background_words_choose_the_terms_that_are_not_reportable(panel, line, use):
    line(LineKind.BACKGROUND_ONLY)
    use()
    assert panel.response.answer.compose.terms.value() is Terms.NON_REPORTABLE_BRIEFING
    assert panel.response.answer.compose.words() == WORDS


def test_background_words_on_the_record_are_not_put_in(panel, line, use):
    line(LineKind.BACKGROUND_ONLY)
    panel.response.answer.compose.terms.set_value(Terms.ON_THE_RECORD)
    use()
    assert panel.response.answer.compose.words() == ""
    assert "background only" in panel.response.answer.compose._terms_field.problem()


def test_past_its_review_date_the_line_warns(panel, line, use, press, clock, said):
    line()
    clock.instant += timedelta(days=10)
    use()
    assert "was to be reviewed by 30 Nov. Ask Priya Nair whether it still holds." in said[0]


def test_a_line_withdrawn_meanwhile_is_refused(panel, line, services, use, said):
    line_id = line()
    services.lines_to_take.link(panel.enquiry_id, line_id)
    services.lines_to_take.withdraw(line_id, "Out of date")
    use()
    assert "was withdrawn" in said[0]
    assert panel.response.answer.compose.words() == ""


def test_a_draft_keeps_where_its_words_came_from(panel, line, use, press, services, settled):
    line()
    use()
    press(Key.Key_Space)
    content = panel.response.answer.compose.content()
    panel.response.answer.compose.put("")
    assert panel.response.answer.compose.sources.lines() == ()
    panel.response.answer.compose.put(content)
    assert [used.title for used in panel.response.answer.compose.sources.lines()] == [
        "Slow progress"
    ]


def test_taking_every_word_out_takes_the_line_off(panel, line, use, press):
    line()
    use()
    press(Key.Key_Space)
    press(Key.Key_A, CTRL)
    press(Key.Key_Delete)
    assert panel.response.answer.compose.sources.lines() == ()
