"""Who is asking: somebody known, with everything known of them, or somebody new."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.bootstrap import Services
from pressdesk.domain.contacts import Journalist, Outlet, OutletKind
from pressdesk.domain.enquiries import EnquiryForm
from pressdesk.errors import PressDeskError
from pressdesk.ui.kit import Proposal, Suggest
from pressdesk.ui.log_enquiry.line_field import LineField
from pressdesk.ui.log_enquiry.pair import Pair
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Tools

MOST = 8
NEW = "New: will be added to contacts"


class JournalistEntry(QWidget):
    """Name, call-back number, outlet (of somebody new) and email; ``edited`` when one changes."""

    edited = Signal()

    def __init__(self, services: Services, tools: Tools) -> None:
        super().__init__()
        self._contacts, self._tools = services.contacts, tools
        self._person: Journalist | None = None
        self._found: tuple[Journalist, ...] = ()
        self._build()
        self._arrange()
        self._connect()
        self._show_person()

    def put(self, form: EnquiryForm) -> None:
        """Show what a form says about who is asking."""
        self.name.set_text(form.journalist)
        self.call_back.set_text(form.call_back)
        self.email.set_text(form.email)
        self.outlet.set_text(form.outlet)
        if form.journalist_id is not None:
            self._person = Journalist(form.journalist, form.outlet, id=form.journalist_id)
            work = partial(self._contacts.journalist, form.journalist_id)
            self._tools.runner.run(self, work, self._on_known, self._on_gone)
        self._show_person()

    def take(self, form: EnquiryForm) -> EnquiryForm:
        """Return the form with who is asking."""
        return replace(
            form,
            journalist_id=self._person.id if self._person else None,
            journalist=self.name.text(),
            outlet=self.outlet.text(),
            call_back=self.call_back.text(),
            email=self.email.text(),
        )

    def _build(self) -> None:
        self._line, self._outlet_line = Suggest("Name"), Suggest("Newspaper, station or site")
        self.name = LineField("&Journalist", self._line, 200)
        self.call_back = LineField("Call &back on", limit=60)
        self.outlet = LineField("&Outlet", self._outlet_line, 200)
        self.email = LineField("E&mail", limit=254)
        self.setFocusProxy(self._line)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(0.8))
        column.addWidget(Pair(self.name, self.call_back))
        column.addWidget(Pair(self.outlet, self.email))

    def _connect(self) -> None:
        self._line.textEdited.connect(self._on_typed)
        self._line.asked.connect(self._on_asked)
        self._line.chosen.connect(self._on_chosen)
        self._line.editingFinished.connect(self._take_same_name)
        self._outlet_line.asked.connect(self._on_outlet_asked)
        for field in (self.name, self.call_back, self.outlet, self.email):
            field.edited.connect(self.edited)

    def _on_typed(self, _words: str) -> None:
        """Forget the person chosen, and what they brought, when the name becomes another."""
        person = self._person
        self._person = None
        if person is not None:
            brought = {self.call_back: person.number, self.email: person.email}
            for field, words in (brought | {self.outlet: person.outlet}).items():
                if field.text() == words:
                    field.set_text("")
        self._show_person()

    def _on_asked(self, words: str) -> None:
        self._found = ()
        if not words.strip():
            self._line.set_choices(())
            return
        work = partial(self._contacts.journalists, words, MOST)
        self._tools.runner.run(self, work, self._on_found, key="journalists")

    def _on_found(self, people: tuple[Journalist, ...]) -> None:
        if self._person is not None:
            return
        self._found = people
        sure = len(people) == 1 or not self._line.hasFocus()
        taken = sure and self._take_same_name()
        self._line.set_choices([] if taken else [Proposal(p.name, _who(p), p) for p in people])

    def _take_same_name(self) -> bool:
        """Take somebody known whose whole name was typed rather than chosen."""
        typed = " ".join(self.name.text().split()).casefold()
        same = [person for person in self._found if person.name.casefold() == typed]
        if self._person is not None or len(same) != 1:
            return False
        self._on_chosen(same[0])
        return True

    def _on_chosen(self, person: Journalist) -> None:
        self._person = person
        self.name.set_text(person.name)
        self.outlet.set_text(person.outlet)
        for field, words in ((self.call_back, person.number), (self.email, person.email)):
            if not field.text():
                field.set_text(words)
        self._show_person()
        self.edited.emit()

    def _on_known(self, person: Journalist) -> None:
        if self._person is not None and self._person.id == person.id:
            self._person = person
            self._show_person()

    def _on_gone(self, _error: PressDeskError) -> None:
        self._person = None
        self._show_person()

    def _on_outlet_asked(self, words: str) -> None:
        if words.strip():
            work = partial(self._contacts.outlets, words, MOST)
            self._tools.runner.run(self, work, self._on_outlets, key="outlets")
        else:
            self._outlet_line.set_choices(())

    def _on_outlets(self, outlets: tuple[Outlet, ...]) -> None:
        self._outlet_line.set_choices([Proposal(o.name, _kind(o.kind)) for o in outlets])

    def _show_person(self) -> None:
        known, typed = self._person, self.name.text().strip()
        self.name.set_hint(_history(known) if known else NEW if typed else "")
        self.outlet.setVisible(known is None and bool(typed))


def _who(person: Journalist) -> str:
    """Return “Humber Daily · regional”, as far as it is known."""
    return " · ".join(filter(None, (person.outlet, _kind(person.outlet_kind))))


def _history(person: Journalist) -> str:
    """Return “Humber Daily · regional · 6 earlier enquiries”."""
    count = person.enquiries
    earlier = f"{count or 'no'} earlier {'enquiry' if count == 1 else 'enquiries'}"
    return " · ".join(filter(None, (_who(person), earlier)))


def _kind(kind: OutletKind) -> str:
    return "" if kind is OutletKind.UNKNOWN else kind.value
