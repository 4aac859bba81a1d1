"""Pasting the text of a release, which is shown beside it as it will be read."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from pressdesk.intake.text import LARGEST_FILE
from pressdesk.ui.kit import Field, KeyButton, Kind, PlainEdit
from pressdesk.ui.releases.panel import Panel


class PastePanel(Panel):
    """``changed`` carries the words as they are typed, ``accepted`` the words to keep.

    ``left`` when the person goes back without keeping anything.
    """

    changed = Signal(str)
    accepted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Paste a release", parent)
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
        self.edit = PlainEdit(
            "The whole text: headline, story, quotes, notes to editors", (6, 6), LARGEST_FILE
        )
        self.edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        # Breaking inside a word is what takes minutes when a megabyte has no space in it.
        self.edit.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self._field = Field("Words of the release", self.edit)
        self._keep = KeyButton("Add release", Kind.PRIMARY, "Ctrl+Return", self)

    def _arrange(self) -> None:
        self.column.addWidget(self._field, 1)
        self.buttons.addWidget(self._keep)

    def _connect(self) -> None:
        self.edit.textChanged.connect(self._tell)
        self.edit.shortened.connect(self.show_problem)
        self._keep.clicked.connect(self._accept)

    @Slot()
    def _tell(self) -> None:
        self._field.set_problem("")
        self.changed.emit(self.text())

    @Slot()
    def _accept(self) -> None:
        self.accepted.emit(self.text())
