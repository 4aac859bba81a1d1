"""Internal notes: those written, and the next one being typed."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.domain.enquiry_parts import InternalNote
from pressdesk.domain.said import when_said
from pressdesk.errors import PressDeskError
from pressdesk.ui.enquiry.drafted import Drafted
from pressdesk.ui.enquiry.tab import Tab, bind, emptied, holder
from pressdesk.ui.enquiry.view import View
from pressdesk.ui.kit import (
    Card,
    Field,
    GrowingLabel,
    KeyButton,
    Look,
    PlainEdit,
    SectionCaption,
)
from pressdesk.ui.theme import current


class NotesBox(QWidget):
    """Notes for colleagues. Ctrl+Enter in the box adds one."""

    def __init__(self, tab: Tab) -> None:
        super().__init__(tab)
        self._tab = tab
        self._view: View | None = None
        self._notes: tuple[InternalNote, ...] | None = None
        self._saving = ""
        self._build()
        self._arrange()
        self._connect()

    def show_view(self, view: View) -> None:
        """Show the notes of an enquiry; the words being typed stay while it is the same."""
        self._view = view
        self._drafted.show_view(view)
        if view.enquiry.notes != self._notes:
            self._notes = view.enquiry.notes
            self._fill()

    def leave(self) -> None:
        """Let go of the enquiry; what is typed is kept."""
        self._drafted.leave()

    def _build(self) -> None:
        self._caption = SectionCaption("Internal notes", self)
        self._list, self._column = holder(self)
        self.edit = PlainEdit("Facts only: the log is open to FOI requests", (2, 8))
        self._field = Field("Add a note", self.edit)
        self._add = KeyButton("Add note", key="Ctrl+Enter", binds=False)
        home = (self._tab.services, self._tab.tools)
        self._drafted = Drafted(home, "note", self.edit.toPlainText, self.edit.setPlainText, self)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(0.5))
        for widget in (self._caption, self._list, self._field):
            column.addWidget(widget)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self.edit.textChanged.connect(self._on_typed)
        self.edit.shortened.connect(self._field.set_problem)
        self._add.clicked.connect(self._save)
        bind("Ctrl+Return", self, self._save)
        bind("Ctrl+Enter", self, self._save)

    def _fill(self) -> None:
        column, view = emptied(self._column), self._view
        for note in self._notes or ():
            card = Card(self._list)
            when = when_said(note.written_at, self._tab.tools.clock.now(), view.zone)  # type: ignore[union-attr]
            card.body.addWidget(GrowingLabel(f"{note.author}, {when}", Look.SECONDARY))
            card.body.addWidget(GrowingLabel(note.words))
            column.addWidget(card)
        self._list.setVisible(bool(self._notes))

    def _on_typed(self) -> None:
        self._field.set_problem("")
        self._drafted.on_typed()

    def _save(self) -> None:
        if self._view is None:
            return
        self._saving = self.edit.toPlainText()
        self._drafted.hold()
        note, key = self._tab.services.answering.note, self._drafted.key
        work = partial(note, self._view.id, self._saving, draft=key)
        self._tab.act(work, self._on_saved, self._on_failed)

    def _on_saved(self, _nothing: None) -> None:
        if self.edit.toPlainText() == self._saving:
            self.edit.clear()
        self._drafted.go_on()

    def _on_failed(self, error: PressDeskError) -> None:
        self._field.set_problem(str(error))
        self._drafted.go_on()
