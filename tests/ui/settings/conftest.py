"""The settings page in a window with its menus; the person's own file stands in a fresh folder."""

import pytest
from PySide6.QtWidgets import QMainWindow

from pressdesk import paths
from pressdesk.ui.acts import Menus
from pressdesk.ui.settings.page import SettingsPage
from pressdesk.ui.tools import Message


@pytest.fixture
def own_file(tmp_path, monkeypatch):
    file = tmp_path / "settings.toml"
    monkeypatch.setattr(paths, "settings_file", lambda: file)
    return file


@pytest.fixture
def said(tools):
    """What the page said in the strip of messages."""
    messages: list[Message] = []
    tools.navigator.said.connect(messages.append)
    return messages


@pytest.fixture
def page(qtbot, services, tools, own_file):
    window, page = QMainWindow(), SettingsPage(services, tools)
    Menus(window.menuBar()).show(page.acts())
    window.setCentralWidget(page)
    window.resize(1090, 640)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.refresh()
    assert tools.runner.wait_idle()
    page.focus_first()
    yield page
    window.close()
