"""Editing the facts in place: saved, refused, in conflict, never lost."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from pressdesk.domain.enquiries import EnquiryForm, form_of
from pressdesk.ui.enquiry.edits import from_draft, merged, to_draft
from tests.conftest import MONDAY_14_06
from tests.ui.enquiry.conftest import CALL
from tests.ui.enquiry.test_panel import CTRL, words


@pytest.fixture
def edit(panel, press):
    press(Qt.Key.Key_F2)
    return panel.enquiry.edit


def other_saves(services, enquiry, **change):
    kept = services.enquiries.show(enquiry)
    services.enquiries.correct(enquiry, kept.version, replace(form_of(kept), **change))


def test_facts_are_changed_by_keys(edit, press, write, shown):
    write(" again")
    press(Qt.Key.Key_Return, CTRL)
    assert shown().summary.subject == "Humberside progress again"
    assert shown().decisions == (shown().decision,)
    assert not edit.isVisible()


def test_saving_without_a_change_changes_nothing(edit, press, shown):
    before = shown()
    press(Qt.Key.Key_Return, CTRL)
    assert replace(shown(), version=before.version) == before


def test_deadline_words_are_understood_live_and_as_of_now(edit, clock, press, write, shown):
    clock.instant = MONDAY_14_06 + timedelta(days=1)
    edit.fields.deadline.setFocus()
    edit.fields.deadline.words.input.selectAll()
    write("6pm")
    assert "Tue 24 Nov, 18:00 · in 3 h 54 min" in words(edit)
    press(Qt.Key.Key_Return, CTRL)
    assert shown().summary.deadline_at == MONDAY_14_06.replace(day=24, hour=18, minute=0)


def test_what_is_refused_is_said_at_its_field(edit, press, shown):
    edit.fields.subject.set_text("")
    edit.fields.questions.put(())
    press(Qt.Key.Key_Return, CTRL)
    assert edit.fields.questions.problem().startswith("Type a question")
    assert shown().summary.subject == "Humberside progress"


def test_escape_asks_before_it_throws_changes_away(edit, press, write, shown, services):
    write(" again")
    press(Qt.Key.Key_Escape)
    assert edit.isVisible()
    press(Qt.Key.Key_Escape)
    assert not edit.isVisible()
    assert shown().summary.subject == "Humberside progress"
    assert services.drafts.waiting() == ()


def test_a_conflict_keeps_what_was_typed_beside_theirs(
    edit, press, write, shown, services, enquiry, settled
):
    write(" again")
    other_saves(services, enquiry, call_back="01632 960099")
    settled()
    press(Qt.Key.Key_Return, CTRL)
    assert edit.isVisible()
    assert any("Someone else saved first" in sentence for sentence in words(edit))
    assert edit.fields.subject.text() == "Humberside progress again"
    assert edit.fields.journalist.call_back.text() == "01632 960099"
    press(Qt.Key.Key_Return, CTRL)
    assert (shown().summary.subject, shown().call_back) == (
        "Humberside progress again",
        "01632 960099",
    )


def test_both_changing_one_field_is_said_at_the_field(
    edit, press, write, services, enquiry, settled
):
    write(" again")
    other_saves(services, enquiry, subject="Theirs")
    settled()
    press(Qt.Key.Key_Return, CTRL)
    assert edit.fields.subject.text() == "Humberside progress again"
    assert edit.fields.subject.problem().startswith("Someone else changed this too")


def test_changes_of_other_things_are_no_conflict(
    edit, press, write, services, enquiry, settled, shown
):
    write(" again")
    services.answering.take(enquiry)
    settled()
    press(Qt.Key.Key_Return, CTRL)
    assert shown().summary.subject == "Humberside progress again"


def test_changes_being_typed_come_back_with_their_enquiry(
    panel, edit, write, services, enquiry, settled
):
    write(" again")
    panel.show_enquiry(services.enquiries.log(CALL).id)
    settled()
    assert not edit.isVisible()
    panel.show_enquiry(enquiry)
    settled()
    assert edit.isVisible()
    assert edit.fields.subject.text() == "Humberside progress again"


def test_a_half_typed_enquiry_is_finished_in_one_go(panel, services, settled, press):
    half = services.enquiries.log(
        EnquiryForm(MONDAY_14_06, outlet="Radio North", finished=False)
    ).id
    panel.show_enquiry(half)
    settled()
    assert any(sentence.startswith("To finish: the question") for sentence in words(panel))
    panel.focus_first()
    press(Qt.Key.Key_F2)
    panel.enquiry.edit.fields.subject.set_text("Fire inspections")
    press(Qt.Key.Key_Return, CTRL)
    assert services.enquiries.show(half).summary.finished


@pytest.mark.parametrize(
    ("mine", "theirs", "result", "both"),
    [
        ({}, {"subject": "B"}, {"subject": "B"}, ()),
        ({"subject": "A"}, {}, {"subject": "A"}, ()),
        ({"subject": "A"}, {"email": "b"}, {"subject": "A", "email": "b"}, ()),
        ({"subject": "A"}, {"subject": "A"}, {"subject": "A"}, ()),
        ({"subject": "A"}, {"subject": "B"}, {"subject": "A"}, ("subject",)),
        ({"outlet": "A"}, {"journalist": "B"}, {"outlet": "A"}, ("journalist_id",)),
    ],
)  # fmt: skip
def test_two_changes_are_brought_together_field_by_field(mine, theirs, result, both):
    found = merged(CALL, replace(CALL, **mine), replace(CALL, **theirs))
    assert found == (replace(CALL, **result), both)


@pytest.mark.parametrize("content", ["", "{", "[]", "[1]", '"a"', "[1, 2]"])
def test_a_damaged_draft_is_no_draft(content):
    assert from_draft(content, MONDAY_14_06) is None


def test_a_draft_is_read_back():
    mine = replace(CALL, subject="Mine")
    assert from_draft(to_draft(CALL, mine), MONDAY_14_06) == (CALL, mine)
    assert to_draft(CALL, CALL) == ""
