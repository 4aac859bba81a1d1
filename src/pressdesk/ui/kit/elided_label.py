"""A label of one line whose words end in an ellipsis when the room is short."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget
from typing_extensions import override

from pressdesk.ui.kit.text import Look, one_line


class ElidedLabel(QLabel):
    """Plain words on one line; the whole of them stands in the tooltip."""

    def __init__(
        self, text: str = "", look: Look = Look.BODY, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", look.value)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    @override
    def setText(self, text: str) -> None:
        words = one_line(text)
        if words != self.text():
            super().setText(words)
            self.setToolTip(words)
            self.setAccessibleName(words)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 6, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        box = self.contentsRect()
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width())
        align = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        with QPainter(self) as painter:
            self.style().drawItemText(
                painter, box, int(align), self.palette(), True, words, self.foregroundRole()
            )
