"""Paragraphs of linked releases and earlier answers, put into an answer by a key."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from pressdesk.domain.same_answer import Source
from pressdesk.ui.kit import GrowingLabel, Inline, Look
from pressdesk.ui.kit.entries import Entry, EntryList
from pressdesk.ui.log_enquiry.line_field import LineField
from pressdesk.ui.theme import current

NOTHING = "Nothing to insert yet: link a release at Releases (Alt 3)."


class InsertBox(Inline):
    """Typing narrows the list, Down leads into it, Enter inserts, Esc leaves.

    ``chosen`` carries a :class:`Source`.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._passages: tuple[Source, ...] = ()
        self.line = LineField("Insert a paragraph that holds")
        self.list = EntryList("Paragraphs to insert", self)
        self.list.setMinimumHeight(current().px(13))
        self._hint = GrowingLabel("Enter inserts · Esc closes", Look.SECONDARY)
        for widget in (self.line, self.list, self._hint):
            self.body.addWidget(widget)
        self.line.edited.connect(self._fill)
        self.list.opened.connect(self._choose)

    def show_passages(self, passages: Sequence[Source]) -> None:
        """Offer these paragraphs."""
        if tuple(passages) != self._passages:
            self._passages = tuple(passages)
            self._fill()

    def open(self) -> None:
        """Show the paragraphs, and begin to narrow them."""
        self.line.set_text("")
        self._fill()
        self.come(self.line.input)

    @override
    def enter(self) -> None:
        if (number := self.list.current_id()) is not None:
            self._choose(number)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        typed = self.line.text().casefold().split()
        found = [
            Entry(number, passage.words, passage.name)
            for number, passage in enumerate(self._passages)
            if all(word in passage.words.casefold() for word in typed)
        ]
        self.list.set_entries(found)
        self.list.setVisible(bool(found))
        empty = NOTHING if not self._passages else "No paragraph holds these words."
        self._hint.setText("Enter inserts · Esc closes" if found else empty)

    def _choose(self, number: int) -> None:
        self.hide()
        self.chosen.emit(self._passages[number])
