"""Adding someone who holds a copy: a contact, whose outlet and number come with the name."""

from functools import partial

from PySide6.QtCore import Signal
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.contacts import Journalist
from pressdesk.domain.embargo import Holder
from pressdesk.ui.kit import InlineForm, Proposal, Suggest
from pressdesk.ui.log_enquiry.line_field import LineField
from pressdesk.ui.tools import Tools

MOST = 8


class HolderForm(InlineForm):
    """``given`` carries the :class:`Holder` as typed."""

    given = Signal(object)

    def __init__(self, services: Services, tools: Tools) -> None:
        self._line = Suggest("Name")
        self.name = LineField("Who holds a copy", self._line, 200)
        self.outlet = LineField("Outlet", limit=200)
        self.number = LineField("Number", limit=60)
        super().__init__([(self.name, self.outlet, self.number)], "Add")
        self._contacts, self._tools = services.contacts, tools
        self._person: Journalist | None = None
        self._line.textEdited.connect(self._on_typed)
        self._line.asked.connect(self._on_asked)
        self._line.chosen.connect(self._on_chosen)

    def open(self) -> None:
        """Ask for the next one."""
        self._person = None
        for field in (self.name, self.outlet, self.number):
            field.set_text("")
        self.name.set_problem("")
        self.come(self.name)

    @override
    def enter(self) -> None:
        known = self._person.id if self._person else None
        words = (self.name.text(), self.outlet.text(), self.number.text())
        self.given.emit(Holder(*words, journalist_id=known))

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
