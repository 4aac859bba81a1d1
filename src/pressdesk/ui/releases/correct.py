"""Setting right how a release was understood: its parts in a list, the chosen one in fields.

The release beside it is set anew as the parts change. Nothing is kept before it is saved.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QWidget

from pressdesk.domain.release_edits import as_kind, notes_from, story_to
from pressdesk.domain.releases import Block, BlockKind, PressContact, ReleaseParts
from pressdesk.storage.releases import Release
from pressdesk.ui.held import NOT_HELD, Held, HeldFields
from pressdesk.ui.kit import GrowingLabel, KeyButton, Kind, Look, Scrolled, one_line
from pressdesk.ui.kit.entries import Entry, EntryList
from pressdesk.ui.releases.inline_marks import undressed
from pressdesk.ui.releases.panel import Panel
from pressdesk.ui.releases.part_forms import (
    KIND_WORDS,
    BlockForm,
    ContactForm,
    FactsForm,
    NoteForm,
    PartForm,
)
from pressdesk.ui.theme import current

_BY_KEY = {
    "p": BlockKind.PARAGRAPH,
    "h": BlockKind.HEADING,
    "b": BlockKind.BULLETS,
    "q": BlockKind.QUOTE,
}
_KEYS = (
    "P paragraph · H heading · B bullets · Q quote · N notes start here · T story goes on to here"
)
_NO_CONTACT = PressContact("", "", out_of_hours=False, words="")


@dataclass(frozen=True)
class _Place:
    """Where a part stands: in which field of the release, and at which number."""

    field: str
    at: int = 0


class CorrectPanel(Panel):
    """``changed`` carries the parts as they are now, ``accepted`` those before and after.

    ``copy_wished`` carries words under embargo that are to be copied out of a field.
    """

    copy_wished = Signal(str)
    changed = Signal(object)
    accepted = Signal(int, object, object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__("Correct this release", parent)
        self._before = self._parts = ReleaseParts("")
        self._release_id = 0
        self._places: tuple[_Place, ...] = ()
        self._build(today)
        self._arrange()
        self._connect()

    def start(
        self, release: Release, parts: ReleaseParts | None = None, held: Held = NOT_HELD
    ) -> None:
        """Begin with a release, at ``parts`` when corrections were begun before.

        While ``held`` says so, nothing can be copied out of the fields unasked.
        """
        self._fields.hold(held)
        self._release_id, self._before = release.id, release.parts
        self._parts = parts or release.parts
        self.show_problem("")
        self._show_list(0)
        self._list.setFocus()

    def unsaved(self) -> ReleaseParts | None:
        """Return the parts as they are now, when they are not what is kept."""
        return self._parts if self._parts != self._before else None

    def show_problem(self, sentence: str) -> None:
        """Say why it could not be saved."""
        self._problem.setText(f"⚠ {sentence}" if sentence else "")
        self._problem.setVisible(bool(sentence))

    def _build(self, today: date) -> None:
        self._list = EntryList("Parts of the release")
        self._hint = GrowingLabel(_KEYS, Look.SECONDARY, self)
        self._problem = GrowingLabel("", Look.PROBLEM, self)
        self._forms: dict[str, PartForm] = {
            "facts": FactsForm(today),
            "blocks": BlockForm(),
            "notes": NoteForm(),
            "contacts": ContactForm(),
        }
        self._stack = QStackedWidget(self)
        self._stack.setContentsMargins(0, current().px(0.6), 0, 0)
        self._add = KeyButton("Add a contact", Kind.QUIET, "", self)
        self._remove = KeyButton("Remove contact", Kind.QUIET, "Alt+Delete", self)
        self._save = KeyButton("Save", Kind.PRIMARY, "Ctrl+Return", self)

    def _arrange(self) -> None:
        for form in self._forms.values():
            self._stack.addWidget(form)
        contacts = QHBoxLayout()
        contacts.addWidget(self._add)
        contacts.addWidget(self._remove)
        contacts.addStretch(1)
        self.buttons.addWidget(self._save)
        both = QSplitter(Qt.Orientation.Vertical)
        both.addWidget(self._list)
        both.addWidget(Scrolled(self._stack))
        both.setChildrenCollapsible(False)
        both.setStretchFactor(0, 4)
        both.setStretchFactor(1, 5)
        self.column.addWidget(self._hint)
        self.column.addWidget(both, 1)
        self.column.addLayout(contacts)
        self.column.addWidget(self._problem)
        self._fields = HeldFields(self)  # all of them, now that they stand in the panel

    def _connect(self) -> None:
        self._fields.copy_wished.connect(self.copy_wished)
        self._list.chosen.connect(self._show_part)
        self._list.opened.connect(self._enter)
        self._list.typed.connect(self._act)
        for form in self._forms.values():
            form.edited.connect(self._take)
        self._add.clicked.connect(self._add_contact)
        self._remove.clicked.connect(self._remove_contact)
        self._save.clicked.connect(self._accept)

    def _show_list(self, wanted: int) -> None:
        self._places = tuple(_places(self._parts))
        entries = [
            Entry(number, *_told(self._parts, place)) for number, place in enumerate(self._places)
        ]
        self._list.set_entries(entries, min(wanted, len(entries) - 1))
        self._show_part(self._list.current_id() or 0)

    @Slot(int)
    def _show_part(self, number: int) -> None:
        place = self._places[number]
        form = self._forms[_form(place)]
        form.show_part(_part(self._parts, place))
        self._stack.setCurrentWidget(form)
        self._remove.setVisible(place.field == "contacts")

    @Slot(int)
    def _enter(self, _number: int) -> None:
        """Lead from the list to the first field of the part."""
        if (form := self._stack.currentWidget()) is not None:
            form.setFocus()
            form.focusNextChild()

    @Slot()
    def _take(self) -> None:
        """Take over what stands in the fields; another kind changes the fields, too."""
        place = self._place()
        part = _part(self._parts, place)
        form = self._forms[_form(place)]
        edited = form.edited_part(part)
        if isinstance(form, BlockForm) and isinstance(edited, Block):
            kind = form.kind.value()
            if edited.kind in KIND_WORDS and isinstance(kind, BlockKind) and kind is not part.kind:
                edited = as_kind(edited, kind)
        self._put(place, edited)
        if isinstance(edited, Block) and edited.kind is not part.kind:
            form.show_part(edited)

    @Slot(str)
    def _act(self, key: str) -> None:
        """Do what a key means for the part that is chosen."""
        place, kind = self._place(), _BY_KEY.get(key.lower())
        part = _part(self._parts, place)
        if kind and isinstance(part, Block):
            self._put(place, as_kind(part, kind))
            self._show_part(self._list.current_id() or 0)
        elif key in "nN" and place.field == "blocks":
            self._change(notes_from(self._parts, place.at))
        elif key in "tT" and place.field == "notes":
            self._change(story_to(self._parts, place.at))

    @Slot()
    def _add_contact(self) -> None:
        self._change(replace(self._parts, contacts=(*self._parts.contacts, _NO_CONTACT)))
        self._list.choose(len(self._places) - 1)
        self._enter(0)

    @Slot()
    def _remove_contact(self) -> None:
        place = self._place()
        if place.field == "contacts":
            kept = [c for at, c in enumerate(self._parts.contacts) if at != place.at]
            self._change(replace(self._parts, contacts=tuple(kept)))

    @Slot()
    def _accept(self) -> None:
        facts = self._forms["facts"]
        if isinstance(facts, FactsForm) and (problem := facts.problem()):
            self._list.choose(0)
            self.show_problem(problem)
        elif self.unsaved() is None:
            self.left.emit()
        else:
            self.accepted.emit(self._release_id, self._before, self._parts)

    def _place(self) -> _Place:
        return self._places[self._list.current_id() or 0]

    def _put(self, place: _Place, part: Any) -> None:
        """Put a part in its place, and say in the list what it is now."""
        if place.field == "facts":
            self._parts = part
        else:
            every = list(getattr(self._parts, place.field))
            every[place.at] = part
            changed: dict[str, Any] = {place.field: tuple(every)}
            self._parts = replace(self._parts, **changed)
        entries = [
            Entry(number, *_told(self._parts, one)) for number, one in enumerate(self._places)
        ]
        blocked = self._list.blockSignals(True)
        self._list.set_entries(entries, self._list.current_id())
        self._list.blockSignals(blocked)
        self.changed.emit(self._parts)

    def _change(self, parts: ReleaseParts) -> None:
        self._parts = parts
        self._show_list(self._list.current_id() or 0)
        self.changed.emit(parts)


def _places(parts: ReleaseParts) -> Iterator[_Place]:
    yield _Place("facts")
    for field in ("blocks", "notes", "after_notes", "contacts"):
        for at in range(len(getattr(parts, field))):
            yield _Place(field, at)


def _form(place: _Place) -> str:
    return "blocks" if place.field == "after_notes" else place.field


def _part(parts: ReleaseParts, place: _Place) -> Any:
    return parts if place.field == "facts" else getattr(parts, place.field)[place.at]


def _told(parts: ReleaseParts, place: _Place) -> tuple[str, str]:
    """Return the first words of a part and what it is."""
    part = _part(parts, place)
    if isinstance(part, ReleaseParts):
        return part.headline or "No headline", "Headline, reference, date, embargo"
    if isinstance(part, PressContact):
        desk = part.desk or ("out of hours" if part.out_of_hours else "")
        return part.number or "New number", " · ".join(filter(None, ("Press contact", desk)))
    if isinstance(part, Block):
        first = next((text for text in (part.text, *part.items, part.lead_in) if text), part.url)
        said = f" · {part.speaker}" if part.kind is BlockKind.QUOTE and part.speaker else ""
        return one_line(undressed(first)), f"{_KIND_NAMES[part.kind]}{said}"
    return one_line(undressed(part.text)), f"Note {part.label}".strip()


_KIND_NAMES = {**KIND_WORDS, BlockKind.LINK: "Link", BlockKind.MARK: "Mark"}
