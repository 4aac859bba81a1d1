"""Nothing typed is ever lost: drafts outlive a closed window and a crash."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pressdesk.bootstrap import open_services
from pressdesk.domain.enquiry_drafts import from_json
from pressdesk.ui.log_enquiry.window import waiting_drafts
from tests.ui.typist import in_focus

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def said(tools):
    """Collect what is said in the main window."""
    messages: list[Any] = []
    tools.navigator.said.connect(messages.append)
    return messages


@pytest.fixture
def ended(window):
    """Collect the end of the window."""
    ends: list[Any] = []
    window.destroyed.connect(lambda: ends.append("freed"))
    return ends


def stop_everything(qtbot, ended):
    """Let Qt destroy what was closed."""
    qtbot.waitUntil(lambda: bool(ended))


def test_every_letter_is_on_the_disk_at_once(window, typist, services, clock):
    for typed in ("Z", "Zo", "Zoe"):
        typist.write(typed[-1])
        (draft,) = waiting_drafts(services)
        assert from_json(draft.content, clock.now()).journalist == typed


def test_the_footer_says_when_the_draft_was_kept(window, typist, clock):
    clock.instant += timedelta(seconds=65)
    typist.write("Z")
    assert window.footer.text() == "Draft kept 14:07:05"


def test_every_field_comes_back_after_a_crash(ruth, opened, typist, services, clock):
    services.releases.add_text("Humberside\n\nInspectors went to Humberside.\n\nENDS")
    window = opened()
    typist.write("Ruth Amery")
    typist.to("q")
    typist.write("Humberside?")
    typist.press(Key.Key_Return)
    typist.write("Second?")
    typist.alt(Key.Key_1)
    typist.to("d")
    typist.write("5pm")
    typist.to("c")
    typist.press(Key.Key_Right)
    typist.to("t")
    typist.write("stop and sea")
    typist.to("u")
    typist.press(Key.Key_Right)
    typist.tab()
    typist.write("because")
    typist.to("l")
    typist.press(Key.Key_Right)
    typist.tab()
    typist.write("engaged")
    typist.to("p")
    typist.write("Sunday")
    typist.to("n")
    typist.write("Rang twice")
    before = window.form()
    again = open_services(services.context.database.where, clock, services.context.actor)
    (draft,) = waiting_drafts(again)
    restored = opened(draft, again)
    assert restored.form() == before
    assert restored.entry.journalist.name.input.accessibleDescription().startswith("Humber Daily")
    again.close()


def test_logging_throws_the_draft_away(window, logged, typist, services):
    typist.write("Zoe")
    typist.control(Key.Key_S)
    assert len(logged) == 1
    assert waiting_drafts(services) == ()


def test_emptying_the_form_throws_the_draft_away(window, typist, services):
    typist.write("Z")
    typist.press(Key.Key_Backspace)
    assert waiting_drafts(services) == ()


def test_esc_keeps_what_was_typed_and_says_so(window, said, ended, typist, tools, services, qtbot):
    resumed: list[Any] = []
    tools.navigator.resume_requested.connect(resumed.append)
    typist.write("Zoe")
    QTest.keyClick(in_focus(), Key.Key_Escape)
    stop_everything(qtbot, ended)
    typist.settle()
    (draft,) = waiting_drafts(services)
    assert said[0].sentence == "The enquiry you began (Zoe) is kept as a draft."
    said[0].act()
    assert resumed == [draft.key]


def test_letters_typed_right_before_esc_are_kept_too(window, ended, typist, services, clock, qtbot):
    QTest.keyClicks(in_focus(), "Zoe Newcomer")
    QTest.keyClick(in_focus(), Key.Key_Escape)
    stop_everything(qtbot, ended)
    typist.settle()
    (draft,) = waiting_drafts(services)
    assert from_json(draft.content, clock.now()).journalist == "Zoe Newcomer"


def test_an_empty_window_closes_without_a_word(window, said, ended, services, qtbot):
    QTest.keyClick(in_focus(), Key.Key_Escape)
    stop_everything(qtbot, ended)
    assert said == []
    assert waiting_drafts(services) == ()


def test_a_window_that_has_logged_is_freed(window, logged, ended, typist, qtbot):
    typist.write("Zoe")
    typist.control(Key.Key_S)
    stop_everything(qtbot, ended)
    assert len(logged) == 1


def test_discarding_asks_and_can_be_thought_better_of(window, typist, services):
    typist.write("Zoe")
    typist.press(Key.Key_Backspace, CONTROL, SHIFT)
    assert "Throw away what you typed?" in window.strip.text()
    typist.press(Key.Key_Escape)
    assert window.isVisible()
    assert not window.strip.isVisible()
    assert len(waiting_drafts(services)) == 1


def test_discarding_twice_throws_it_away(window, said, ended, typist, services, qtbot):
    typist.write("Zoe")
    typist.press(Key.Key_Backspace, CONTROL, SHIFT)
    QTest.keyClick(in_focus(), Key.Key_Backspace, CONTROL | SHIFT)
    stop_everything(qtbot, ended)
    typist.settle()
    assert waiting_drafts(services) == ()
    assert said == []


def test_a_refused_save_keeps_the_draft_and_goes_on_keeping_it(window, typist, services, clock):
    typist.write("Zoe")
    typist.control(Key.Key_Return)
    assert window.isVisible()
    typist.write("Why?")
    (draft,) = waiting_drafts(services)
    assert from_json(draft.content, clock.now()).questions == ("Why?",)


def test_a_draft_of_rubbish_opens_an_empty_form(opened, services, clock):
    services.drafts.keep("enquiry:new:rubbish", "{not json")
    (draft,) = waiting_drafts(services)
    assert opened(draft).form() == replace(opened().form(), received_at=clock.now())


def test_what_cannot_be_kept_is_said_and_the_window_stays_open(opened, typist, services):
    """A disk that fills while one types: the words stay until one says otherwise."""
    engine = services.context.database.engine
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")
    window = opened()
    typist.to("q")
    QApplication.clipboard().setText("words " * 3_000)
    for _ in range(4):
        typist.control(Key.Key_V)
        typist.press(Key.Key_Return)
    typist.press(Key.Key_Escape)
    assert window.isVisible()
    assert "is not kept" in window.strip.text()
    assert window.footer.text() == "Draft not kept"
