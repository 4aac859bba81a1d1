"""Adding someone who holds a copy: a contact, whose outlet and number come with the name."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.contacts import Journalist
from pressdesk.domain.embargo import Holder
from pressdesk.ui.kit import Card, KeyButton, Kind, Proposal, Suggest
from pressdesk.ui.log_enquiry.line_field import LineField
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Tools

MOST = 8


class HolderForm(Card):
    """Hidden until opened; Enter gives the :class:`Holder` (``given``), Esc leaves (``left``)."""

    given = Signal(object)
    left = Signal()

    def __init__(self, services: Services, tools: Tools, parent: QWidget) -> None:
        super().__init__(parent)
        self._contacts, self._tools = services.contacts, tools
        self._person: Journalist | None = None
        self._build()
        self._arrange()
        self._connect()
        self.hide()

    def open(self) -> None:
        """Ask for the next one."""
        self._person = None
        for field in (self.name, self.outlet, self.number):
            field.set_text("")
        self.name.set_problem("")
        self.show()
        self.name.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._give()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._line = Suggest("Name")
        self.name = LineField("Who holds a copy", self._line, 200)
        self.outlet = LineField("Outlet", limit=200)
        self.number = LineField("Number", limit=60)
        self._add = KeyButton("Add", Kind.PRIMARY, "Enter", binds=False)
        self._leave = KeyButton("Leave", Kind.QUIET, "Esc", binds=False)

    def _arrange(self) -> None:
        fields, buttons = QHBoxLayout(), QHBoxLayout()
        fields.setSpacing(current().px(0.8))
        for field in (self.name, self.outlet, self.number):
            fields.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        buttons.setSpacing(current().px(0.6))
        buttons.addWidget(self._add)
        buttons.addWidget(self._leave)
        buttons.addStretch(1)
        self.body.addLayout(fields)
        self.body.addSpacing(current().px(0.3))
        self.body.addLayout(buttons)

    def _connect(self) -> None:
        self._line.textEdited.connect(self._on_typed)
        self._line.asked.connect(self._on_asked)
        self._line.chosen.connect(self._on_chosen)
        self._add.clicked.connect(self._give)
        self._leave.clicked.connect(self.left)

    def _on_typed(self, _words: str) -> None:
        self._person = None
        self.name.set_problem("")

    def _on_asked(self, words: str) -> None:
        if not words.strip():
            self._line.set_choices(())
            return
        work = partial(self._contacts.journalists, words, MOST)
        self._tools.runner.run(self, work, self._on_found, key="journalists")

    def _on_found(self, people: tuple[Journalist, ...]) -> None:
        if self._person is None:
            self._line.set_choices([Proposal(p.name, p.outlet, p) for p in people])

    def _on_chosen(self, person: Journalist) -> None:
        self._person = person
        self.name.set_text(person.name)
        self.outlet.set_text(person.outlet)
        self.number.set_text(person.number or person.other_number)

    def _give(self) -> None:
        known = self._person.id if self._person else None
        words = (self.name.text(), self.outlet.text(), self.number.text())
        self.given.emit(Holder(*words, journalist_id=known))
