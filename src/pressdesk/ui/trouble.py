"""What stands in the window when the office cannot be opened: why, and what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pressdesk.ui.kit import EmptyState, KeyButton, Kind
from pressdesk.ui.theme import current

_TITLE = "The office could not be opened."


class Trouble(QWidget):
    """Offers to try again, to open another file, to look at the sample or to quit."""

    again_requested = Signal()
    other_requested = Signal()
    sample_requested = Signal()
    quit_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self._words = EmptyState("alert", _TITLE)
        self._buttons = {
            "Try again": (Kind.PRIMARY, "Ctrl+R", self.again_requested),
            "Open another file…": (Kind.SECONDARY, "", self.other_requested),
            "Look round the sample": (Kind.SECONDARY, "", self.sample_requested),
            "Quit": (Kind.SECONDARY, "", self.quit_requested),
        }
        self._arrange()

    def set_sentence(self, sentence: str) -> None:
        """Say what happened and lead the focus to *try again*."""
        self._words.set_words(_TITLE, sentence)
        self._first.setFocus()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(current().px(0.7))
        row.addStretch()
        made = []
        for words, (kind, key, wish) in self._buttons.items():
            button = KeyButton(words, kind, key, self)
            button.clicked.connect(wish)
            row.addWidget(button)
            made.append(button)
        self._first = made[0]
        row.addStretch()
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(self._words, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row)
        column.addStretch(3)
