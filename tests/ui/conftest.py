"""Windows without a screen, dressed in the daylight theme."""

import os
import sqlite3
from contextlib import closing

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from typing import Any

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QMainWindow

from pressdesk.bootstrap import open_services
from pressdesk.settings import Settings, WindowOptions
from pressdesk.ui import theme
from pressdesk.ui.acts import Menus
from pressdesk.ui.bus import ChangeBus
from pressdesk.ui.choices import Choices
from pressdesk.ui.runner import Runner
from pressdesk.ui.theme import ThemeKeeper
from pressdesk.ui.ticker import Ticker
from pressdesk.ui.tools import Message, Navigator, Tools
from pressdesk.ui.window import MainWindow
from tests.conftest import INSPECTORATE


@pytest.fixture(autouse=True)
def dressed(qapp):
    """Dress the application before the first widget of a test."""
    assert isinstance(qapp, QApplication)
    if qapp.property("pressdesk_theme") is None or theme.current().name != "light":
        theme.apply(qapp, "light")
    return qapp


@pytest.fixture
def tools(qapp, services, clock):
    """The window's own tools, listening to the database of ``services``."""
    bus, keeper = ChangeBus(), ThemeKeeper(qapp, "light")
    services.context.database.on_change(bus.publish)
    made = Tools(Runner(), bus, Ticker(clock), keeper, Navigator(), clock)
    crashes: list[Any] = []
    made.runner.crashed.connect(crashes.append)
    yield made
    made.runner.close()
    keeper.deleteLater()
    assert not crashes


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory):
    """A data folder in which the sample office is made once for all tests."""
    return tmp_path_factory.mktemp("sample")


@pytest.fixture
def office_file(tmp_path, clock, tables):
    file = tmp_path / "office.pressdesk"
    with closing(sqlite3.connect(file)) as copy:
        tables.backup(copy)
        copy.execute("PRAGMA journal_mode = WAL")
    services = open_services(file, clock, "Priya Nair")
    services.office.start(INSPECTORATE)
    services.close()
    return file


@pytest.fixture
def window(qtbot, tools, tmp_path):
    choices = Choices(
        tmp_path / "settings.toml", Settings(person="Priya Nair", theme="light"), tools
    )
    geometry = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(tools, choices, geometry)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    yield window
    window.close()
    tools.runner.wait_idle()
    window.close_office()


@pytest.fixture
def at_work(window, office_file, tools):
    """The window with the inspectorate open and Priya Nair at the desk."""
    window.begin(WindowOptions(database=office_file))
    tools.runner.wait_idle()
    return window


@pytest.fixture
def said(tools):
    """What was said in the strip of messages."""
    messages: list[Message] = []
    tools.navigator.said.connect(messages.append)
    return messages


@pytest.fixture
def framed(qtbot, tools):
    """A function that shows a page in a window with its menus, and leads the focus into it."""
    windows: list[QMainWindow] = []

    def show(page, width, height, settled=None):
        window = QMainWindow()
        windows.append(window)
        Menus(window.menuBar()).show(page.acts())
        window.setCentralWidget(page)
        window.resize(width, height)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        page.refresh()
        settled(page) if settled else tools.runner.wait_idle()
        page.focus_first()
        return page

    yield show
    for window in windows:
        window.close()
