"""The fields of one part of a release: its facts, a block, a note, a contact."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from pressdesk.domain.release_edits import KINDS, with_words, words_of
from pressdesk.domain.releases import Block, BlockKind, Note, PressContact, ReleaseParts
from pressdesk.domain.typed_times import day_typed, read_day
from pressdesk.errors import Refused
from pressdesk.ui.kit import Field, PlainEdit, Segmented
from pressdesk.ui.theme import current

KIND_WORDS = {
    BlockKind.PARAGRAPH: "Paragraph",
    BlockKind.HEADING: "Heading",
    BlockKind.BULLETS: "Bullets",
    BlockKind.QUOTE: "Quote",
}
_LONGEST = 60_000  # characters of one part


class PartForm(QWidget):
    """``edited`` when the person changed something; nothing is told while a part is shown."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._showing = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(current().px(0.7))
        self.column.addStretch(1)

    def show_part(self, part: Any) -> None:
        """Show a part in the fields."""
        self._showing = True
        self.fill(part)
        self._showing = False

    def fill(self, part: Any) -> None:
        """Put a part into the fields."""
        raise NotImplementedError

    def edited_part(self, part: Any) -> Any:
        """Return ``part`` with what stands in the fields."""
        raise NotImplementedError

    def add(self, widget: QWidget) -> None:
        """Add a field below the others."""
        self.column.insertWidget(self.column.count() - 1, widget)

    def line(self, label: str, hint: str = "") -> Field:
        """Add a field of one line."""
        line = QLineEdit()
        field = Field(label, line, hint)
        line.textEdited.connect(self.tell)
        self.add(field)
        return field

    def words(self, label: str, hint: str = "", most: int = 12) -> PlainEdit:
        """Add a field of many lines."""
        edit = PlainEdit("", (2, most), _LONGEST)
        self.add(Field(label, edit, hint))
        edit.textChanged.connect(self.tell)
        return edit

    @Slot()
    def tell(self) -> None:
        """Say that something was changed, unless it was by showing it."""
        if not self._showing:
            self.edited.emit()


class FactsForm(PartForm):
    """Headline, reference, date and embargo; a date without its year is near ``today``."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._headline = self.words("&Headline", most=5)
        self._reference = self.line("&Reference")
        self._day = self.line("&Date", "Like 24/12/2026; empty for none")
        self._embargo = self.line("&Embargo", "The words of the line; empty for none")

    @override
    def fill(self, part: ReleaseParts) -> None:
        self._headline.setPlainText(part.headline)
        self._day.set_problem("")
        _set(self._reference, part.reference)
        _set(self._day, day_typed(part.published_on) if part.published_on else "")
        _set(self._embargo, part.embargo_words)

    @override
    def edited_part(self, part: ReleaseParts) -> ReleaseParts:
        return replace(
            part,
            headline=" ".join(self._headline.text().split()),
            reference=_text(self._reference),
            published_on=self._day_of(part),
            embargo_words=_text(self._embargo),
        )

    def problem(self) -> str:
        """Return what is wrong with the fields, or nothing."""
        return self._day.problem()

    def _day_of(self, part: ReleaseParts) -> date | None:
        typed = _text(self._day)
        self._day.set_problem("")
        if not typed:
            return None
        try:
            return read_day(typed, part.published_on or self._today, "day")
        except Refused as error:
            self._day.set_problem(str(error))
            return part.published_on


class BlockForm(PartForm):
    """What a part of the story is, its words, and who said them."""

    def __init__(self) -> None:
        super().__init__()
        self.kind = Segmented("This is", [(kind, KIND_WORDS[kind]) for kind in KINDS])
        self.add(Field("This is a", self.kind, "P, H, B or Q in the list"))
        self._lead_in = self.line("Words &before it")
        self._words = self.words("&Words", most=10)
        self._lead_out = self.line("Words belo&w it")
        self._speaker = self.line("&Speaker")
        self._role = self.line("R&ole")
        self.kind.chosen.connect(self._on_kind)

    @override
    def fill(self, part: Block) -> None:
        self.kind.setVisible(part.kind in KINDS)
        if part.kind in KINDS:
            self.kind.set_value(part.kind)
        _set(self._lead_in, part.lead_in)
        self._words.setPlainText(words_of(part))
        _set(self._lead_out, part.lead_out)
        _set(self._speaker, part.speaker)
        _set(self._role, part.role)
        self._show_fields(part.kind)

    @override
    def edited_part(self, part: Block) -> Block:
        """Return the block with its words first, then as the kind that is chosen."""
        listed = {BlockKind.BULLETS, BlockKind.QUOTE, BlockKind.LINK}
        lead_in = _text(self._lead_in) if part.kind in listed else part.lead_in
        spoken = replace(
            part,
            lead_in=lead_in,
            lead_out=_text(self._lead_out),
            speaker=_text(self._speaker),
            role=_text(self._role),
        )
        return with_words(spoken, self._words.text())

    def _on_kind(self, _kind: object) -> None:
        self.tell()

    def _show_fields(self, kind: BlockKind) -> None:
        self._lead_in.setVisible(kind in {BlockKind.BULLETS, BlockKind.QUOTE, BlockKind.LINK})
        for field in (self._lead_out, self._speaker, self._role):
            field.setVisible(kind is BlockKind.QUOTE)


class NoteForm(PartForm):
    """The number and the words of a note."""

    def __init__(self) -> None:
        super().__init__()
        self._label = self.line("&Number or letter")
        self._words = self.words("&Words", most=14)

    @override
    def fill(self, part: Note) -> None:
        _set(self._label, part.label)
        self._words.setPlainText(part.text)

    @override
    def edited_part(self, part: Note) -> Note:
        return Note(_text(self._label), self._words.text().strip())


class ContactForm(PartForm):
    """A number for journalists."""

    def __init__(self) -> None:
        super().__init__()
        self._number = self.line("&Number")
        self._desk = self.line("&Desk", "Whose number it is, as the release names it")
        self._hours = self.line("&Hours", "As printed")
        self._email = self.line("&Email")
        self._out = QCheckBox("Out-of-hours line")
        self.add(self._out)
        self._out.toggled.connect(self.tell)

    @override
    def fill(self, part: PressContact) -> None:
        for field, words in (
            (self._number, part.number),
            (self._desk, part.desk),
            (self._hours, part.hours),
            (self._email, part.email),
        ):
            _set(field, words)
        self._out.setChecked(part.out_of_hours)

    @override
    def edited_part(self, part: PressContact) -> PressContact:
        return replace(
            part,
            number=_text(self._number),
            desk=_text(self._desk),
            hours=_text(self._hours),
            email=_text(self._email),
            out_of_hours=self._out.isChecked(),
        )


def _line(field: Field) -> QLineEdit:
    assert isinstance(field.input, QLineEdit)
    return field.input


def _text(field: Field) -> str:
    return _line(field).text().strip()


def _set(field: Field, words: str) -> None:
    _line(field).setText(words)
