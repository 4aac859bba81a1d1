"""The first start: two ways to begin, by keys alone."""

from datetime import date

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from pressdesk.domain.office import WEEKDAY_SPAN
from pressdesk.domain.week import week_in_force
from pressdesk.settings import Settings, WindowOptions
from pressdesk.ui.choices import Choices
from pressdesk.ui.first_start.view import FirstStart
from pressdesk.ui.kit import Field
from pressdesk.ui.window import MainWindow
from pressdesk.ui.workspace import Workspace

CTRL = Qt.KeyboardModifier.ControlModifier
TYPED = ("Inspectorate", "020 3513 0600", "07836 217729", "Priya Nair")


@pytest.fixture
def window(qtbot, tools, tmp_path):
    choices = Choices(tmp_path / "settings.toml", Settings(theme="light"), tools)
    geometry = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(tools, choices, geometry)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    window.begin(WindowOptions(database=tmp_path / "new.pressdesk"))
    tools.runner.wait_idle()
    yield window
    window.close()
    tools.runner.wait_idle()
    window.close_office()


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget() or QWidget(), key, modifier)


def type_form(qtbot, values=TYPED):
    """Open the form and type into its first fields, Tab by Tab."""
    press(qtbot, Qt.Key.Key_1, CTRL)
    for value in values:
        qtbot.keyClicks(QApplication.focusWidget(), value)
        press(qtbot, Qt.Key.Key_Tab)


def problems(window):
    return {
        field.input.accessibleName(): field.problem()
        for field in window.findChildren(Field)
        if field.problem()
    }


def test_a_new_file_offers_two_ways_to_begin(window):
    assert isinstance(window.content(), FirstStart)
    assert window.windowTitle() == "Welcome — PressDesk"


def test_an_office_starts_by_keys_alone(window, qtbot, tools):
    type_form(qtbot)
    qtbot.keyClicks(QApplication.focusWidget(), "Sam Okafor")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    tools.runner.wait_idle()
    workspace = window.content()
    assert isinstance(workspace, Workspace)
    facts = workspace.services.office.facts()
    assert facts.office.name == "Inspectorate"
    assert [person.name for person in facts.staff] == ["Priya Nair", "Sam Okafor"]
    assert workspace.services.context.actor == "Priya Nair"
    week = week_in_force(facts.hours.rules, date(2026, 11, 23))
    assert week == ((WEEKDAY_SPAN,),) * 5 + ((),) * 2


@pytest.mark.parametrize(
    ("number", "typed", "field"),
    [
        (0, "", "Name of the office"),
        (1, "12", "Main line"),
        (2, "", "Out-of-hours line"),
        (3, " ", "Your name"),
    ],
)
def test_what_is_missing_is_said_at_its_field(window, qtbot, tools, number, typed, field):
    type_form(qtbot, (*TYPED[:number], typed, *TYPED[number + 1 :]))
    press(qtbot, Qt.Key.Key_Return, CTRL)
    tools.runner.wait_idle()
    assert list(problems(window)) == [field]


@pytest.mark.parametrize("typed", ["half past eight", "09:00-09:00", "08:30-12:30, 12:00-17:00"])
def test_hours_that_are_none_are_said_at_their_day(window, qtbot, tools, typed):
    type_form(qtbot)
    tuesday = next(
        line for line in window.findChildren(QLineEdit) if line.accessibleName() == "Tuesday"
    )
    tuesday.clear()
    qtbot.keyClicks(tuesday, typed)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert list(problems(window)) == ["Tuesday"]


def test_escape_goes_back_to_the_choice(window, qtbot):
    press(qtbot, Qt.Key.Key_1, CTRL)
    press(qtbot, Qt.Key.Key_Escape)
    assert window.content().currentIndex() == 0


def test_the_sample_opens_in_a_file_of_its_own(
    window, qtbot, tools, tmp_path, sample_home, monkeypatch
):
    monkeypatch.setenv("XDG_DATA_HOME", str(sample_home))
    press(qtbot, Qt.Key.Key_2, CTRL)
    tools.runner.wait_idle(60)
    workspace = window.content()
    assert isinstance(workspace, Workspace)
    assert workspace.services.context.database.where != tmp_path / "new.pressdesk"
