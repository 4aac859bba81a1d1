"""Windows without a screen, dressed in the daylight theme."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from pressdesk.ui import theme
from pressdesk.ui.bus import ChangeBus
from pressdesk.ui.runner import Runner
from pressdesk.ui.theme import ThemeKeeper
from pressdesk.ui.ticker import Ticker
from pressdesk.ui.tools import Navigator, Tools


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
