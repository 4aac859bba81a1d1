import csv
from datetime import timedelta
from threading import Event

import pytest
from PySide6.QtCore import QPoint, Qt

from pressdesk.domain.enquiries import LogQuery, Status
from pressdesk.domain.routing import Route
from pressdesk.export.sheet import Watch
from pressdesk.export.writing import Format
from pressdesk.services.exports import Order
from pressdesk.ui.exporting import Exporting
from pressdesk.ui.log.columns import Col
from tests.ui.file_dialog import save_as
from tests.ui.log.conftest import subjects

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def some(log, services):
    """Five enquiries, the newest logged first."""
    made = {
        "Police figures": log("Police figures", hours=1),
        "Fire inspection": log("Fire inspection", hours=3, deadline_words="Tue 10am"),
        "Policing plan": log("Policing plan", hours=20, outlet="Radio North", journalist="Owen"),
        "Night call": log("Night call", hours=17, urgent=True, urgent_reason="safety"),
        "Last week": log("Last week", hours=24 * 5, topics=("stop and search",)),
    }
    services.answering.assign(made["Fire inspection"], "Sam Okafor")
    services.answering.close(made["Policing plan"], "Line given")
    return made


ALL = ["Police figures", "Fire inspection", "Night call", "Policing plan", "Last week"]


def test_all_enquiries_stand_newest_first_with_their_number(some, page):
    assert subjects(page) == ALL
    assert page.header.subtitle() == "5 enquiries"


def test_a_row_says_all_that_the_columns_show(some, page):
    said = [page.model.index(2, column).data() for column in Col]
    assert said[:2] == [
        "Sun 22 Nov. 21:06",
        "Urgent. Night call. ENQ-2026-00004 · Dana Whitlock, Echo",
    ]
    assert said[2:5] == ["none", "Out of hours", "New"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("pol", ["Policing plan", "Police figures"]),
        ("police fig", ["Police figures"]),
        ("radio", ["Policing plan"]),
        ("00002", ["Fire inspection"]),
        ("nothing like it", []),
        ("OR AND ( *", []),
    ],
)
def test_typed_words_find(some, page, settled, qtbot, typed, found):
    qtbot.keyClick(page, Qt.Key.Key_F, CTRL)
    assert page.bar.words.hasFocus()
    qtbot.keyClicks(page.bar.words, typed)
    settled(page)
    assert subjects(page) == found
    assert "as logged, the newest first" in page.header.subtitle()
    assert not page.bar.order.isEnabled()


def test_esc_in_the_words_clears_every_filter(some, page, settled, qtbot):
    page.bar.focus_words()
    qtbot.keyClicks(page.bar.words, "fire")
    choose(qtbot, page.bar.line, "Main line")
    settled(page)
    qtbot.keyClick(page.bar.words, Qt.Key.Key_Escape)
    settled(page)
    assert subjects(page) == ALL
    assert page.bar.query() == LogQuery()


def test_the_key_clears_the_filters_from_anywhere(some, page, settled, qtbot):
    choose(qtbot, page.bar.status, "Closed")
    settled(page)
    assert subjects(page) == ["Policing plan"]
    assert page.bar.clearing.isEnabled()
    qtbot.keyClick(page, Qt.Key.Key_F, CTRL | SHIFT)
    settled(page)
    assert subjects(page) == ALL
    assert not page.bar.clearing.isEnabled()


def choose(qtbot, combo, words):
    """Choose by typing the first letters, as on a keyboard."""
    combo.setFocus()
    qtbot.keyClicks(combo, words)


@pytest.mark.parametrize(
    ("name", "words", "found"),
    [
        ("line", "Out of hours", ["Night call"]),
        ("line", "Held", ["Policing plan"]),
        ("status", "In progress", ["Fire inspection"]),
        ("owner", "Sam", ["Fire inspection"]),
        ("topic", "stop", ["Last week"]),
    ],
)
def test_each_choice_narrows_the_log(some, page, settled, qtbot, name, words, found):
    choose(qtbot, getattr(page.bar, name), words)
    settled(page)
    assert subjects(page) == found


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ("today", "", ALL[:2]),
        ("", "yesterday", ALL[2:]),
        ("last week", "last week", ALL[2:]),
        ("22/11", "22/11/2026", ["Night call", "Policing plan"]),
        ("Nov 2026", "2026", ALL),
    ],
)
def test_typed_days_narrow_the_log(some, page, settled, qtbot, start, end, found):
    for edit, words in ((page.bar.start, start), (page.bar.end, end)):
        edit.setFocus()
        qtbot.keyClicks(edit, words)
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    settled(page)
    assert subjects(page) == found


def test_days_that_are_none_say_so_and_narrow_nothing(some, page, settled, qtbot):
    qtbot.keyClicks(page.bar.start, "31/2")
    qtbot.keyClick(page.bar.start, Qt.Key.Key_Return)
    settled(page)
    assert "“31/2” is not a day" in page.bar.problem.text()
    assert subjects(page) == ALL


def test_an_outlet_is_proposed_and_taken(some, page, settled, tools, qtbot):
    outlet = page.bar.outlet
    outlet.setFocus()
    qtbot.keyClicks(outlet, "rad")
    tools.runner.wait_idle()
    popup = outlet._popup
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    settled(page)
    assert outlet.text() == "Radio North"
    assert subjects(page) == ["Policing plan"]
    outlet.clear()
    settled(page)
    assert subjects(page) == ALL


def test_an_unknown_outlet_says_so(some, page, settled, tools, qtbot):
    qtbot.keyClicks(page.bar.outlet, "No such paper")
    tools.runner.wait_idle()
    qtbot.keyClick(page.bar.outlet, Qt.Key.Key_Return)
    assert "There is no outlet “No such paper”" in page.bar.problem.text()


def test_the_heads_and_the_key_choose_the_order(some, page, settled, qtbot):
    head = page.table.horizontalHeader()

    def click(column):
        at = QPoint(head.sectionViewportPosition(column) + 5, 5)
        qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)
        settled(page)

    click(Col.RECEIVED)
    assert subjects(page) == ALL[::-1]
    assert page.bar.order.currentText() == "Oldest first"
    click(Col.DEADLINE)
    assert subjects(page) == ["Fire inspection"]
    assert page.header.subtitle() == "1 enquiry with a deadline"
    choose(qtbot, page.bar.order, "Newest")
    settled(page)
    assert subjects(page) == ALL


def test_the_keys_lead_from_the_words_into_the_list_and_show_what_is_reached(
    some, page, settled, asked, qtbot
):
    page.bar.focus_words()
    qtbot.keyClicks(page.bar.words, "pol")
    settled(page)
    qtbot.keyClick(page.bar.words, Qt.Key.Key_Down)
    assert page.table.hasFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert asked == [some["Policing plan"], some["Police figures"]]


def test_a_click_shows_the_enquiry(some, page, asked, qtbot):
    place = page.table.visualRect(page.model.index(3, Col.STATUS)).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked == [some["Policing plan"]]


def test_the_selection_follows_its_enquiry_when_a_new_one_is_logged(
    some, page, settled, log, asked, qtbot
):
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    log("Just in", hours=0.1)
    qtbot.waitUntil(lambda: subjects(page)[0] == "Just in")
    settled(page)
    assert page.table.currentIndex().row() == 2
    assert asked == [some["Fire inspection"]]
    qtbot.waitUntil(lambda: page.header.subtitle() == "6 enquiries")


def test_the_old_rows_stand_until_the_new_ones_are_there(some, page, tools, qtbot):
    page.bar.words.setText("fire")
    assert subjects(page) == ALL
    assert tools.runner.wait_idle()
    assert subjects(page) == ["Fire inspection"]


def test_a_search_from_elsewhere_fills_the_words_and_leaves_the_focus(some, page, settled):
    page.search("police")
    settled(page)
    assert subjects(page) == ["Police figures"]
    assert page.table.hasFocus()


def test_the_words_know_operators_and_say_what_is_not_understood(some, page, settled):
    page.bar.words.setText("outlet:radio before:tomorrow")
    settled(page)
    assert page.bar.problem.text().startswith("“tomorrow” is not a day.")
    page.bar.words.setText("fire line:main after:2020")
    settled(page)
    assert not page.bar.problem.isVisible()
    assert subjects(page) == ["Fire inspection"]


def test_an_empty_log_and_an_empty_answer_say_what_to_do(page, log, settled, qtbot):
    assert page.nothing.isVisible()
    log("First")
    page.refresh()
    qtbot.waitUntil(lambda: subjects(page) == ["First"])
    qtbot.waitUntil(page.table.isVisible)
    page.bar.words.setText("xyzzy")
    settled(page)
    assert page.none_found.isVisible()
    page.none_found.action_requested.emit()
    settled(page)
    assert page.table.isVisible()


@pytest.mark.parametrize("width", [420, 700, 1150])
def test_the_columns_make_room_for_the_enquiry(some, page, width, qtbot):
    page.window().resize(width, 600)
    assert page.table.columnWidth(Col.ENQUIRY) >= 13 * 13
    qtbot.waitUntil(lambda: page.table.horizontalScrollBar().maximum() == 0)
    assert page.table.isColumnHidden(Col.OUTCOME) == (width < 1000)


def test_the_export_holds_the_rows_on_screen_in_their_order(
    some, page, settled, tools, asked, qtbot, tmp_path
):
    page.bar.words.setText("pol")
    settled(page)
    qtbot.keyClick(page, Qt.Key.Key_E, CTRL)
    page.exports.choices.format.set_value(Format.CSV)
    qtbot.keyClick(page, Qt.Key.Key_Return, CTRL)
    assert save_as(qtbot, page, tmp_path / "log.csv") == "Log 2026-11-23.csv"
    assert tools.runner.wait_idle()
    with (tmp_path / "log.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["Subject"] for row in rows[:2]] == subjects(page)
    assert "Exported 2 enquiries to log.csv." in asked
    assert page.exports.exporting.strip.isHidden()
    assert page.table.isVisible()


def test_an_export_that_cannot_be_written_says_why(some, page, tools, asked, tmp_path):
    page.exports.exporting.write(str(tmp_path / "no folder" / "log.csv"))
    assert tools.runner.wait_idle()
    assert "there is no such folder" in asked[-1]


def test_a_stopped_export_leaves_the_earlier_file(
    some, page, tools, services, asked, qtbot, tmp_path
):
    path, clicked = tmp_path / "log.csv", Event()
    path.write_text("earlier")

    def writing(path):
        def work(task):
            watch = Watch(cancelled=lambda: clicked.wait(5) and task.cancelled())
            return services.exports.write(Order(), path, watch)

        return work

    exporting = Exporting(tools, lambda: "Log", writing, page)
    exporting.write(str(path))
    qtbot.waitUntil(lambda: not exporting.strip.isHidden())
    qtbot.mouseClick(exporting.strip.stop, Qt.MouseButton.LeftButton)
    clicked.set()
    assert tools.runner.wait_idle()
    assert asked[-1].startswith("The export was cancelled")
    assert path.read_text() == "earlier"
    assert list(tmp_path.iterdir()) == [path]
    assert exporting.strip.isHidden()


def test_the_query_speaks_of_values_not_of_words(some, page, qtbot):
    choose(qtbot, page.bar.line, "Held")
    choose(qtbot, page.bar.status, "New")
    query = page.bar.query()
    assert (query.line, query.status) == (Route.HELD, Status.NEW)
    assert isinstance(query.status, Status)


def test_today_becomes_another_day_at_midnight(some, page, settled, clock, tools):
    assert page.model.index(0, Col.RECEIVED).data() == "Today. 13:06"
    clock.instant += timedelta(hours=9, minutes=54)
    tools.ticker.look()
    settled(page)
    assert page.model.index(0, Col.RECEIVED).data() == "Mon 23 Nov. 13:06"
