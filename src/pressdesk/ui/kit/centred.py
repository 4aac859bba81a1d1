"""A column of readable width in the middle of whatever room there is."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pressdesk.ui.theme import current


class CentredColumn(QWidget):
    """``body`` is a column at most ``width`` em wide, a little above the middle."""

    def __init__(self, width: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        inner = QWidget(self)
        inner.setMaximumWidth(current().px(width))
        self.body = QVBoxLayout()
        self.body.setSpacing(current().px(0.7))
        column = QVBoxLayout(inner)
        column.addStretch(2)
        column.addLayout(self.body)
        column.addStretch(3)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(inner, 100)
        row.addStretch(1)
