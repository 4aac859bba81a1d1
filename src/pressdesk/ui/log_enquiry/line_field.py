"""A question of the form that is answered in one line."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from pressdesk.ui.kit import Field, one_line

LIMIT = 300


class LineField(Field):
    """A field with a line of text; ``edited`` when its words are others.

    More than ``limit`` characters are not taken in, and the field says so.
    """

    edited = Signal()

    def __init__(self, label: str, line: QLineEdit | None = None, limit: int = LIMIT) -> None:
        self._typed = line or QLineEdit()
        super().__init__(label, self._typed)
        self._typed.setMaxLength(limit)
        self._typed.textChanged.connect(self._tell)
        self._typed.inputRejected.connect(self._refuse)

    def text(self) -> str:
        """Return the words."""
        return self._typed.text()

    def set_text(self, words: str) -> None:
        """Show other words."""
        self._typed.setText(words)

    def set_placeholder(self, words: str) -> None:
        """Show what stands here while nothing is typed."""
        self._typed.setPlaceholderText(one_line(words))

    def _tell(self) -> None:
        self.edited.emit()

    def _refuse(self) -> None:
        self.set_problem(f"Only {self._typed.maxLength()} characters fit here.")
