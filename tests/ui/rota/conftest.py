"""The rota page in a window with its menus, so that its keys are those of the program."""

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QMainWindow

from pressdesk.domain.rota import Shift
from pressdesk.ui.acts import Menus
from pressdesk.ui.rota.page import RotaPage
from pressdesk.ui.tools import Message


def utc(words):
    return datetime.fromisoformat(words).replace(tzinfo=UTC)


def shift(person, start, end):
    return Shift(None, person, utc(start), utc(end), "07836 217729")


@pytest.fixture
def said(tools):
    """What the page said in the strip of messages."""
    messages: list[Message] = []
    tools.navigator.said.connect(messages.append)
    return messages


@pytest.fixture
def page(qtbot, services, tools):
    window, page = QMainWindow(), RotaPage(services, tools)
    Menus(window.menuBar()).show(page.acts())
    window.setCentralWidget(page)
    window.resize(1090, 610)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.refresh()
    assert tools.runner.wait_idle()
    page.focus_first()
    yield page
    window.close()
