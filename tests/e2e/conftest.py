"""A window on an office that has not begun yet."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from pressdesk.settings import Settings, WindowOptions
from pressdesk.ui.bus import ChangeBus
from pressdesk.ui.choices import Choices
from pressdesk.ui.runner import Runner
from pressdesk.ui.theme import ThemeKeeper
from pressdesk.ui.ticker import Ticker
from pressdesk.ui.tools import Navigator, Tools
from pressdesk.ui.window import MainWindow
from tests.e2e.journey import FRIDAY_16_50, Journey
from tests.ui.typist import Typist


@pytest.fixture
def journey(qapp, qtbot, clock, tmp_path: Path) -> Iterator[Journey]:
    """A press officer in front of a new file, on a Friday at 16:50."""
    clock.instant = FRIDAY_16_50
    keeper = ThemeKeeper(qapp, "light")
    tools = Tools(Runner(), ChangeBus(), Ticker(clock), keeper, Navigator(), clock)
    choices = Choices(tmp_path / "settings.toml", Settings(theme="light"), tools)
    geometry = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(tools, choices, geometry)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    window.begin(WindowOptions(database=tmp_path / "office.pressdesk"))
    assert tools.runner.wait_idle()
    crashes: list[object] = []
    tools.runner.crashed.connect(crashes.append)
    yield Journey(window, Typist(tools.runner), clock)
    window.close()
    tools.runner.wait_idle()
    window.close_office()
    tools.runner.close()
    keeper.deleteLater()
    assert crashes == []
