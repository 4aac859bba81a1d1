"""One thing that we know already: what it is, why it is shown, and what can be done with it."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from pressdesk.domain.embargo import mark_said
from pressdesk.ui.kit import Card, Chip, ChipLook, GrowingLabel, KeyButton, Kind, Look
from pressdesk.ui.kit.marked import MarkedLabel
from pressdesk.ui.known.look import KnownLook, why_said
from pressdesk.ui.theme import current


class KnownCard(Card):
    """A card with a button that ``key`` presses too, and with ``opens`` one that opens it.

    With ``open_key`` it opens too once it was taken. ``acted`` and ``opened`` carry the id of the
    look.
    """

    acted = Signal(int)
    opened = Signal(int)

    def __init__(self, key: str = "", *, opens: bool = False, open_key: str = "") -> None:
        super().__init__()
        self._opens, self._opens_taken = opens, bool(open_key)
        self._look: KnownLook | None = None
        self._taken = False
        self._title, self._facts = GrowingLabel("", Look.STRONG), GrowingLabel("", Look.SECONDARY)
        self._mark = Chip("", "warning", "lock", self)
        self._mark.hide()
        self._passage, self._why = MarkedLabel(Look.BODY), MarkedLabel(Look.SECONDARY)
        self._open = KeyButton("Open", Kind.QUIET, open_key, self)  # first, as it stands first
        self._button = KeyButton("", Kind.QUIET, key, self)
        self._open.setVisible(opens)
        self._arrange()
        self._button.clicked.connect(self._on_act)
        self._open.clicked.connect(self._on_open)

    def text(self) -> str:
        """Return what the card says."""
        labels = (self._title, self._facts, self._passage, self._why)
        mark = "" if self._mark.isHidden() else self._mark.look().text
        words = (*(label.text() for label in labels), mark, self._words())
        return " ".join(filter(None, words))

    def tick(self, now: datetime) -> None:
        """Count down to the end of an embargo, during which no word can be selected."""
        if self._look is None:
            return
        said, facts = mark_said(self._look.embargo, now), self._look.facts_at(now)
        if facts != self._facts.text():
            self._facts.setText(facts)
            self._facts.setVisible(bool(facts))
        for label in (self._title, self._passage, self._why):
            label.set_selectable(not said)
        if said != self._mark.look().text:
            self._mark.set_look(ChipLook(said, "warning", "lock"))
        self._mark.setVisible(bool(said))

    def show_look(self, look: KnownLook, *, taken: bool = False) -> None:
        """Show another thing; nothing moves when it is the same."""
        if (look, taken) == (self._look, self._taken):
            return
        self._look, self._taken = look, taken
        self._title.setText(look.title)
        self._facts.setText(look.facts)
        why = why_said(look)
        self._passage.set_marked(look.passage.words, look.passage.marks)
        self._why.set_marked(why.words, why.marks)
        for label in (self._facts, self._passage, self._why):
            label.setVisible(bool(label.text()))
        self._button.set_words(self._words())
        for button, words in ((self._button, self._words()), (self._open, "Open")):
            button.setAccessibleName(f"{words}: {look.title}")
        self._open.setVisible(self._opens or (self._opens_taken and taken))
        self.set_chosen(taken)
        if look.seen_at is not None:
            self.tick(look.seen_at)

    def _words(self) -> str:
        look = self._look
        return "" if look is None else look.taken if self._taken and look.taken else look.action

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(current().px(0.8))
        grid.setVerticalSpacing(current().px(0.2))
        grid.setColumnStretch(0, 1)
        buttons = QHBoxLayout()
        for button in (self._open, self._button):
            buttons.addWidget(button)
        grid.addWidget(self._title, 0, 0)
        grid.addLayout(buttons, 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._mark, 1, 0, Qt.AlignmentFlag.AlignLeft)
        for row, label in enumerate((self._facts, self._passage, self._why), 2):
            grid.addWidget(label, row, 0, 1, 2)
        self.body.addLayout(grid)

    def _on_act(self) -> None:
        if self._look is not None:
            self.acted.emit(self._look.id)

    def _on_open(self) -> None:
        if self._look is not None:
            self.opened.emit(self._look.id)
