"""Editing one contact in its place; nothing typed is lost to someone else's save."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from pressdesk.domain.contacts import Journalist, Outlet, OutletKind
from pressdesk.errors import PressDeskError, Refused
from pressdesk.ui.kit import (
    Card,
    Field,
    FlowLayout,
    GrowingLabel,
    KeyButton,
    Kind,
    LeftWithEsc,
    Look,
    PlainEdit,
    Suggest,
)
from pressdesk.ui.theme import current

Contact = Journalist | Outlet
Fields = dict[str, Field]


def journalist_fields() -> Fields:
    """Return the questions about a journalist, by the name of what they fill."""
    return {
        "name": Field("Name", QLineEdit()),
        "outlet": Field("Outlet", Suggest(), "A new name is added to the outlets."),
        "number": Field("Number", QLineEdit()),
        "other_number": Field("Other number", QLineEdit()),
        "email": Field("Email", QLineEdit()),
        "notes": Field(
            "Notes", PlainEdit(lines=(2, 6)), "Facts only: the person may ask to read them."
        ),
    }


def outlet_fields() -> Fields:
    """Return the questions about an outlet, by the name of what they fill."""
    kinds = QComboBox()
    for kind in OutletKind:
        kinds.addItem(kind.label, kind)
    return {
        "name": Field("Name", QLineEdit()),
        "kind": Field("Kind", kinds),
        "notes": Field("Notes", PlainEdit(lines=(2, 6))),
    }


class ContactForm(LeftWithEsc, QWidget):
    """``accepted`` carries the contact as typed, ``left`` comes when the form is left."""

    accepted = Signal(object)

    def __init__(self, fields: Fields, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = fields
        self._warned: dict[str, Any] = {}
        self._title = GrowingLabel("", Look.TITLE, self)
        self._said = Card(self, panel="warning")
        self._sentence = GrowingLabel("", Look.BODY, self._said)
        self._hints = {name: field.input.accessibleDescription() for name, field in fields.items()}
        self._build()
        self._arrange()
        self._connect()

    def start(self, contact: Contact) -> None:
        """Begin with ``contact``, known or new."""
        self._base = contact
        new = contact.id is None
        thing = type(contact).__name__.lower()
        self._title.setText(f"New {thing}" if new else f"Edit {contact.name}")
        self._warned = {}
        self._said.hide()
        for name, field in self.fields.items():
            field.set_problem("")
            field.set_hint(self._hints[name])
            _write(field.input, getattr(contact, name))
        self._started = self._typed_words()
        self.fields["name"].input.setFocus()

    def typed(self) -> Contact:
        """Return the contact with the words as they are typed now."""
        return replace(self._base, **self._typed_words())

    def is_changed(self) -> bool:
        """Say whether anything was typed that is not kept."""
        return self._typed_words() != self._started

    def show_problem(self, error: PressDeskError) -> None:
        """Show what was refused, at its field where it has one."""
        field = self.fields.get(error.field) if isinstance(error, Refused) else None
        if field is None:
            self._say(str(error))
        else:
            field.set_problem(str(error))
            field.input.setFocus()

    def show_theirs(self, theirs: Contact) -> None:
        """Keep what is typed and show beneath each field what someone else saved meanwhile."""
        self._base = theirs
        typed = self._typed_words()
        for name, field in self.fields.items():
            saved = getattr(theirs, name)
            if saved != typed[name]:
                field.set_hint(f"Saved by someone else: {_said(saved)}")
        self._say(
            "Someone else saved this contact meanwhile. Your words are kept, theirs stand beneath "
            "them. Save again to keep yours."
        )

    def _build(self) -> None:
        self._save = KeyButton("Save", Kind.PRIMARY, "Ctrl+S", self)
        self._leave = KeyButton("Leave", Kind.SECONDARY, "Esc", self, binds=False)

    def _arrange(self) -> None:
        theme = current()
        sheet = QWidget()
        sheet.setObjectName("page")
        questions = QVBoxLayout(sheet)
        questions.setContentsMargins(0, 0, theme.px(0.8), 0)
        questions.setSpacing(theme.px(0.7))
        for field in self.fields.values():
            questions.addWidget(field)
        questions.addStretch(1)
        scroller = QScrollArea()
        scroller.setWidgetResizable(True)
        scroller.setFrameShape(QFrame.Shape.NoFrame)
        scroller.setWidget(sheet)
        acts = QWidget(self)
        row = FlowLayout(acts, theme.px(0.5))
        row.addWidget(self._save)
        row.addWidget(self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(0.4), 0, 0, 0)
        column.setSpacing(theme.px(0.6))
        column.addWidget(self._title)
        self._said.body.addWidget(self._sentence)
        column.addWidget(self._said)
        column.addWidget(scroller, 1)
        column.addWidget(acts)

    def _connect(self) -> None:
        self._save.clicked.connect(self._accept)
        self._leave.clicked.connect(self.leave)

    @Slot()
    def _accept(self) -> None:
        for field in self.fields.values():
            field.set_problem("")
        self.accepted.emit(self.typed())

    @Slot()
    @override
    def leave(self) -> None:
        """Leave at once when nothing changed; else say so, and leave the second time."""
        if not self.is_changed() or self._warned == self._typed_words():
            super().leave()
            return
        self._say("Not saved yet. Save with Ctrl+S, or press Esc again to leave without saving.")
        self._warned = self._typed_words()

    def _say(self, sentence: str) -> None:
        self._sentence.setText(f"⚠ {sentence}")
        self._said.show()

    def _typed_words(self) -> dict[str, Any]:
        return {name: _read(field.input) for name, field in self.fields.items()}


def _write(edit: QWidget, value: str) -> None:
    match edit:
        case QComboBox():
            edit.setCurrentIndex(edit.findData(value))
        case PlainEdit():
            edit.setPlainText(value)
        case QLineEdit():
            edit.setText(value)


def _read(edit: QWidget) -> object:
    match edit:
        case QComboBox():
            return edit.currentData()
        case PlainEdit() | QLineEdit():
            return edit.text()
        case _:
            raise TypeError(edit)


def _said(value: object) -> str:
    return value.label if isinstance(value, OutletKind) else str(value or "nothing")
