"""The head of a page: what it is, how things stand, what can be done."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pressdesk.ui.kit.text import GrowingLabel, Look
from pressdesk.ui.theme import current


class PageHeader(QWidget):
    """A title, a muted line beneath it, and the page's buttons at the end side."""

    def __init__(self, title: str, subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = GrowingLabel(title, Look.TITLE, self)
        self._subtitle = GrowingLabel(subtitle, Look.MUTED, self)
        self._arrange()
        self.set_subtitle(subtitle)

    def set_title(self, title: str) -> None:
        """Change the title."""
        self._title.setText(title)

    def set_subtitle(self, subtitle: str) -> None:
        """Say how things stand; empty takes the line away."""
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def subtitle(self) -> str:
        """Return the line beneath the title."""
        return self._subtitle.text()

    def add_action(self, widget: QWidget) -> None:
        """Add a button or a search box at the end side."""
        self._actions.addWidget(widget)

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(current().px(0.25))
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(current().px(0.6))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(words, 1)
        row.addLayout(self._actions)
