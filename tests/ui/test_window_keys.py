"""Keys across the window: none means two things, and each leads where its words say."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QListView, QRadioButton

from pressdesk.domain.enquiries import EnquiryForm
from pressdesk.ui.enquiry.panel import TABS, EnquiryPanel
from pressdesk.ui.pages import PAGES

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LOCAL = Qt.ShortcutContext.WidgetWithChildrenShortcut


@pytest.fixture
def logged(at_work, clock, tools):
    """An enquiry on the desk, where the focus stands."""
    form = EnquiryForm(clock.now(), journalist="Ruth Amery", questions=("How many?",))
    kept = at_work.content().services.enquiries.log(form)
    tools.runner.wait_idle()
    at_work.content().page().focus_first()
    tools.runner.wait_idle()
    return kept


def sequences(shortcut):
    """Return the keys of a shortcut in words."""
    keys = shortcut.keys()
    return map(QKeySequence.toString, keys)


def keys_in_reach(window):
    """Return every key that an act of the window, a button or a part of it in sight answers to."""
    for action in window.findChildren(QAction):
        yield from map(QKeySequence.toString, action.shortcuts())
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and not button.shortcut().isEmpty():
            yield button.shortcut().toString()
    local = set()
    for shortcut in window.findChildren(QShortcut):
        if shortcut.parent().isVisible() and shortcut.context() is LOCAL:
            local |= set(sequences(shortcut))
        elif shortcut.parent().isVisible():
            yield from sequences(shortcut)
    yield from local


@pytest.mark.parametrize("tab", TABS)
def test_no_key_means_two_things_on_any_page(at_work, logged, tools, tab):
    content = at_work.content()
    content._show_beside(logged.id, tab, enter=False)
    twice = {}
    for page in (entry.name for entry in PAGES):
        tools.runner.wait_idle()
        content.show_page(page)
        tools.runner.wait_idle()
        keys = Counter(keys_in_reach(at_work))
        twice[page] = [key for key, times in keys.items() if key and times > 1]
    assert twice == {entry.name: [] for entry in PAGES}


def open_beside(window, logged, tools):
    tools.navigator.enquiry_requested.emit(logged.id)
    tools.runner.wait_idle()
    return window.findChild(EnquiryPanel)


def test_an_enquiry_asked_for_leaves_the_focus_and_asked_for_again_takes_it(at_work, logged, tools):
    panel = open_beside(at_work, logged, tools)
    assert isinstance(at_work.focusWidget(), QListView)
    open_beside(at_work, logged, tools)
    assert panel.isAncestorOf(at_work.focusWidget())


def test_answering_leads_to_the_terms(at_work, logged, tools):
    tools.navigator.answer_requested.emit(logged.id)
    tools.runner.wait_idle()
    assert isinstance(at_work.focusWidget(), QRadioButton)


def test_the_keys_of_the_tabs_lead_into_the_panel_from_the_page(at_work, logged, tools, qtbot):
    panel = open_beside(at_work, logged, tools)
    qtbot.keyClick(at_work.focusWidget(), Qt.Key.Key_2, ALT)
    assert panel.isAncestorOf(at_work.focusWidget())
    assert panel.response.isVisible()


def test_escape_on_the_page_puts_the_enquiry_away(at_work, logged, tools, qtbot):
    panel = open_beside(at_work, logged, tools)
    qtbot.keyClick(at_work.focusWidget(), Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert isinstance(at_work.focusWidget(), QListView)


def log_window(window, qtbot, tools, *, asked_in=None):
    qtbot.keyClick(asked_in or window, Qt.Key.Key_N, CTRL)
    tools.runner.wait_idle()
    return window.content().log_windows.windows()[-1]


def test_a_second_call_is_logged_from_the_window_of_the_first(at_work, qtbot, tools):
    first = log_window(at_work, qtbot, tools)
    second = log_window(at_work, qtbot, tools, asked_in=first)
    assert second is not first
    assert second.isVisible()


def test_what_was_logged_is_told_by_its_reference(at_work, qtbot, tools):
    window = log_window(at_work, qtbot, tools)
    qtbot.keyClicks(window.focusWidget(), "Ruth Amery")
    window.finish_later()
    tools.runner.wait_idle()
    assert at_work.content().messages.text() == "ENQ-2026-00001 is saved."


def test_a_draft_whose_message_was_put_away_is_resumed_by_its_key(at_work, qtbot, tools):
    window = log_window(at_work, qtbot, tools)
    qtbot.keyClicks(window.focusWidget(), "Ruth Amery")
    window.close()
    tools.runner.wait_idle()
    at_work.activateWindow()
    qtbot.waitUntil(at_work.isActiveWindow)
    qtbot.keyClick(at_work, Qt.Key.Key_Escape)
    qtbot.keyClick(at_work, Qt.Key.Key_R, CTRL)
    tools.runner.wait_idle()
    (resumed,) = at_work.content().log_windows.windows()
    assert resumed.form().journalist == "Ruth Amery"


def test_what_is_found_from_the_window_of_a_call_comes_forward_and_the_key_leads_back(
    at_work, qtbot, tools
):
    window = log_window(at_work, qtbot, tools)
    qtbot.keyClicks(window.focusWidget(), "Ruth Amery")
    tools.navigator.page_requested.emit("rota")
    qtbot.waitUntil(at_work.isActiveWindow)
    assert at_work.content().page().title == "Rota"
    qtbot.keyClick(at_work, Qt.Key.Key_R, CTRL)
    tools.runner.wait_idle()
    qtbot.waitUntil(window.isActiveWindow)
    assert at_work.content().log_windows.windows() == (window,)


def test_without_a_draft_the_key_says_so(at_work, qtbot, tools):
    qtbot.keyClick(at_work, Qt.Key.Key_R, CTRL)
    tools.runner.wait_idle()
    assert at_work.content().messages.text() == "No unfinished enquiry is waiting."


def test_the_focus_stays_in_an_enquiry_that_is_closed(at_work, logged, tools, qtbot):
    tools.navigator.answer_requested.emit(logged.id)
    tools.runner.wait_idle()
    qtbot.keyClick(at_work.focusWidget(), Qt.Key.Key_Return, CTRL | SHIFT)
    qtbot.keyClick(at_work.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(at_work.focusWidget(), Qt.Key.Key_Return, CTRL | SHIFT)
    tools.runner.wait_idle()
    qtbot.keyClicks(at_work.focusWidget(), "Arranged by phone")  # why a question is left open
    qtbot.keyClick(at_work.focusWidget(), Qt.Key.Key_Return)
    tools.runner.wait_idle()
    tools.runner.wait_idle()
    assert at_work.focusWidget().text() == "Reopen"


def test_the_tab_key_reaches_the_fields_of_settings_before_save(at_work, tools, qtbot):
    page = at_work.content().show_page("settings")
    tools.runner.wait_idle()
    page.section().focus_first()
    reached: list[str] = []
    while "Save" not in reached and len(reached) < 9:
        reached.append(at_work.focusWidget().accessibleName())
        qtbot.keyClick(at_work.focusWidget(), Qt.Key.Key_Tab)
    assert reached == ["Name of the office", "Time zone", "Bank holidays of", "Save"]
