"""Notices in the window: told, quiet where the row is in sight, leading to the enquiry."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlalchemy.event import listen

from pressdesk.domain.enquiries import EnquiryForm
from pressdesk.ui.workspace import Workspace
from tests.ui.typist import in_focus


@pytest.fixture
def workspace(qtbot, services, tools):
    office = services.office.find()
    made = Workspace(services, tools, office)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    assert tools.runner.wait_idle()
    return made


@pytest.fixture
def log(services, clock, tools):
    def logged(left, subject="Custody"):
        form = EnquiryForm(
            clock.now(),
            questions=("Why?",),
            subject=subject,
            journalist="Ruth Amery",
            deadline_words="by then",
            deadline_at=clock.now() + timedelta(minutes=left),
        )
        enquiry = services.enquiries.log(form).id
        assert tools.runner.wait_idle()
        return enquiry

    return logged


@pytest.fixture
def later(clock, tools):
    """Let time go by, and the window see it."""

    def go(**time):
        clock.instant += timedelta(**time)
        tools.ticker.look()
        assert tools.runner.wait_idle()

    return go


def test_a_deadline_is_told_away_from_the_desk_and_leads_to_the_enquiry(
    workspace, log, later, tools, qtbot
):
    enquiry = log(40)
    workspace.show_page("releases")
    later(minutes=10)
    assert workspace.messages.text() == "Due in 30 min: Custody · Ruth Amery"
    with qtbot.waitSignal(tools.navigator.enquiry_requested) as asked:
        workspace.messages._act()
    assert asked.args == [enquiry]


def test_a_promise_made_by_keys_rings_before_it_is_due_and_when_it_is(
    workspace, log, later, tools, services
):
    tools.navigator.answer_requested.emit(log(600))
    assert tools.runner.wait_idle()
    hold = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(in_focus(), Qt.Key.Key_R, hold)
    QTest.keyClicks(in_focus(), "I'll ring by 3")
    QTest.keyClick(in_focus(), Qt.Key.Key_Return)
    assert tools.runner.wait_idle()
    workspace.show_page("releases")
    later(minutes=44)
    assert workspace.messages.text().startswith("Promised in 10 min: I'll ring by 3 · Custody")
    later(minutes=10)
    assert workspace.messages.text().startswith("Promise due: I'll ring by 3")


def test_it_is_quiet_where_the_row_is_in_sight_and_not_told_afterwards(workspace, log, later):
    log(40)
    later(minutes=10)
    assert workspace.messages.text() == ""
    workspace.show_page("releases")
    later(seconds=40)
    assert workspace.messages.text() == ""
    later(minutes=20)
    assert workspace.messages.text().startswith("Due in 9 min")


def test_a_window_that_is_not_in_front_is_told_though_the_row_is_on_its_desk(
    workspace, log, later, monkeypatch
):
    log(40)
    monkeypatch.setattr(workspace, "isActiveWindow", lambda: False)
    later(minutes=10)
    assert workspace.messages.text().startswith("Due in 30 min")


def test_a_window_that_was_put_away_is_told_though_nothing_else_took_the_focus(
    workspace, log, later, monkeypatch
):
    log(40)
    monkeypatch.setattr(workspace, "isMinimized", lambda: True)
    later(minutes=10)
    assert workspace.messages.text().startswith("Due in 30 min")


def only_read(connection, *_):
    connection.execute("PRAGMA query_only = ON")


def test_a_file_that_cannot_be_written_is_told_once(workspace, log, later, services, tools, said):
    log(40)
    listen(services.context.database.engine, "checkout", only_read)
    for _ in range(3):
        later(minutes=10)
    assert len(said) == 1
    assert "may only be read" in said[0].sentence


def test_a_row_that_is_scrolled_away_is_not_in_sight(workspace, log, later):
    for number in range(30):
        log(40 + number, f"Question {number}")
    last = log(300, "The last")
    assert not workspace.page().shows(last)
