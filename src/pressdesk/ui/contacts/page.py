"""Contacts: the list at the left, one journalist or outlet at the right."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.contacts import counted
from pressdesk.errors import Conflict, PressDeskError
from pressdesk.ui.contacts.books import LISTED, Book, JournalistBook, Opened, OutletBook
from pressdesk.ui.contacts.form import Contact, ContactForm
from pressdesk.ui.contacts.merge import MergePanel
from pressdesk.ui.contacts.sheet import Sheet
from pressdesk.ui.kit import (
    EmptyState,
    FindBox,
    KeyButton,
    Kind,
    PageHeader,
    Proposal,
    Segmented,
    Suggest,
    Tone,
)
from pressdesk.ui.kit.entries import EntryList
from pressdesk.ui.page import Page
from pressdesk.ui.person.panel import PersonPanel
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Message, Tools

JOURNALISTS, OUTLETS = "journalists", "outlets"
_PROPOSED = 8


@dataclass(frozen=True)
class _Shelf:
    """A book with the form that edits its contacts."""

    book: Book
    form: ContactForm


class ContactsPage(Page):
    """Journalists and outlets: found, edited, merged."""

    title = "Contacts"
    icon = "contacts"
    watches = frozenset({"journalist", "outlet", "enquiry"})
    beside = True

    def __init__(self, services: Services, tools: Tools) -> None:
        super().__init__(services, tools)
        self._wanted: int | None = None
        self._contact: Contact | None = None
        self._person: PersonPanel | None = None
        self._build()
        self._arrange()
        self._connect()

    @override
    def refresh(self) -> None:
        work = partial(self._book.found, self._search.text())
        self.tools.runner.run(self, work, self._show_list, key="list")

    @override
    def focus_first(self) -> None:
        self._list.setFocus()

    @Slot(int)
    @override
    def open_item(self, item_id: int) -> None:
        """Show one journalist, whatever was searched for before."""
        self._show_contact(JOURNALISTS, item_id)

    @Slot(int)
    @override
    def open_other(self, item_id: int) -> None:
        """Show one outlet, whatever was searched for before."""
        self._show_contact(OUTLETS, item_id)

    @Slot()
    def open_everything(self) -> None:
        """Look for everything about the journalist that is shown."""
        contact = self._contact
        if contact is None or contact.id is None or not self._sheet.isVisible():
            return
        if self._book.thing == "journalist":
            if self._person is None:
                self._person = PersonPanel(self.services, self.tools)
                self._person.left.connect(self._go_back)
                self._right.addWidget(self._person)
            self._turn_to(self._person)
            self._person.start(contact.id, contact.name)

    @property
    def _book(self) -> Book:
        return self._shelf.book

    @property
    def _shelf(self) -> _Shelf:
        return self._shelves[str(self._which.value())]

    def _build(self) -> None:
        self._shelves = {
            name: _Shelf(book, ContactForm(book.fields()))
            for name, book in (
                (JOURNALISTS, JournalistBook(self.services)),
                (OUTLETS, OutletBook(self.services)),
            )
        }
        self._header = PageHeader(self.title)
        self._new = KeyButton("New journalist", Kind.SECONDARY, "Ctrl+Shift+N")
        choices = ((JOURNALISTS, "Journalists"), (OUTLETS, "Outlets"))
        self._which = Segmented("Contacts to show", choices)
        self._search = FindBox("Find a contact")
        self._find = QShortcut(QKeySequence.StandardKey.Find, self)
        self._keys = {key: QShortcut(QKeySequence(key), self) for key in ("F2", "M", "O", "D")}
        for shortcut in self._keys.values():
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._list = EntryList("Contacts")
        self._finder, self._right = QWidget(), QStackedWidget()
        self._empty = EmptyState("contacts", "No contacts yet")
        self._sheet, self._merge = Sheet(), MergePanel()

    def _arrange(self) -> None:
        theme = current()
        self._header.add_action(self._new)
        column = QVBoxLayout(self._finder)
        column.setContentsMargins(0, 0, theme.px(0.9), 0)
        column.setSpacing(theme.px(0.6))
        for widget in (self._which, self._search, self._list):
            column.addWidget(widget)
        forms = [shelf.form for shelf in self._shelves.values()]
        for panel in (self._empty, self._sheet, self._merge, *forms):
            self._right.addWidget(panel)
        self._right.setContentsMargins(theme.px(0.6), 0, 0, 0)
        splitter = QSplitter()
        splitter.addWidget(self._finder)
        splitter.addWidget(self._right)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.setStretchFactor(0, 4)
        splitter.setStretchFactor(1, 6)
        page = QVBoxLayout(self)
        page.setContentsMargins(*(theme.px(e) for e in (1.3, 1.1, 1.3, 0.8)))
        page.setSpacing(theme.px(0.8))
        page.addWidget(self._header)
        page.addWidget(splitter, 1)

    def _connect(self) -> None:
        self._which.chosen.connect(self._on_book_chosen)
        self._search.textChanged.connect(self.refresh)
        self._search.left.connect(self._list.setFocus)
        self._find.activated.connect(self._search.setFocus)
        self._list.chosen.connect(self._load)
        self._list.opened.connect(self._edit)
        self._new.clicked.connect(self._start_new)
        self._keys["F2"].activated.connect(self._edit)
        self._keys["M"].activated.connect(self._start_merge)
        self._keys["O"].activated.connect(self._sheet.open_outlet)
        self._keys["D"].activated.connect(self.open_everything)
        self._sheet.everything_requested.connect(self.open_everything)
        self._sheet.edit_requested.connect(self._edit)
        self._sheet.merge_requested.connect(self._start_merge)
        self._sheet.outlet_requested.connect(self.open_other)
        self._sheet.below_opened.connect(self._open_below)
        self._merge.asked.connect(self._propose)
        self._merge.picked.connect(self._weigh)
        self._merge.accepted.connect(self._do_merge)
        self._merge.left.connect(self._go_back)
        for shelf in self._shelves.values():
            shelf.form.accepted.connect(self._save)
            shelf.form.left.connect(self._go_back)
        outlets = self._shelves[JOURNALISTS].form.fields["outlet"].input
        assert isinstance(outlets, Suggest)
        self._outlets = outlets
        self._outlets.asked.connect(self._propose_outlets)

    @Slot()
    def _on_book_chosen(self) -> None:
        self._new.set_words(f"New {self._book.thing}")
        self._wanted = None
        self._search.clear()
        self.refresh()

    def _show_contact(self, which: str, contact_id: int) -> None:
        if self._is_busy():
            self.tools.navigator.say(
                Message("Save (Ctrl+S) or leave (Esc) the contact you are editing first.")
            )
            return
        self._which.set_value(which)
        self._on_book_chosen()
        self._wanted = contact_id

    def _show_list(self, found: Sequence[Contact]) -> None:
        wanted, self._wanted = self._wanted, None
        searched = self._search.text().strip()
        self._header.set_subtitle(self._how_many(len(found)))
        self._list.set_entries([self._book.entry(contact) for contact in found], wanted)
        if wanted is not None and self._list.current_id() != wanted:
            self._load(wanted)  # beyond the first of a long list
        if not found and not self._is_busy():
            self._say_nothing_found(searched)

    def _how_many(self, count: int) -> str:
        if count == LISTED:
            return f"The first {LISTED} {self._book.thing}s by name. Type to find others."
        words = counted(count, self._book.thing)
        return f"{words[0].upper()}{words[1:]}"

    def _say_nothing_found(self, searched: str) -> None:
        if searched:
            self._empty.set_words(
                f"No {self._book.thing} is called that",
                "Try the start of one name only, or add a new one (Ctrl+Shift+N).",
            )
        else:
            self._empty.set_words(
                f"No {self._book.thing}s yet",
                "They are kept here as enquiries are logged. Ctrl+Shift+N adds one by hand.",
            )
        self._right.setCurrentWidget(self._empty)

    @Slot(int)
    def _load(self, contact_id: int) -> None:
        work = partial(self._book.opened, contact_id)
        self.tools.runner.run(self, work, self._show, key="show")

    def _show(self, opened: Opened) -> None:
        if not self._is_busy():
            self._contact = opened.contact
            self._sheet.show_look(opened.look)
            self._right.setCurrentWidget(self._sheet)

    @Slot(int)
    def _open_below(self, below_id: int) -> None:
        if self._book.thing == "journalist":
            self.tools.navigator.enquiry_requested.emit(below_id)
        else:
            self.open_item(below_id)

    @Slot()
    def _start_new(self) -> None:
        if not self._is_busy():
            self._start_form(self._book.blank())

    @Slot()
    def _edit(self) -> None:
        known = self._contact is not None and self._contact.id == self._list.current_id()
        if self._contact is not None and known and not self._is_busy():
            self._start_form(self._contact)

    def _start_form(self, contact: Contact) -> None:
        form = self._shelf.form
        self._turn_to(form)
        form.start(contact)

    @Slot(object)
    def _save(self, contact: Contact) -> None:
        work = partial(self._book.save, contact)
        self.tools.runner.run(self, work, self._on_saved, self._on_refused)

    def _on_saved(self, contact_id: int) -> None:
        self._wanted = contact_id
        self._search.clear()
        self._go_back()

    def _on_refused(self, error: PressDeskError) -> None:
        typed = self._shelf.form.typed()
        if isinstance(error, Conflict) and typed.id is not None:
            work = partial(self._book.get, typed.id)
            self.tools.runner.run(self, work, self._shelf.form.show_theirs)
        else:
            self._shelf.form.show_problem(error)

    @Slot()
    def _start_merge(self) -> None:
        if self._contact is not None and self._sheet.isVisible():
            self._turn_to(self._merge)
            self._merge.start(self._contact)

    @Slot(str)
    def _propose(self, words: str) -> None:
        work = partial(self._book.found, words, _PROPOSED)
        self.tools.runner.run(self, work, self._offer, key="propose")

    def _offer(self, found: Sequence[Contact]) -> None:
        others = [contact for contact in found if contact.id != self._merge.duplicate.id]
        entries = [self._book.entry(contact) for contact in others]
        self._merge.offer([Proposal(row.title, row.second, row.id) for row in entries])

    @Slot(object)
    def _weigh(self, keep: int) -> None:
        duplicate = self._merge.duplicate.id
        assert duplicate is not None
        work = partial(_both, self._book, keep, duplicate)
        self.tools.runner.run(self, work, self._show_consequence, key="weigh")

    def _show_consequence(self, both: tuple[Contact, Contact]) -> None:
        kept, gone = both
        if kept.id is not None:
            self._merge.show_consequence(kept.id, self._book.consequence(kept, gone))

    @Slot(int, int)
    def _do_merge(self, keep: int, duplicate: int) -> None:
        self._wanted = keep
        work = partial(self._book.merge, keep, duplicate)
        self.tools.runner.run(self, work, self._on_merged, self._on_merge_refused)

    def _on_merged(self, _nothing: None) -> None:
        self.tools.navigator.say(Message(f"{self._merge.duplicate.name} was merged.", Tone.INFO))
        self._search.clear()
        self._go_back()

    def _on_merge_refused(self, error: PressDeskError) -> None:
        self._merge.show_problem(str(error))

    @Slot(str)
    def _propose_outlets(self, words: str) -> None:
        work = partial(self.services.contacts.outlets, words, _PROPOSED)
        self.tools.runner.run(self, work, self._offer_outlets, key="outlets")

    def _offer_outlets(self, found: Sequence[Contact]) -> None:
        book = self._shelves[OUTLETS].book
        rows = [book.entry(outlet) for outlet in found]
        self._outlets.set_choices([Proposal(row.title, row.second, row.id) for row in rows])

    def _is_busy(self) -> bool:
        """Say whether something is being edited or merged."""
        return not self._finder.isEnabled()

    def _turn_to(self, panel: QWidget) -> None:
        self._finder.setEnabled(False)
        self._right.setCurrentWidget(panel)

    @Slot()
    def _go_back(self) -> None:
        self._finder.setEnabled(True)
        self._right.setCurrentWidget(self._sheet if self._contact else self._empty)
        self._list.setFocus()
        self.refresh()


def _both(book: Book, keep: int, duplicate: int) -> tuple[Contact, Contact]:
    return book.get(keep), book.get(duplicate)
