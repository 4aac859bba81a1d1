"""A list of a few things inside a tab: as high as its rows, worked with single keys."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from pressdesk.ui.kit.entries import Entry, EntryList


class ShortList(EntryList):
    """Never scrolls by itself: the tab around it does. Its few rows are shown whole."""

    most_lines = (8, 4)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(self.horizontalScrollBarPolicy())

    @override
    def set_entries(self, entries: Sequence[Entry], wanted: int | None = None) -> None:
        if tuple(entries) != self.entries():
            super().set_entries(entries, wanted)
            self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        rows = sum(self.sizeHintForRow(row) for row in range(len(self.entries())))
        return QSize(super().sizeHint().width(), rows + 2 * self.frameWidth())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
