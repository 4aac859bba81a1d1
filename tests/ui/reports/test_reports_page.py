"""The page of reports by keys: a period chosen, figures and bars opened in the log."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from python_calamine import load_workbook

from pressdesk.domain.enquiries import EnquiryForm
from pressdesk.domain.periods import Period
from pressdesk.ui.log.page import LogPage
from pressdesk.ui.reports.page import ReportsPage
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Behind
from pressdesk.ui.workspace import Workspace
from tests.ui.file_dialog import save_as

PLAIN, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def asked_before(services, clock):
    """Four enquiries of November, one of October, as hours and outlets."""
    for hours, outlet in ((1, "Echo"), (2, "Echo"), (20, "Radio North"), (200, "Echo")):
        _log(services, clock, timedelta(hours=hours), outlet)
    _log(services, clock, timedelta(days=40), "Radio North")


def _log(services, clock, ago, outlet):
    form = EnquiryForm(
        received_at=clock.now() - ago,
        journalist="Dana Whitlock",
        outlet=outlet,
        questions=("How many?",),
        subject=f"Figures for {outlet}",
        deadline_words="none",
    )
    return services.enquiries.log(form).id


@pytest.fixture
def page(framed, services, tools, qtbot, asked_before):
    page = ReportsPage(services, tools)

    def settled(_page):
        qtbot.waitUntil(lambda: is_whole(page, tools))

    return framed(page, 1100, 420, settled)


def is_whole(page, tools):
    """Say whether everything that was asked for is there."""
    return tools.runner.idle() and page.is_whole()


@pytest.fixture
def press(qtbot, tools, page):
    def act(key, hold=PLAIN):
        qtbot.keyClick(QApplication.focusWidget(), key, hold)
        qtbot.waitUntil(lambda: is_whole(page, tools))

    return act


@pytest.fixture
def opened(tools):
    wishes: list[Behind] = []
    tools.navigator.behind_requested.connect(wishes.append)
    return wishes


def figure(page, key):
    return next(tile for tile in page.sheet.figures.tiles() if tile.figure.key == key)


def test_it_begins_with_this_month_and_keys_choose_another_period(page, press):
    assert page._header.subtitle() == "November 2026 so far · beside October 2026"
    assert figure(page, "received").accessibleName() == "Received, 4, up from 1"
    for key, hold, period in (
        (Qt.Key.Key_W, PLAIN, "2026-W48"),
        (Qt.Key.Key_W, SHIFT, "2026-W47"),
        (Qt.Key.Key_BracketRight, PLAIN, "2026-W48"),
        (Qt.Key.Key_Y, PLAIN, "2026"),
        (Qt.Key.Key_M, SHIFT, "2026-10"),
        (Qt.Key.Key_BracketLeft, PLAIN, "2026-09"),
        (Qt.Key.Key_M, PLAIN, "2026-11"),
    ):
        press(key, hold)
        assert page._shown.report.period.key == period


def test_days_of_ones_own_are_typed_and_what_is_no_day_says_so(page, press, qtbot):
    press(Qt.Key.Key_D)
    qtbot.keyClicks(QApplication.focusWidget(), "never")
    press(Qt.Key.Key_Return)
    assert "is not a day" in page.periods.days._from.problem()
    page.periods.days._from.input.clear()
    qtbot.keyClicks(QApplication.focusWidget(), "22/11/2026")
    press(Qt.Key.Key_Return)
    assert page._shown.report.period == Period(date(2026, 11, 22), date(2026, 11, 30))


def test_a_period_without_enquiries_says_so_and_leads_back(page, press, qtbot):
    press(Qt.Key.Key_BracketRight)
    assert page._empty.isVisible()
    assert page._empty.accessibleName().startswith("No enquiry was received in December 2026.")
    press(Qt.Key.Key_BracketLeft)
    assert page.sheet.isVisible()


def test_a_log_without_enquiries_says_so(services, tools, qtbot):
    page = ReportsPage(services, tools)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: is_whole(page, tools))
    assert page._nothing.isVisible()
    with qtbot.waitSignal(tools.navigator.log_enquiry_requested):
        qtbot.mouseClick(page._nothing._button, Qt.MouseButton.LeftButton)


def test_enter_on_a_figure_opens_what_it_counts_and_of_nothing_nothing(
    page, press, opened, services
):
    figure(page, "answer_median").setFocus()
    press(Qt.Key.Key_Return)
    assert opened == []
    assert "–" in figure(page, "answer_median").accessibleName()
    figure(page, "out_of_hours").setFocus()
    press(Qt.Key.Key_Return)
    assert opened[0].words == "Out of hours, November 2026"
    assert services.desk.count(opened[0].query) == 2


def test_arrows_enter_and_a_click_open_a_bar_that_follows_the_theme(
    page, press, opened, services, tools, qtbot
):
    chart = page.sheet.sections["outlets"].chart
    assert chart.accessibleName() == "Outlets. The most came from Echo: 3."
    chart.setFocus()
    press(Qt.Key.Key_Down)
    assert chart.accessibleDescription() == "Radio North: 1, October 2026: 1"
    press(Qt.Key.Key_Return)
    assert opened[0].words == "Outlets, Radio North, November 2026"
    assert services.desk.count(opened[0].query) == 1
    qtbot.waitUntil(chart.is_drawn)
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart._boxes[0, 0].center().toPoint())
    assert opened[1].words == "Outlets, Echo, November 2026"
    tools.theme.choose("dark", 1.0)
    qtbot.waitUntil(lambda: current().colours["accent"] in chart._drawing.svg.decode())


def test_t_shows_the_tables_and_a_value_opens_too(page, press, opened, services):
    press(Qt.Key.Key_T)
    table = page.sheet.sections["outlets"].values
    assert table.isVisible()
    table.setFocus()
    table.setCurrentCell(1, 2)
    press(Qt.Key.Key_Return)
    assert opened[0].words == "Outlets, Radio North, October 2026"
    assert services.desk.count(opened[0].query) == 1
    press(Qt.Key.Key_T)
    assert not table.isVisible()


def test_keys_write_the_report_of_the_week_the_month_and_what_is_shown(
    page, press, said, qtbot, tmp_path
):
    press(Qt.Key.Key_Y)
    press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert proposed(page) == "Report 2026.pdf"
    press(Qt.Key.Key_R, SHIFT)
    assert proposed(page) == "Report 2026-11.pdf"
    press(Qt.Key.Key_R)
    assert page.findChild(QFileDialog).selectedNameFilter() == "PDF files (*.pdf)"
    page.findChild(QFileDialog).filterSelected.emit("Spreadsheets (*.xlsx)")
    assert save_as(qtbot, page, tmp_path / "week") == "Report 2026-W48.pdf"
    qtbot.waitUntil(lambda: bool(said))
    assert said[-1].sentence == "Exported 1 report to week.xlsx."
    assert load_workbook(tmp_path / "week.xlsx").get_sheet_by_index(0).to_python()


def proposed(page):
    """Return the name that the dialog of the page proposes, and put it away."""
    dialog = page.findChild(QFileDialog)
    name = dialog.findChild(QLineEdit, "fileNameEdit").text()
    dialog.reject()
    dialog.setParent(None)
    return name


def test_what_is_logged_is_counted_at_once_and_the_period_asked_for_last_is_shown(
    page, services, tools, clock, qtbot
):
    for act in (
        page.periods.show_last_week,
        page.periods.show_this_year,
        page.periods.show_this_month,
    ):
        act()
    _log(services, clock, timedelta(minutes=5), "Echo")
    qtbot.waitUntil(lambda: page._shown.report.figure("received").value == 5)
    assert page._shown.report.period.key == "2026-11"


def test_a_figure_leads_to_exactly_its_rows_in_the_log(
    services, tools, qtbot, asked_before, framed
):
    office = services.office.find()
    workspace = Workspace(services, tools, office)
    workspace.resize(1200, 800)
    qtbot.addWidget(workspace)
    workspace.show()
    page = workspace.show_page("reports")
    qtbot.waitUntil(lambda: is_whole(page, tools))
    figure(page, "out_of_hours").setFocus()
    figure(page, "out_of_hours").click()
    log = workspace.page()
    assert isinstance(log, LogPage)
    qtbot.waitUntil(lambda: log.header.subtitle() == "2 enquiries")
    assert log.bar.counted.text() == "Behind the report: Out of hours, November 2026"
    qtbot.mouseClick(log.bar.back, Qt.MouseButton.LeftButton)
    assert figure(page, "out_of_hours").hasFocus()
    workspace.show_page("log")
    log.bar.clear()
    qtbot.waitUntil(lambda: log.header.subtitle() == "5 enquiries")
    assert not log.bar.counted.isVisible()
    workspace.leave()
