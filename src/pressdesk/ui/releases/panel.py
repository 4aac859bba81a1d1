"""What stands in the place of the list while something is done there."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pressdesk.ui.kit import GrowingLabel, KeyButton, Kind, LeftWithEsc, Look
from pressdesk.ui.theme import current


class Panel(LeftWithEsc, QWidget):
    """A title, a ``column`` of what is done, and a row of ``buttons``; ``left`` with Esc."""

    def __init__(self, title: str, parent: QWidget | None = None, *, leave: str = "Leave") -> None:
        super().__init__(parent)
        self._title = GrowingLabel(title, Look.TITLE, self)
        self._leave = KeyButton(leave, Kind.SECONDARY, "Esc", self, binds=False)
        self.column, self.buttons = QVBoxLayout(), QHBoxLayout()
        self.column.setSpacing(current().px(0.7))
        self.column.addWidget(self._title)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self._leave)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(current().px(0.7))
        whole.addLayout(self.column, 1)
        whole.addLayout(self.buttons)
        self._leave.clicked.connect(self.left)
