"""An enquiry is logged whole, by the keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pressdesk.domain.enquiries import Channel, EnquiryType
from pressdesk.domain.enquiry_drafts import PREFIX
from pressdesk.domain.routing import Route
from tests.ui.typist import in_focus

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def name_in_focus():
    return in_focus().accessibleName()


def test_the_focus_starts_in_journalist(window):
    assert name_in_focus() == "Journalist"


def test_tab_follows_the_order_of_a_call(window, typist):
    names = []
    for _ in range(13):
        names.append(name_in_focus())
        typist.tab()
    assert names == [
        "Journalist",
        "Call back on",
        "Email",
        "Question",
        "Subject",
        "Deadline",
        "Came in by: Phone",
        "Topics",
        "Urgent: No",
        "Line used: Main line",
        "Type",
        "Planned publication",
        "Internal notes",
    ]


def test_a_known_journalist_brings_outlet_number_and_email(ruth, window, typist):
    typist.write("ruth am")
    typist.press(Key.Key_Down)
    typist.press(Key.Key_Return)
    form = window.form()
    assert (form.journalist_id, form.journalist, form.outlet) == (
        ruth,
        "Ruth Amery",
        "Humber Daily",
    )
    assert (form.call_back, form.email) == ("01632 960012", "ruth.amery@humberdaily.example")


def test_a_known_name_typed_out_is_taken_too(ruth, window, typist):
    typist.write("ruth amery")
    assert window.form().journalist_id == ruth
    assert window.entry.journalist.name.input.accessibleDescription() == (
        "Humber Daily · regional · no earlier enquiries"
    )


def test_another_name_forgets_what_the_known_one_brought(ruth, window, typist):
    typist.write("ruth amery")
    typist.write("son")
    form = window.form()
    assert (form.journalist_id, form.outlet, form.call_back, form.email) == (None, "", "", "")


def test_a_number_typed_first_is_not_written_over(ruth, window, typist):
    typist.to("b")
    typist.write("07700 900123")
    typist.to("j")
    typist.write("ruth amery")
    assert window.form().call_back == "07700 900123"


def test_the_whole_enquiry_of_a_known_journalist_is_logged(ruth, window, logged, typist, services):
    typist.write("Ruth Amery")
    typist.tab(3)
    typist.write("Why is progress slow?")
    typist.press(Key.Key_Return)
    typist.write("When will inspectors go back?")
    typist.tab()
    typist.write("Progress in Humberside")
    typist.tab()
    typist.write("for the Six")
    typist.tab()
    typist.press(Key.Key_Right)
    typist.tab()
    typist.write("stop and search,")
    typist.control(Key.Key_Return)
    enquiry = services.enquiries.show(logged[0].id)
    assert enquiry.questions == ("Why is progress slow?", "When will inspectors go back?")
    assert enquiry.summary.subject == "Progress in Humberside"
    assert enquiry.summary.journalist == "Ruth Amery"
    assert enquiry.summary.deadline_words == "for the Six"
    assert enquiry.channel is Channel.EMAIL
    assert enquiry.topics == ("stop and search",)
    assert enquiry.summary.line_used is Route.MAIN


def test_somebody_new_is_added_to_the_contacts_with_the_outlet(window, logged, typist, services):
    typist.write("Zoe Newcomer")
    assert "will be added" in window.entry.journalist.name.input.accessibleDescription()
    typist.tab()
    typist.write("01632 960077")
    typist.tab()
    assert name_in_focus() == "Outlet"
    typist.write("The New Paper")
    typist.tab(2)
    typist.write("Is it true?")
    typist.control(Key.Key_Return)
    person = services.contacts.journalists("newcomer")[0]
    assert (person.outlet, person.number) == ("The New Paper", "01632 960077")
    assert services.enquiries.show(logged[0].id).summary.outlet == "The New Paper"


def test_an_outlet_completes_from_those_known(ruth, window, typist):
    typist.write("Zoe Newcomer")
    typist.to("o")
    typist.write("humb")
    typist.press(Key.Key_Down)
    typist.press(Key.Key_Return)
    assert window.form().outlet == "Humber Daily"


def test_shift_enter_is_a_new_line_and_backspace_takes_an_empty_question_away(window, typist):
    typist.to("q")
    typist.write("One")
    typist.press(Key.Key_Return, SHIFT)
    typist.write("still one")
    typist.press(Key.Key_Return)
    assert window.form().questions == ("One\nstill one", "")
    typist.press(Key.Key_Backspace)
    assert window.form().questions == ("One\nstill one",)
    typist.write("!")
    assert window.form().questions == ("One\nstill one!",)


def test_enter_in_the_middle_makes_two_questions_of_one(window, typist):
    typist.to("q")
    typist.write("Who? When?")
    for _ in range(6):
        typist.press(Key.Key_Left)
    typist.press(Key.Key_Return)
    assert window.form().questions == ("Who?", "When?")


def test_the_subject_is_proposed_from_the_first_question(window, typist):
    typist.to("q")
    typist.write("Why is progress slow?")
    typist.tab()
    assert in_focus().placeholderText() == "Why is progress slow?"


def test_a_half_finished_enquiry_is_saved_to_finish(window, logged, typist, services):
    typist.write("Somebody")
    typist.control(Key.Key_S)
    assert services.enquiries.show(logged[0].id).summary.finished is False


def test_save_and_answer_leads_to_the_answer(window, tools, typist):
    shown: list[int] = []
    answered: list[int] = []
    tools.navigator.enquiry_requested.connect(shown.append)
    window.answer_requested.connect(answered.append)
    typist.write("Somebody")
    typist.to("q")
    typist.write("Why?")
    typist.press(Key.Key_Return, CONTROL, SHIFT)
    assert shown == answered
    assert len(answered) == 1


def test_what_is_missing_is_said_at_its_field_and_nothing_is_lost(window, logged, typist):
    typist.write("Somebody")
    typist.to("s")
    typist.control(Key.Key_Return)
    assert window.isVisible()
    assert "Type a question" in window.entry.questions.problem()
    assert name_in_focus() == "Question"
    typist.write("Why?")
    assert window.entry.questions.problem() == ""
    typist.control(Key.Key_Return)
    assert len(logged) == 1


def test_type_and_notes_are_kept(window, logged, typist, services):
    typist.write("Somebody")
    typist.to("q")
    typist.write("May we film?")
    typist.to("y")
    typist.write("f")
    typist.to("p")
    typist.write("Sunday supplement")
    typist.to("n")
    typist.write("Rang twice.")
    typist.control(Key.Key_Return)
    enquiry = services.enquiries.show(logged[0].id)
    assert (enquiry.type, enquiry.publication) == (EnquiryType.FILMING, "Sunday supplement")
    assert [note.words for note in enquiry.notes] == ["Rang twice."]


def test_a_pasted_megabyte_is_shortened_kindly(window, typist):
    typist.to("q")
    QApplication.clipboard().setText("x" * 1_000_000)
    typist.control(Key.Key_V)
    assert "characters fit here" in window.entry.questions.problem()
    assert len(window.form().questions[0]) < 100_000


@pytest.mark.parametrize("words", ["null\0 and bell\x07", "مرحبا؟", "Why 👋🏽?", "a\u202eb"])
def test_hostile_words_are_logged(window, logged, typist, services, words):
    typist.write("Somebody")
    typist.to("q")
    QApplication.clipboard().setText(words)
    typist.control(Key.Key_V)
    typist.control(Key.Key_Return)
    kept = services.enquiries.show(logged[0].id).questions[0]
    assert kept
    assert not {"\0", "\x07", "\u202e"} & set(kept)


def test_two_windows_log_two_enquiries(opened, typist, services):
    first, second = opened(), opened()
    QTest.keyClicks(second.entry.journalist.name.input, "Second")
    QTest.keyClicks(first.entry.journalist.name.input, "First")
    typist.settle()
    assert {draft.key for draft in services.drafts.waiting(PREFIX)} == {
        first.draft_key,
        second.draft_key,
    }
    first.finish_later()
    second.finish_later()
    typist.settle()
    assert {one.journalist for one in services.desk.open_enquiries().enquiries} == {
        "First",
        "Second",
    }


def test_a_field_out_of_sight_comes_into_sight_by_its_key(window, typist):
    window.resize(900, 420)
    typist.to("n")
    assert name_in_focus() == "Internal notes"
    assert in_focus().visibleRegion().boundingRect().height() > 20
    typist.to("j")
    assert not in_focus().visibleRegion().isEmpty()


def test_the_window_opens_with_its_buttons_on_the_screen(window):
    assert window.height() <= window.screen().availableSize().height()
    assert window.footer.geometry().bottom() < window.height()


def test_f1_asks_for_the_manual(window, tools, typist):
    asked = []
    tools.navigator.manual_requested.connect(lambda: asked.append("manual"))
    typist.press(Qt.Key.Key_F1)
    assert asked == ["manual"]
