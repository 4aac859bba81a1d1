"""The page of contacts, by keys and clicks."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from pressdesk.domain.contacts import Journalist, Outlet, OutletKind
from pressdesk.domain.enquiries import EnquiryForm
from pressdesk.ui.contacts.page import JOURNALISTS, OUTLETS, ContactsPage
from pressdesk.ui.contacts.sheet import Sheet

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
DANA = Journalist("Dana Whitlock", "Tees Valley Echo", number="01632 960012")


@pytest.fixture
def page(qtbot, services, tools):
    services.contacts.save_journalist(Journalist("D. Whitlock", "Echo", number="01632 960013"))
    services.contacts.save_journalist(DANA)
    for subject in ("Stop and search", "Fire timetable"):
        form = EnquiryForm(
            datetime(2026, 11, 20, 10, 5, tzinfo=UTC),
            journalist="D. Whitlock",
            outlet="Echo",
            questions=(subject,),
            subject=subject,
            finished=False,
        )
        services.enquiries.log(form)
    made = ContactsPage(services, tools)
    qtbot.addWidget(made)
    made.resize(1090, 610)
    made.show()
    made.activateWindow()
    made.refresh()
    made.focus_first()
    settle(tools)
    return made


def settle(tools):
    """Wait for an answer, and for what that answer asks."""
    tools.runner.wait_idle()
    tools.runner.wait_idle()


def press(qtbot, tools, widget, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(widget, key, modifier)
    settle(tools)


def rows(page):
    return [(entry.title, entry.second) for entry in page._list.entries()]


def shown(page):
    return [label.text() for label in page.findChild(Sheet).findChildren(QLabel)]


def question(page, name, which=JOURNALISTS):
    return page._shelves[which].form.fields[name].input


def type_over(qtbot, edit, words):
    edit.selectAll()
    qtbot.keyClicks(edit, words)


def test_journalists_are_listed_by_name_and_the_first_is_open(page):
    assert rows(page) == [
        ("D. Whitlock", "Echo · 2 enquiries"),
        ("Dana Whitlock", "Tees Valley Echo · no enquiries"),
    ]
    assert "2 EARLIER ENQUIRIES" in shown(page)
    assert "01632 960013" in shown(page)


def test_typing_in_the_search_box_keeps_those_who_answer_to_it(page, qtbot, tools):
    qtbot.keyClicks(page._search, "tees")
    settle(tools)
    assert [title for title, _ in rows(page)] == ["Dana Whitlock"]
    qtbot.keyClicks(page._search, " zebra")
    settle(tools)
    assert "No journalist is called that" in page._empty.accessibleName()


def test_enter_on_an_earlier_enquiry_asks_for_it(page, qtbot, tools):
    asked: list[int] = []
    tools.navigator.enquiry_requested.connect(asked.append)
    page._sheet._below.setFocus()
    press(qtbot, tools, page._sheet._below, Qt.Key.Key_Return)
    assert asked == [2]


def test_f2_edits_and_control_s_saves(page, qtbot, tools, services):
    press(qtbot, tools, page._list, Qt.Key.Key_F2)
    type_over(qtbot, question(page, "email"), "d@echo.example")
    press(qtbot, tools, question(page, "email"), Qt.Key.Key_S, CONTROL)
    assert services.contacts.journalist(1).email == "d@echo.example"
    assert "d@echo.example" in shown(page)
    assert page._list.hasFocus()


def test_a_wrong_number_is_refused_at_its_field_and_stays_typed(page, qtbot, tools):
    press(qtbot, tools, page._list, Qt.Key.Key_F2)
    type_over(qtbot, question(page, "number"), "ask the desk")
    press(qtbot, tools, question(page, "number"), Qt.Key.Key_S, CONTROL)
    field = page._shelves[JOURNALISTS].form.fields["number"]
    assert "is not a telephone number" in field.problem()
    assert field.input.text() == "ask the desk"
    assert field.input.hasFocus()


def test_escape_leaves_an_unchanged_form_at_once(page, qtbot, tools):
    press(qtbot, tools, page._list, Qt.Key.Key_F2)
    press(qtbot, tools, question(page, "name"), Qt.Key.Key_Escape)
    assert page._sheet.isVisible()


def test_escape_leaves_a_changed_form_only_the_second_time(page, qtbot, tools, services):
    press(qtbot, tools, page._list, Qt.Key.Key_F2)
    qtbot.keyClicks(question(page, "name"), "x")
    press(qtbot, tools, question(page, "name"), Qt.Key.Key_Escape)
    assert question(page, "name").isVisible()
    press(qtbot, tools, question(page, "name"), Qt.Key.Key_Escape)
    assert page._sheet.isVisible()
    assert services.contacts.journalist(1).name == "D. Whitlock"


def test_f2_again_does_not_begin_the_form_anew(page, qtbot, tools):
    press(qtbot, tools, page._list, Qt.Key.Key_F2)
    type_over(qtbot, question(page, "name"), "Dee")
    press(qtbot, tools, question(page, "name"), Qt.Key.Key_F2)
    assert question(page, "name").text() == "Dee"


def test_typing_on_after_the_warning_takes_it_back(page, qtbot, tools):
    press(qtbot, tools, page._list, Qt.Key.Key_F2)
    for _ in range(2):
        qtbot.keyClicks(question(page, "name"), "x")
        press(qtbot, tools, question(page, "name"), Qt.Key.Key_Escape)
        assert question(page, "name").isVisible()


def test_a_conflict_keeps_what_was_typed_and_shows_what_was_saved(page, qtbot, tools, services):
    press(qtbot, tools, page._list, Qt.Key.Key_F2)
    type_over(qtbot, question(page, "email"), "mine@echo.example")
    theirs = replace(services.contacts.journalist(1), email="theirs@echo.example")
    services.contacts.save_journalist(theirs)
    settle(tools)
    press(qtbot, tools, question(page, "email"), Qt.Key.Key_S, CONTROL)
    field = page._shelves[JOURNALISTS].form.fields["email"]
    assert field.input.text() == "mine@echo.example"
    assert field.input.accessibleDescription() == "Saved by someone else: theirs@echo.example"
    press(qtbot, tools, field.input, Qt.Key.Key_S, CONTROL)
    assert services.contacts.journalist(1).email == "mine@echo.example"


def test_a_new_journalist_is_added_and_shown(page, qtbot, tools, services):
    press(qtbot, tools, page._list, Qt.Key.Key_N, CONTROL | SHIFT)
    qtbot.keyClicks(question(page, "name"), "Ruth Amery")
    qtbot.keyClicks(question(page, "outlet"), "Humber Daily")
    press(qtbot, tools, question(page, "outlet"), Qt.Key.Key_S, CONTROL)
    assert rows(page)[2] == ("Ruth Amery", "Humber Daily · no enquiries")
    assert page._list.current_id() == 3
    assert "Ruth Amery" in shown(page)


def test_a_known_outlet_is_proposed_while_typing(page, qtbot, tools):
    press(qtbot, tools, page._list, Qt.Key.Key_N, CONTROL | SHIFT)
    question(page, "outlet").setFocus()
    qtbot.keyClicks(question(page, "outlet"), "tees")
    settle(tools)
    assert question(page, "outlet")._model.rowCount() == 1


def pick(page, qtbot, tools, words):
    qtbot.keyClicks(page._merge.choice, words)
    settle(tools)
    popup = page._merge.choice._popup
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    settle(tools)


def test_m_merges_a_duplicate_after_saying_what_will_happen(page, qtbot, tools, services):
    press(qtbot, tools, page._list, Qt.Key.Key_M)
    pick(page, qtbot, tools, "whit")
    assert page._merge._sentence.text() == (
        "2 enquiries of D. Whitlock will go to Dana Whitlock; 01632 960013 is kept as the other "
        "number; the rest is kept in the notes. This cannot be undone."
    )
    press(qtbot, tools, page._merge.choice, Qt.Key.Key_Return, CONTROL)
    assert rows(page) == [("Dana Whitlock", "Tees Valley Echo · 2 enquiries")]
    assert "01632 960013" in shown(page)


def test_nothing_is_merged_before_someone_was_picked(page, qtbot, tools):
    press(qtbot, tools, page._list, Qt.Key.Key_M)
    press(qtbot, tools, page._merge.choice, Qt.Key.Key_Return, CONTROL)
    press(qtbot, tools, page._merge.choice, Qt.Key.Key_Escape)
    assert len(rows(page)) == 2


def test_outlets_are_shown_with_kind_journalists_and_enquiries(page, qtbot, tools):
    qtbot.mouseClick(page._which._buttons[1], Qt.MouseButton.LeftButton)
    settle(tools)
    assert rows(page) == [
        ("Echo", "Kind not known · 2 enquiries"),
        ("Tees Valley Echo", "Kind not known · no enquiries"),
    ]
    assert "1 JOURNALIST" in shown(page)


def test_the_kind_of_an_outlet_is_chosen(page, qtbot, tools, services):
    page.open_other(1)
    settle(tools)
    press(qtbot, tools, page._list, Qt.Key.Key_F2)
    kinds = question(page, "kind", OUTLETS)
    qtbot.keyClicks(kinds, "reg")
    press(qtbot, tools, kinds, Qt.Key.Key_S, CONTROL)
    assert services.contacts.outlet(1).kind is OutletKind.REGIONAL


def test_outlets_are_merged_likewise(page, qtbot, tools, services):
    page.open_other(1)
    settle(tools)
    press(qtbot, tools, page._list, Qt.Key.Key_M)
    pick(page, qtbot, tools, "tees")
    qtbot.mouseClick(page._merge._merge, Qt.MouseButton.LeftButton)
    settle(tools)
    assert rows(page) == [("Tees Valley Echo", "Kind not known · 2 enquiries")]
    assert services.contacts.outlets() == (
        Outlet("Tees Valley Echo", id=2, version=1, journalists=2, enquiries=2),
    )


def test_o_opens_the_outlet_and_enter_leads_back_to_its_journalist(page, qtbot, tools):
    press(qtbot, tools, page._list, Qt.Key.Key_O)
    assert "Echo" in shown(page)
    assert "1 JOURNALIST" in shown(page)
    page._sheet._below.setFocus()
    press(qtbot, tools, page._sheet._below, Qt.Key.Key_Return)
    assert "2 EARLIER ENQUIRIES" in shown(page)


def test_someone_elses_save_shows_at_once_but_never_in_what_is_being_typed(
    page, qtbot, tools, services
):
    press(qtbot, tools, page._list, Qt.Key.Key_F2)
    type_over(qtbot, question(page, "name"), "Dee Whitlock")
    services.contacts.save_journalist(Journalist("Aaron Vale"))
    settle(tools)
    assert question(page, "name").text() == "Dee Whitlock"
    assert rows(page)[0][0] == "Aaron Vale"


def test_an_office_without_contacts_says_where_they_come_from(qtbot, services, tools):
    page = ContactsPage(services, tools)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    tools.runner.wait_idle()
    assert "as enquiries are logged" in page._empty.accessibleName()
