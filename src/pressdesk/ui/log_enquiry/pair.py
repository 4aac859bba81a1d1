"""Two parts of a form side by side, one above the other where the column is narrow."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from pressdesk.ui.theme import current


class Pair(QWidget):
    """``first`` and ``second`` share the width from ``least`` em on; below it they are stacked."""

    def __init__(self, first: QWidget, second: QWidget, least: float = 32) -> None:
        super().__init__()
        self._least = least
        self._parts = (first, second)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(current().px(0.95))
        for part in self._parts:
            self._box.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < current().px(self._least)
        towards = QBoxLayout.Direction
        self._box.setDirection(towards.TopToBottom if narrow else towards.LeftToRight)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the room that the parts need one above the other."""
        width = max(part.minimumSizeHint().width() for part in self._parts if not part.isHidden())
        return QSize(width, super().minimumSizeHint().height())
