"""A log longer than a page, and the window of rows that is read of it."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt

from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.enquiries import LogQuery, Status
from pressdesk.domain.targets import Target
from pressdesk.storage.enquiry_lists import Page
from pressdesk.ui.log.columns import Col, cell
from pressdesk.ui.log.window_of_rows import KEPT, PAGE, WindowOfRows
from tests.conftest import MONDAY_14_06
from tests.domain.test_desk import enquiry

ROWS = 230


def rows_of(number):
    """Return the rows of a page, each with its place as its id."""
    return tuple(enquiry(number=number * PAGE + at) for at in range(PAGE))


def id_at(window, row):
    found = window[row]
    return found and found.id


def test_a_row_is_found_by_its_place_and_by_its_id():
    window = WindowOfRows()
    window.keep(3, rows_of(3))
    assert id_at(window, 305) == 305
    assert window.row_of(305) == 305
    assert window[5] is None
    assert window.row_of(5) is None


def test_the_pages_wanted_longest_ago_go_first():
    window = WindowOfRows()
    for number in range(KEPT):
        window.keep(number, rows_of(number))
    assert window.missing(range(10)) is None
    window.keep(KEPT, rows_of(KEPT))
    assert window[0] is not None
    assert window[PAGE] is None


@pytest.mark.parametrize(
    ("rows", "missing"),
    [(range(PAGE), None), (range(90, 130), 1), (range(310, 320), 3), (range(0), None)],
)
def test_only_pages_that_are_not_at_hand_are_missing(rows, missing):
    window = WindowOfRows()
    window.keep(0, rows_of(0))
    assert window.missing(rows) == missing


def test_a_page_below_one_at_hand_is_asked_for_by_its_key():
    window = WindowOfRows()
    window.keep(0, rows_of(0))
    assert window.ask_for(1) == Page(PAGE, after=rows_of(0)[-1])
    assert window.ask_for(5) == Page(PAGE, offset=5 * PAGE)


def test_after_a_change_old_rows_stand_and_are_read_again():
    window = WindowOfRows()
    window.keep(0, rows_of(0))
    window.doubt()
    assert window[0] is not None
    assert window.missing(range(10)) == 0
    assert window.ask_for(1) == Page(PAGE, offset=PAGE)


@pytest.fixture
def many(log):
    return [log(f"Question {number}", hours=number / 10) for number in range(ROWS)]


def test_the_first_page_stands_before_the_number_of_rows_is_known(many, page, tools, qtbot):
    page.model.show(LogQuery(text="question"))
    qtbot.waitUntil(lambda: page.model.total is None)
    assert page.model.rowCount() == PAGE
    assert page.header.subtitle().startswith("Counting…")
    qtbot.waitUntil(lambda: page.model.total == ROWS)
    assert page.model.rowCount() == ROWS


def test_only_what_is_in_sight_is_read(many, page):
    assert page.model.enquiry(0) is not None
    assert page.model.enquiry(ROWS - 1) is None
    assert page.model.index(ROWS - 1, Col.ENQUIRY).data() == "…"


def test_a_jump_to_the_end_reads_the_last_page_and_shows_its_enquiry(
    many, page, settled, asked, qtbot
):
    qtbot.keyClick(page.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(asked))
    assert page.table.currentIndex().row() == ROWS - 1
    assert asked == [many[-1]]


def test_scrolling_through_reads_every_row_once_in_order(many, page, settled):
    bar = page.table.verticalScrollBar()
    for value in range(0, bar.maximum() + 1, bar.pageStep()):
        bar.setValue(value)
        settled(page)
    bar.setValue(bar.maximum())
    settled(page)
    found = [page.model.enquiry(row).id for row in range(ROWS)]
    assert found == many


def test_rows_that_go_shorten_the_list(many, page, settled, services, qtbot):
    page.model.show(LogQuery(owner="Priya Nair"))
    settled(page)
    assert page.model.rowCount() == 0
    for number in many[:3]:
        services.answering.take(number)
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    services.answering.assign(many[1], "")
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    assert [page.model.enquiry(row).id for row in range(2)] == [many[0], many[2]]


def test_what_is_in_sight_stays_in_sight_when_rows_come_above(many, page, settled, log, qtbot):
    bar = page.table.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    settled(page)
    middle = page.table.rowAt(100)
    page.table.go_to(middle)
    page._go(middle)
    place = page.table.visualRect(page.model.index(middle, Col.ENQUIRY)).top()
    log("Just in", hours=0)
    qtbot.waitUntil(lambda: page.model.total == ROWS + 1)
    settled(page)
    at_hand = page.table.currentIndex()
    assert page.model.enquiry(at_hand.row()).id == many[middle]
    assert page.table.visualRect(at_hand).top() == pytest.approx(place, abs=2)


@pytest.mark.parametrize(
    ("minutes", "given", "status", "said"),
    [
        (29, None, Status.NEW, ""),
        (30, None, Status.NEW, "Past target"),
        (60, AnswerKind.ACKNOWLEDGED, Status.IN_PROGRESS, "Past target"),
        (60, AnswerKind.SUBSTANTIVE, Status.ANSWERED, ""),
    ],
)
def test_what_is_past_a_house_target_is_marked_in_the_log(minutes, given, status, said):
    targets = tuple(
        Target(kind, MONDAY_14_06 + timedelta(minutes=due))
        for kind, due in ((AnswerKind.ACKNOWLEDGED, 30), (AnswerKind.SUBSTANTIVE, 60))
    )
    row = replace(enquiry(given=given, status=status), targets=targets)
    now = MONDAY_14_06 + timedelta(minutes=minutes)
    marks = cell(row, Col.ENQUIRY, now, ZoneInfo("Europe/London")).marks
    assert [mark.text for mark in marks] == ([said] if said else [])
