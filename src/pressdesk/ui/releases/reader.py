"""The reader: a release as it was printed, its embargo above it, the keys that copy beneath it."""

from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.domain.releases import ReleaseParts
from pressdesk.ui.held import Held
from pressdesk.ui.kit import GrowingLabel, Look
from pressdesk.ui.releases.embargo_bar import EmbargoBar
from pressdesk.ui.releases.passages import Passage, PassageKind, pointer_copied
from pressdesk.ui.releases.view import ReleaseView
from pressdesk.ui.theme import current

KEYS = (
    "C copies headline and link · Q a quote · N the next note, or type its number or letter after N"
    " · Ctrl+C what is selected"
)
COPIES = (("Copy headline and link", "C"), ("Copy a quote", "Q"), ("Copy the next note", "N"))
_TOGETHER = 1500  # ms; keys pressed within name one note: 1, then 2, is note 12


@dataclass(frozen=True)
class Copying:
    """Words that are to be copied, and what they are: “note 3”."""

    words: str
    name: str


class Reader(QWidget):
    """Shows a release and copies its parts by single keys; ``asked`` carries any other letter.

    ``copy_asked`` carries the :class:`Copying` of words under embargo; :meth:`copy` does it.
    """

    asked = Signal(str)
    copy_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: ReleaseParts | None = None
        self._source = self._address = self._keys = ""
        self._naming: str | None = None
        self._build()
        self._arrange()
        self.view.typed.connect(self.copy_by_key)
        self.view.copy_wished.connect(self.copy_selected)
        self._pause.timeout.connect(self._stop_naming)

    def hold(self, held: Held) -> None:
        """Let nothing be copied unasked while ``held`` says that the release is embargoed."""
        self.view.held = held

    def copy(self, copying: Copying) -> None:
        """Copy words and say so."""
        QGuiApplication.clipboard().setText(copying.words)
        self.say(f"✓ Copied {copying.name}.")

    def show_parts(
        self, parts: ReleaseParts, source: str = "", address: str = "", keys: str = ""
    ) -> None:
        """Show a release; the same one again stays where it was scrolled to.

        ``source`` says where it came from, ``address`` is its link, ``keys`` are what else can be
        done with it.
        """
        self._address, self._keys = address, keys
        if (parts, source) == (self._parts, self._source):
            return
        self._parts, self._source = parts, source
        self._stop_naming()
        self.view.show_parts(parts, source)
        self.bar.show_line(parts.embargo_words)
        self.say("")

    def hints(self) -> str:
        """Return the line beneath the release: the keys, or what was copied last."""
        return self._hints.text()

    @Slot(str)
    def copy_by_key(self, key: str) -> None:
        """Copy what ``key`` stands for and say so; other keys do nothing."""
        if self._parts is None:
            return
        if self._names_note(key):
            self._copy_note(key)
        elif key in "cC":
            link = "link" if self._address else "date"
            self._copy(pointer_copied(self._parts, self._address), f"the headline and {link}")
        elif key in "qQ":
            self._copy_passage(self._next(PassageKind.QUOTE), "This release quotes nobody.")
        elif key in "nN":
            self._naming = ""
            self._pause.start()
            self._copy_passage(self._next(PassageKind.NOTE), "This release has no notes.")
        else:
            self.asked.emit(key.lower())

    def _build(self) -> None:
        self.bar = EmbargoBar(self)
        self.view = ReleaseView(self)
        self.view.setMinimumHeight(current().px(9))
        self._hints = GrowingLabel(KEYS, Look.SECONDARY, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TOGETHER)
        self.setFocusProxy(self.view)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, current().px(0.4))
        column.setSpacing(current().px(0.5))
        column.addWidget(self.bar)
        column.addWidget(self.view, 1)
        column.addWidget(self._hints)

    def _next(self, kind: PassageKind) -> Passage | None:
        """Return the passage the cursor stands in; with one selected, the one that follows it."""
        every = self.view.of_kind(kind)
        cursor = self.view.textCursor()
        here = self.view.document().findBlock(cursor.selectionStart()).blockNumber()
        if cursor.hasSelection():
            here = self.view.document().findBlock(cursor.selectionEnd()).blockNumber() + 1
        inside = (one for one in every if one.first <= here <= one.last)
        later = (one for one in every if cursor.hasSelection() and one.first >= here)
        return next(inside, next(later, every[0] if every else None))

    def _names_note(self, key: str) -> bool:
        """Say whether a key is a figure, or goes on naming a note after N."""
        if key.isdecimal():
            return True
        goes_on = self._naming is not None and bool(self._notes_named(self._naming + key))
        return goes_on and key not in "nN"

    def _copy_note(self, key: str) -> None:
        """Copy the note that the keys of the last moment name; the figure alone when none is."""
        named = (self._naming or "") + key
        if not self._notes_named(named):
            named = key
        self._naming = named
        self._pause.start()
        exact = [note for note in self._notes_named(named) if note.label == named.lower()]
        found = next(iter(exact), None) or self._nth(named)
        if found or not self._notes_named(named):
            self._copy_passage(found, f"This release has no note {named}.")

    def _notes_named(self, start: str) -> list[Passage]:
        notes = self.view.of_kind(PassageKind.NOTE)
        return [note for note in notes if note.label.startswith(start.lower())]

    def _nth(self, number: str) -> Passage | None:
        """Return the note in that place, for a release whose notes have no numbers."""
        notes = self.view.of_kind(PassageKind.NOTE)
        plain = number.isdecimal() and not any(note.label.isdecimal() for note in notes)
        return dict(enumerate(notes, 1)).get(int(number)) if plain else None

    @Slot()
    def _stop_naming(self) -> None:
        self._naming = None
        self._pause.stop()

    def _copy_passage(self, passage: Passage | None, nothing: str) -> None:
        if passage is None:
            self.say(nothing)
            return
        self.view.select(passage)
        self._copy(passage.copied, passage.name)

    @Slot(str)
    def copy_selected(self, words: str) -> None:
        """Copy words that were selected, after the question when they are under embargo."""
        if words:
            self._copy(words, "what is selected")

    def _copy(self, words: str, name: str) -> None:
        copying = Copying(words, name)
        if self.view.held():
            self.copy_asked.emit(copying)
        else:
            self.copy(copying)

    def say(self, sentence: str) -> None:
        """Say something in the line beneath the release, before the keys."""
        keys = "\n".join(filter(None, (KEYS, self._keys)))
        self._hints.setText(f"{sentence} {keys}".strip())
