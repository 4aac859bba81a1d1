"""Pasting the text of a release, which is shown beside it as it will be read."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextOption
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from pressdesk.intake.text import LARGEST_FILE
from pressdesk.ui.kit import Field, GrowingLabel, KeyButton, Kind, Look, PlainEdit
from pressdesk.ui.theme import current


class PastePanel(QWidget):
    """``changed`` carries the words as they are typed, ``accepted`` the words to keep.

    ``left`` when the person goes back without keeping anything.
    """

    changed = Signal(str)
    accepted = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()
        self._arrange()
        self._connect()

    def start(self, words: str) -> None:
        """Begin with ``words``, from the clipboard, and wait for more."""
        self.edit.setPlainText(words)
        self._field.set_problem("")
        self.edit.setFocus()

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with the words."""
        self._field.set_problem(sentence)

    def text(self) -> str:
        """Return the words."""
        return self.edit.text()

    def _build(self) -> None:
        self._title = GrowingLabel("Paste a release", Look.TITLE, self)
        self.edit = PlainEdit(
            "The whole text: headline, story, quotes, notes to editors", (6, 6), LARGEST_FILE
        )
        self.edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        # Breaking inside a word is what takes minutes when a megabyte has no space in it.
        self.edit.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self._field = Field("Words of the release", self.edit)
        self._leave = KeyButton("Leave", Kind.SECONDARY, "Esc", self, binds=False)
        self._keep = KeyButton("Add release", Kind.PRIMARY, "Ctrl+Return", self)

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._leave)
        buttons.addWidget(self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(0.7))
        column.addWidget(self._title)
        column.addWidget(self._field, 1)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.edit.textChanged.connect(self._tell)
        self.edit.shortened.connect(self.show_problem)
        self._leave.clicked.connect(self.left)
        self._keep.clicked.connect(self._accept)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc; a message on screen or a list of suggestions takes it first."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _tell(self) -> None:
        self._field.set_problem("")
        self.changed.emit(self.text())

    @Slot()
    def _accept(self) -> None:
        self.accepted.emit(self.text())
