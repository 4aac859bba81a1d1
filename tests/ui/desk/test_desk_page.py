import csv
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.enquiries import Answer, Channel, Status, Terms
from pressdesk.domain.targets import HouseTargets
from pressdesk.export.writing import Format
from pressdesk.services.clearance import Said
from pressdesk.ui.page import Badge
from tests.conftest import MONDAY_14_06
from tests.ui.desk.conftest import shown
from tests.ui.file_dialog import save_as


def at(clock, tools, **later):
    """Let time go by to so much after 14:06, and tick."""
    clock.instant = MONDAY_14_06 + timedelta(**later)
    tools.ticker.look()


def test_enquiries_stand_by_how_they_press(log, desk):
    log("Stop and search", "13:41")
    log("Child protection", "14:48")
    log("Timetable", "Tue 10:00")
    log("Half an enquiry", finished=False)
    page = desk()
    assert shown(page) == [
        "Overdue",
        "−25 min Stop and search",
        "Due today",
        "42 min Child protection",
        "To finish",
        "No deadline Half an enquiry",
        "Later",
        "Tue 10:00 Timetable",
    ]
    said = "4 open · 1 overdue · 1 due within the hour · 1 to finish"
    assert page.header.subtitle() == said


def test_the_countdown_ticks_each_minute_and_the_group_changes_on_the_second(
    log, desk, clock, tools
):
    log("Child protection", "14:48")
    page = desk()
    at(clock, tools, minutes=1)
    assert shown(page) == ["Due today", "41 min Child protection"]
    at(clock, tools, minutes=41, seconds=59)
    assert shown(page)[0] == "Due today"
    at(clock, tools, minutes=42)
    assert shown(page) == ["Overdue", "due now Child protection"]
    assert page.header.subtitle() == "1 open · 1 overdue"


def test_nothing_is_painted_anew_while_nothing_changes(log, desk, clock, tools, qtbot):
    log("Child protection", "14:48")
    page = desk()
    at(clock, tools, seconds=1)
    with (
        qtbot.assertNotEmitted(page.model.dataChanged),
        qtbot.assertNotEmitted(page.model.modelReset),
    ):
        at(clock, tools, seconds=60, microseconds=999)
    with qtbot.waitSignal(page.model.dataChanged):
        at(clock, tools, seconds=61)


def test_what_is_held_moves_by_itself_when_the_office_opens(log, desk, clock, tools):
    clock.instant = MONDAY_14_06 - timedelta(hours=10)
    log("Night call", ago=timedelta(hours=11), urgent=False, urgent_reason="it can wait")
    page = desk()
    assert shown(page) == ["Held", "No deadline Night call"]
    opening = MONDAY_14_06.replace(hour=8, minute=30)
    at(clock, tools, seconds=(opening - MONDAY_14_06).total_seconds() - 1)
    assert shown(page)[0] == "Held"
    at(clock, tools, seconds=(opening - MONDAY_14_06).total_seconds())
    assert shown(page) == ["Later", "No deadline Night call"]


def test_cleared_words_that_wait_to_be_given_stand_first_and_say_so(log, desk, services, tools):
    log("Child protection", "14:48")
    number = log("Stop and search", "Tue 10:00")
    services.clearances.ask(number, "Twelve were good.", "Background briefing")
    for step in services.clearances.live(number).waits_for:
        services.clearances.clear(step.id, Said("M. Reyes"))
    page = desk()
    assert shown(page)[:2] == ["Cleared, to give", "Tue 10:00 Stop and search"]
    assert "Cleared, to give" in page.model.data(page.model.index_of(number))
    assert "1 cleared, to give" in page.header.subtitle()
    services.clearances.withdraw(services.clearances.live(number).id)
    assert tools.runner.wait_idle()
    assert shown(page)[0] == "Due today"


def test_what_is_past_a_house_target_says_so(log, desk, services, clock, tools):
    office = services.office.find()
    services.office.save_office(replace(office, targets=HouseTargets(30, None, 60)))
    number = log("Stop and search", ago=timedelta(0))
    page = desk()

    def spoken():
        return page.model.data(page.model.index_of(number))

    assert "Past target" not in spoken()
    at(clock, tools, minutes=30)
    assert "Past target" in spoken()
    assert page.header.subtitle() == "1 open · 1 past target"
    given = Answer("I am looking.", Terms.ON_THE_RECORD, "", clock.now(), Channel.PHONE)
    services.answering.answer(number, replace(given, kind=AnswerKind.ACKNOWLEDGED))
    assert tools.runner.wait_idle()
    assert "Past target" not in spoken()
    at(clock, tools, minutes=60)
    assert "Past target" in spoken()


def test_the_keys_move_and_the_enquiry_reached_is_shown(log, desk, asked, qtbot):
    first, second = log("First", "14:48"), log("Second", "15:48")
    page = desk()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert asked == [("open", second)]
    qtbot.keyClick(page.list, Qt.Key.Key_Up)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert asked[1:] == [("open", first), ("open", first)]


def test_a_click_shows_the_enquiry(log, desk, asked, qtbot):
    log("First", "14:48")
    later = log("Second", "Tue 10:00")
    page = desk()
    place = page.list.visualRect(page.model.index_of(later)).center()
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked == [("open", later)]


def test_letters_take_and_move_the_enquiry_at_hand(log, desk, services, tools, qtbot):
    number = log("First", "14:48")
    page = desk()
    for key, status in (
        ("t", Status.IN_PROGRESS),
        ("w", Status.AWAITING_CLEARANCE),
        ("i", Status.IN_PROGRESS),
    ):
        qtbot.keyClicks(page.list, key)
        assert tools.runner.wait_idle()
        assert services.enquiries.show(number).summary.status is status
    assert services.enquiries.show(number).summary.owner == "Priya Nair"
    assert page.list.current_id() == number


def test_a_move_that_cannot_be_says_why(log, desk, tools, qtbot):
    log("First", "14:48")
    page = desk()
    qtbot.keyClicks(page.list, "i")
    tools.runner.wait_idle()
    with qtbot.waitSignal(tools.runner.refused) as refused:
        qtbot.keyClicks(page.list, "i")
    assert "cannot become in progress" in refused.args[0]


def test_a_asks_for_the_answer_and_n_for_a_new_enquiry(log, desk, asked, qtbot):
    number = log("First", "14:48")
    page = desk()
    qtbot.keyClicks(page.list, "an")
    assert asked == [("answer", number), ("log",)]


def test_letters_do_nothing_outside_the_list(log, desk, services, tools, qtbot):
    number = log("First", "14:48")
    page = desk()
    page.export.setFocus()
    qtbot.keyClicks(page.export, "t")
    assert tools.runner.wait_idle()
    assert services.enquiries.show(number).summary.owner == ""


def test_the_context_menu_shows_the_keys_and_does_the_same(log, desk, services, tools, qtbot):
    number = log("First", "14:48")
    page = desk()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(page.list, event)
    menu = page.list.findChild(QMenu)
    assert [action.text() for action in menu.actions()][1] == "Take it\tT"
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert tools.runner.wait_idle()
    assert services.enquiries.show(number).summary.owner == "Priya Nair"
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert page.list.findChild(QMenu) is None


def test_the_selection_survives_what_others_log(log, desk, services, tools, asked, qtbot):
    log("First", "14:48")
    second = log("Second", "15:48")
    page = desk()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    log("More pressing", "14:10")
    page.refresh()
    assert tools.runner.wait_idle()
    assert page.list.current_id() == second
    assert len(shown(page)) == 4
    assert asked == [("open", second)]


def test_when_the_enquiry_at_hand_is_closed_the_next_takes_its_place(log, desk, services, tools):
    first, second = log("First", "14:48"), log("Second", "15:48")
    page = desk()
    assert page.list.current_id() == first
    services.answering.close(first, "Line given")
    page.refresh()
    assert tools.runner.wait_idle()
    assert page.list.current_id() == second


def test_a_commit_of_anybody_refreshes_the_desk(log, desk, qtbot):
    page = desk()
    log("First", "14:48")
    qtbot.waitUntil(lambda: shown(page) == ["Due today", "42 min First"])


def test_the_badge_counts_what_is_overdue_in_words(log, desk, services, tools):
    page = desk()
    badges: list[Badge] = []
    page.badge_changed.connect(badges.append)
    number = log("First", "13:41")
    page.refresh()
    tools.runner.wait_idle()
    assert (badges[-1].text, badges[-1].role) == ("1 overdue", "overdue")
    given = Answer("We will.", Terms.ON_THE_RECORD, "", MONDAY_14_06, Channel.PHONE)
    services.answering.answer(number, given)
    page.refresh()
    tools.runner.wait_idle()
    assert (badges[-1].text, badges[-1].words) == ("1", "1 open")
    assert shown(page) == ["Answered, to close", "Answered First"]


def test_an_empty_desk_says_what_to_do(desk, asked, qtbot):
    page = desk()
    assert page.empty.isVisible()
    assert page.empty.accessibleName().startswith("Nothing is open. Ctrl+N logs an enquiry.")
    page.empty.action_requested.emit()
    assert asked == [("log",)]


def test_urgent_and_held_are_said_in_words(log, desk, clock):
    clock.instant = MONDAY_14_06 - timedelta(hours=10)
    log("Urgent one", urgent=True, urgent_reason="safety", ago=timedelta(hours=12))
    log("Held one", ago=timedelta(hours=12))
    page = desk()
    said = [page.model.index(row).data() for row in range(page.model.rowCount())]
    assert any("Urgent. Urgent one" in row and "Out of hours" in row for row in said)
    assert any("Held to 08:30" in row for row in said)


@pytest.mark.parametrize("width", [500, 900])
def test_no_row_asks_for_more_than_the_width(log, desk, width):
    log("A very long subject " * 15, "14:48")
    page = desk()
    page.window().resize(width, 500)
    assert page.list.horizontalScrollBar().maximum() == 0


def test_the_desk_is_exported_as_it_stands(log, desk, tools, asked, qtbot, tmp_path):
    log("Later one", "Tue 10:00")
    log("Pressing", "14:48")
    page = desk()
    qtbot.keyClick(page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    page.exports.choices.format.set_value(Format.CSV)
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert save_as(qtbot, page, tmp_path / "desk.csv") == "Desk 2026-11-23.csv"
    assert tools.runner.wait_idle()
    with (tmp_path / "desk.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["Subject"] for row in rows[:2]] == ["Pressing", "Later one"]
    assert ("said", "Exported 2 enquiries to desk.csv.") in asked


def test_the_enquiry_shown_beside_is_marked_also_when_it_was_just_saved(log, desk, tools):
    first = log("Stop and search", "14:48")
    page = desk()
    second = log("Child protection", "15:48")
    page.mark(second)
    assert page.list.current_id() == first
    page.refresh()
    tools.runner.wait_idle()
    assert page.list.current_id() == second
    page.mark(first)
    assert page.list.current_id() == first
