"""Making two entries of one contact one, after saying what will happen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.ui.contacts.form import Contact
from pressdesk.ui.kit import (
    Card,
    Field,
    FlowLayout,
    GrowingLabel,
    KeyButton,
    Kind,
    LeftWithEsc,
    Look,
    Proposal,
    Suggest,
)
from pressdesk.ui.theme import current


class MergePanel(LeftWithEsc, QWidget):
    """``asked`` carries the words typed, ``picked`` the contact that is to be kept.

    ``accepted`` carries the ids of the one kept and of the duplicate; ``left`` when nothing is
    to be merged.
    """

    asked = Signal(str)
    picked = Signal(object)
    accepted = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.duplicate: Contact
        self._keep: int | None = None
        self._build()
        self._arrange()
        self._connect()

    def start(self, duplicate: Contact) -> None:
        """Ask which contact takes over from ``duplicate``."""
        self.duplicate = duplicate
        self._title.setText(f"Merge {duplicate.name} into another")
        self.choice.clear()
        self._field.set_problem("")
        self._forget()
        self.choice.setFocus()

    def offer(self, contacts: Sequence[Proposal]) -> None:
        """List the contacts that answer to the words typed."""
        self.choice.set_choices(contacts)
        none = self.choice.text().strip() and not contacts
        self._field.set_hint("Nobody else is called that." if none else "Type a name.")

    def show_consequence(self, keep: int, sentence: str) -> None:
        """Say what merging into ``keep`` will do; only now can it be done."""
        self._keep = keep
        self._sentence.setText(sentence)
        self._warning.show()
        self._merge.setEnabled(True)

    def show_problem(self, sentence: str) -> None:
        """Say why it was not done."""
        self._field.set_problem(sentence)

    def _build(self) -> None:
        self._title = GrowingLabel("", Look.TITLE, self)
        self.choice = Suggest()
        self._field = Field("The one to keep", self.choice, "Type a name.")
        self._warning = Card(self, panel="warning")
        self._sentence = GrowingLabel("", Look.BODY, self._warning)
        self._merge = KeyButton("Merge", Kind.PRIMARY, "Ctrl+Return", self)
        self._leave = KeyButton("Leave", Kind.SECONDARY, "Esc", self, binds=False)

    def _arrange(self) -> None:
        theme = current()
        self._warning.body.addWidget(self._sentence)
        acts = QWidget(self)
        row = FlowLayout(acts, theme.px(0.5))
        row.addWidget(self._merge)
        row.addWidget(self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(0.4), 0, 0, 0)
        column.setSpacing(theme.px(0.8))
        for widget in (self._title, self._field, self._warning, acts):
            column.addWidget(widget)
        column.addStretch(1)

    def _connect(self) -> None:
        self.choice.asked.connect(self._ask)
        self.choice.chosen.connect(self.picked)
        self._merge.clicked.connect(self._accept)
        self._leave.clicked.connect(self.left)

    @Slot(str)
    def _ask(self, words: str) -> None:
        self._forget()
        self.asked.emit(words)

    @Slot()
    def _accept(self) -> None:
        if self._keep is not None and self.duplicate.id is not None:
            self.accepted.emit(self._keep, self.duplicate.id)

    def _forget(self) -> None:
        self._keep = None
        self._warning.hide()
        self._merge.setEnabled(False)
