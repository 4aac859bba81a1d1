"""The reader: a release as it was printed, its embargo above it, the keys that copy beneath it."""

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.domain.releases import ReleaseParts
from pressdesk.ui.kit import GrowingLabel, Look
from pressdesk.ui.releases.embargo_bar import EmbargoBar
from pressdesk.ui.releases.passages import Passage, PassageKind, pointer_copied
from pressdesk.ui.releases.view import Held, ReleaseView
from pressdesk.ui.theme import current

KEYS = "C copies headline and date · Q a quote · 1 to 9 a note · Ctrl+C what is selected"


@dataclass(frozen=True)
class Copying:
    """Words that are to be copied, and what they are: “note 3”."""

    words: str
    name: str


class Reader(QWidget):
    """Shows a release and copies its parts by single keys.

    ``copy_asked`` carries the :class:`Copying` of words under embargo; :meth:`copy` does it.
    """

    copy_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: ReleaseParts | None = None
        self._source = ""
        self._build()
        self._arrange()
        self.view.typed.connect(self.copy_by_key)
        self.view.copy_wished.connect(self._copy_selected)

    def hold(self, held: Held) -> None:
        """Let nothing be copied unasked while ``held`` says that the release is embargoed."""
        self.view.held = held

    def copy(self, copying: Copying) -> None:
        """Copy words and say so."""
        QGuiApplication.clipboard().setText(copying.words)
        self._hints.setText(f"✓ Copied {copying.name}. {KEYS}")

    def show_parts(self, parts: ReleaseParts, source: str = "") -> None:
        """Show a release; the same one again stays where it was scrolled to."""
        if (parts, source) == (self._parts, self._source):
            return
        self._parts, self._source = parts, source
        self.view.show_parts(parts, source)
        self.bar.show_line(parts.embargo_words)
        self._hints.setText(KEYS)

    def hints(self) -> str:
        """Return the line beneath the release: the keys, or what was copied last."""
        return self._hints.text()

    @Slot(str)
    def copy_by_key(self, key: str) -> None:
        """Copy what ``key`` stands for and say so; other keys do nothing."""
        if self._parts is None:
            return
        if key in "cC":
            self._copy(pointer_copied(self._parts), "the headline and date")
        elif key in "qQ":
            self._copy_passage(self._next_quote(), "This release quotes nobody.")
        elif key in "123456789":
            self._copy_passage(self._note(key), f"This release has no note {key}.")

    def _build(self) -> None:
        self.bar = EmbargoBar(self)
        self.view = ReleaseView(self)
        self.view.setMinimumHeight(current().px(9))
        self._hints = GrowingLabel(KEYS, Look.SECONDARY, self)
        self.setFocusProxy(self.view)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, current().px(0.4))
        column.setSpacing(current().px(0.5))
        column.addWidget(self.bar)
        column.addWidget(self.view, 1)
        column.addWidget(self._hints)

    def _next_quote(self) -> Passage | None:
        """Return the quote the cursor stands in; with one selected, the one that follows it."""
        quotes = self.view.of_kind(PassageKind.QUOTE)
        cursor = self.view.textCursor()
        here = self.view.document().findBlock(cursor.selectionStart()).blockNumber()
        if cursor.hasSelection():
            here = self.view.document().findBlock(cursor.selectionEnd()).blockNumber() + 1
        inside = (quote for quote in quotes if quote.first <= here <= quote.last)
        later = (quote for quote in quotes if cursor.hasSelection() and quote.first >= here)
        return next(inside, next(later, quotes[0] if quotes else None))

    def _note(self, key: str) -> Passage | None:
        """Return the note with that number; without numbers, the one in that place."""
        notes = self.view.of_kind(PassageKind.NOTE)
        numbered = next((note for note in notes if note.name.strip("note .()") == key), None)
        return numbered or dict(enumerate(notes, 1)).get(int(key))

    def _copy_passage(self, passage: Passage | None, nothing: str) -> None:
        if passage is None:
            self._hints.setText(f"{nothing} {KEYS}")
            return
        self.view.select(passage)
        self._copy(passage.copied, passage.name)

    def _copy_selected(self, words: str) -> None:
        if words:
            self._copy(words, "what is selected")

    def _copy(self, words: str, name: str) -> None:
        copying = Copying(words, name)
        if self.view.held():
            self.copy_asked.emit(copying)
        else:
            self.copy(copying)
