"""The page of releases in a window, and what is dragged onto it."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from pressdesk.ui.releases.page import ReleasesPage


@pytest.fixture
def empty_page(framed, services, tools):
    return framed(ReleasesPage(services, tools), 1090, 610)


@pytest.fixture
def drop():
    """A function that drops paths and addresses on a widget, or words."""

    def onto(widget, *given, words=""):
        data = QMimeData()
        urls = [QUrl(one) if "://" in str(one) else QUrl.fromLocalFile(str(one)) for one in given]
        if urls:
            data.setUrls(urls)
        if words:
            data.setText(words)
        nothing = Qt.KeyboardModifier.NoModifier
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        widget.dropEvent(QDropEvent(QPointF(QPoint(50, 50)), copy, data, left, nothing))

    return onto
