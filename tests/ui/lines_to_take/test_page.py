"""The page of the lines to take, by keys."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from pressdesk.domain.enquiries import Answer, Channel, EnquiryForm, Terms
from pressdesk.domain.lines_to_take import LineForm, LineKind, LineState, UsedLine
from pressdesk.ui.lines_to_take.page import LinesToTakePage
from tests.conftest import MONDAY_14_06
from tests.ui.typist import Typist

Key, Modifier = Qt.Key, Qt.KeyboardModifier
WORDS = "Follow-up is an integral part of the programme."


@pytest.fixture
def typist(tools):
    return Typist(tools.runner)


@pytest.fixture
def page(framed, services, tools, typist):
    """A function that opens the page with the focus in its list."""

    def opened():
        made = framed(LinesToTakePage(services, tools), 1100, 700)
        typist.settle()
        return made

    return opened


@pytest.fixture
def cleared(services):
    """A line that M. Reyes cleared, to be reviewed by 30 November."""
    line_id = services.lines_to_take.add(LineForm("Follow-up", WORDS, "child protection"))
    services.lines_to_take.clear(line_id, 1, "M. Reyes", date(2026, 11, 30))
    return line_id


def rows(page):
    return [(entry.title, entry.second) for entry in page._list.entries()]


def kept(services):
    return services.lines_to_take.listed()


def test_without_lines_it_says_what_they_are_for_and_begins_one(page, typist, services):
    shown = page()
    assert "No lines to take yet" in shown._empty.accessibleName()
    typist.press(Key.Key_N, Modifier.ControlModifier, Modifier.ShiftModifier)
    typist.write("Follow-up")
    typist.tab()
    typist.write(WORDS)
    typist.control(Key.Key_S)
    (line,) = kept(services)
    assert (line.title, line.words, line.state) == ("Follow-up", WORDS, LineState.DRAFT)
    assert rows(shown) == [("Follow-up", "Draft · If asked")]


def test_a_draft_is_cleared_by_keys(page, typist, services):
    services.lines_to_take.add(LineForm("Follow-up", WORDS))
    shown = page()
    typist.write("c")
    typist.write("M. Reyes")
    typist.tab()
    typist.write("30/11")
    typist.press(Key.Key_Return)
    (line,) = kept(services)
    assert (line.cleared_by, line.review_on) == ("M. Reyes", date(2026, 11, 30))
    assert rows(shown)[0][1] == "Cleared · review soon, by 30 Nov · If asked"


@pytest.mark.parametrize(("day", "said"), [("soon", "Type the day"), ("1/11/2026", "in the past")])
def test_a_review_date_that_cannot_be_is_said_at_its_field(page, typist, services, day, said):
    services.lines_to_take.add(LineForm("Follow-up", WORDS))
    shown = page()
    typist.write("c")
    typist.write("M. Reyes")
    typist.tab()
    typist.write(day)
    typist.press(Key.Key_Return)
    assert said in shown._reader.clearing.review.problem()


def test_other_words_show_beside_the_earlier_ones(page, typist, services, cleared):
    shown = page()
    typist.press(Key.Key_F2)
    assert "new version" in shown._editor._words_field.input.accessibleDescription()
    typist.control(Key.Key_A)
    typist.write("Follow-up is no part of the programme.")
    typist.control(Key.Key_S)
    assert kept(services)[0].state is LineState.DRAFT
    assert shown._reader.versions.text() == (
        "Follow-up is [out: an integral ][in: no ]part of the programme."
    )


def test_what_is_typed_is_kept_and_esc_twice_throws_it_away(page, typist, services):
    shown = page()
    typist.press(Key.Key_N, Modifier.ControlModifier, Modifier.ShiftModifier)
    typist.write("Follow-up")
    (draft,) = services.drafts.waiting("line_to_take:")
    assert "Follow-up" in draft.content
    typist.press(Key.Key_Escape)
    assert shown._editor.isVisible()
    typist.press(Key.Key_Escape)
    assert not shown._editor.isVisible()
    assert services.drafts.waiting("line_to_take:") == ()


def test_what_was_typed_before_the_power_went_is_there_again(page, typist, services):
    content = '{"title": "Follow-up", "words": "Half a sent", "kind": "holding"}'
    services.drafts.keep("line_to_take:new:Priya Nair", content)
    shown = page()
    typist.press(Key.Key_N, Modifier.ControlModifier, Modifier.ShiftModifier)
    assert shown._editor.typed() == LineForm("Follow-up", "Half a sent", kind=LineKind.HOLDING)


def test_somebody_elses_save_is_shown_beside_what_is_typed(page, typist, services, cleared):
    shown = page()
    typist.press(Key.Key_F2)
    typist.write("Mine. ")
    line = services.lines_to_take.show(cleared)
    services.lines_to_take.edit(cleared, line.version, LineForm("Follow-up", "Theirs."))
    typist.control(Key.Key_S)
    assert "Theirs." in shown._editor._words_field.input.accessibleDescription()
    assert shown._editor.typed().words.startswith("Mine. ")
    typist.control(Key.Key_S)
    assert kept(services)[0].words.startswith("Mine. ")


def test_a_line_is_withdrawn_with_a_reason_and_its_answers_are_listed(
    page, typist, services, cleared
):
    form = EnquiryForm(MONDAY_14_06, journalist="Ruth", questions=("When is follow-up?",))
    enquiry = services.enquiries.log(form)
    answer = Answer(
        WORDS, Terms.ON_THE_RECORD, "", MONDAY_14_06, Channel.PHONE, lines=(UsedLine(cleared),)
    )
    services.answering.answer(enquiry.id, answer)
    shown = page()
    typist.write("w")
    typist.write("Out of date")
    typist.press(Key.Key_Return)
    assert kept(services)[0].state is LineState.WITHDRAWN
    (use,) = shown._reader.uses.entries()
    assert use.title == "When is follow-up?"
    assert use.second.startswith(f"{enquiry.reference} · given by Priya Nair 23 Nov · version 1")


def test_past_review_is_said_in_words(page, clock, services, cleared):
    clock.instant = clock.instant.replace(month=12)
    shown = page()
    assert rows(shown)[0][1].startswith("Cleared · ⚠ past review (30 Nov)")
    assert shown._header.subtitle() == "1 line to take · 1 past review"


def test_filters_and_words_narrow_the_list(page, typist, services, cleared):
    services.lines_to_take.add(LineForm("Vetting", "No comment.", kind=LineKind.HOLDING))
    shown = page()
    assert [title for title, _ in rows(shown)] == ["Follow-up", "Vetting"]
    for choice, value, left in (
        (shown._kind, LineKind.HOLDING, ["Vetting"]),
        (shown._kind, None, ["Follow-up", "Vetting"]),
        (shown._state, LineState.CLEARED, ["Follow-up"]),
        (shown._state, None, ["Follow-up", "Vetting"]),
        (shown._topic, "child protection", ["Follow-up"]),
    ):
        choice.set_value(value)
        typist.settle()
        assert [title for title, _ in rows(shown)] == left
    typist.control(Key.Key_F)
    typist.write("zebra")
    assert "No line fits" in shown._empty.accessibleName()


def test_y_copies_the_words_and_says_when_nobody_cleared_them(page, typist, services, said):
    services.lines_to_take.add(LineForm("Follow-up", WORDS))
    page()
    typist.write("y")
    assert QGuiApplication.clipboard().text() == WORDS
    assert said[0].sentence == "Copied the words of “Follow-up”. Mind: it is draft."


def test_the_words_of_a_line_from_an_embargoed_release_are_copied_when_asked_for_again(
    page, typist, services, said
):
    text = "Embargoed until 00:01 24/11/2026\n\nHumberside slow\n\nThey inspected."
    release = services.releases.add_text(text).id
    services.lines_to_take.add(LineForm("Follow-up", WORDS, release_id=release))
    shown = page()
    QGuiApplication.clipboard().setText("Mine")
    typist.write("y")
    assert QGuiApplication.clipboard().text() == "Mine"
    assert not shown._reader._words.textInteractionFlags()
    said[0].act()
    typist.settle()
    assert QGuiApplication.clipboard().text() == WORDS
