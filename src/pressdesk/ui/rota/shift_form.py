"""The line of fields above the week in which a shift is added or changed."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from itertools import pairwise
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from pressdesk.domain.local_time import moments
from pressdesk.domain.office import Staff
from pressdesk.domain.rota import Shift
from pressdesk.domain.typed_times import moment_typed, read_end, read_moment
from pressdesk.errors import PressDeskError, Refused
from pressdesk.ui.kit import Field, GrowingLabel, Inline, KeyButton, Kind, Look, SectionCaption
from pressdesk.ui.rota.moment_field import MomentField
from pressdesk.ui.theme import current


@dataclass(frozen=True)
class Desk:
    """What the form needs to know: whom to propose, their numbers, where the clock hangs."""

    staff: tuple[Staff, ...]
    out_of_hours_line: str
    zone: ZoneInfo
    monday: date


class ShiftForm(Inline):
    """Hidden until a shift is opened in it; the page hides it again.

    ``kept`` carries the shift to save, ``left`` is the wish to go without saving.
    """

    kept = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._shift: Shift | None = None
        self._proposed_number = ""
        self._build()
        self._arrange()
        self._order()
        self._connect()
        self.hide()

    def set_desk(self, desk: Desk) -> None:
        """Propose these people from now on; what is typed stays."""
        self._desk = desk
        typed = self._person.currentText()
        self._person.clear()
        self._person.addItems([person.name for person in desk.staff if person.active])
        self._person.setEditText(typed)

    def open_shift(self, shift: Shift) -> None:
        """Show a shift to change, or a new one (without an id) to complete."""
        assert self._desk is not None
        self._shift = shift
        self._caption.setText("Change this shift" if shift.id else "New shift")
        self._person.setEditText(shift.person)
        for field, instant in ((self._starts, shift.starts_at), (self._ends, shift.ends_at)):
            self._show_moment(field, instant)
        self._number.setText(shift.number or self._number_of(shift.person))
        self._proposed_number = "" if shift.number else self._number.text()
        for one in self._fields.values():
            one.set_problem("")
        self._trouble.hide()
        self._explain()
        self.show()
        self._person.setFocus()
        self._person_line().selectAll()

    def refuse(self, error: PressDeskError) -> None:
        """Show what is wrong at its field and lead there."""
        field = self._fields.get(error.field if isinstance(error, Refused) else "")
        self._trouble.setText(f"⚠ {error}")
        self._trouble.setVisible(field is None)
        if field is not None:
            field.set_problem(str(error))
            field.setFocus()

    @override
    def enter(self) -> None:
        self._keep()

    def _build(self) -> None:
        self._caption = SectionCaption("New shift", self)
        self._person = QComboBox(self)
        self._person.setEditable(True)
        self._person.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._person_line().setPlaceholderText("Who is on duty?")
        self._starts, self._ends = MomentField("&From", self), MomentField("&To", self)
        self._number = QLineEdit(self)
        self._fields = {
            "person": Field("&Person", self._person, parent=self),
            "starts_at": self._starts.field,
            "ends_at": self._ends.field,
            "number": Field("Nu&mber to ring", self._number, parent=self),
        }
        self._trouble = GrowingLabel("", Look.PROBLEM, self)
        self._save = KeyButton("Save shift", Kind.PRIMARY, "Ctrl+S", self)
        self._cancel = KeyButton("Cancel", key="Esc", parent=self, binds=False)

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(current().px(0.9))
        shown = (self._fields["person"], self._starts, self._ends, self._fields["number"])
        for column, widget in enumerate(shown):
            grid.addWidget(widget, 0, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)
        hint = GrowingLabel("Type 23/11 17:00, Mon 17:00 or 17:00.", Look.SECONDARY, self)
        row = QHBoxLayout()
        row.setSpacing(current().px(0.6))
        row.addWidget(hint, 1)
        row.addWidget(self._trouble, 2)
        row.addWidget(self._cancel)
        row.addWidget(self._save)
        self.body.addWidget(self._caption)
        self.body.addLayout(grid)
        self.body.addLayout(row)

    def _order(self) -> None:
        stops = (self._person, *self._starts.stops(), *self._ends.stops(), self._number)
        for before, after in pairwise((*stops, self._save, self._cancel)):
            self.setTabOrder(before, after)

    def _connect(self) -> None:
        self._person.currentTextChanged.connect(self._follow_person)
        self._starts.changed.connect(self._explain)
        self._ends.changed.connect(self._explain)
        self._save.clicked.connect(self._keep)
        self._cancel.clicked.connect(self.put_away)

    def _person_line(self) -> QLineEdit:
        line = self._person.lineEdit()
        assert line is not None
        return line

    def _show_moment(self, field: MomentField, instant: datetime) -> None:
        zone = self._known().zone
        named = moments(
            instant.astimezone(zone).replace(tzinfo=None, second=0, microsecond=0), zone
        )
        second = len(named) > 1 and instant >= named[1]
        field.set_moment(moment_typed(instant, zone), second=second)

    def _known(self) -> Desk:
        assert self._desk is not None
        return self._desk

    def _number_of(self, name: str) -> str:
        desk = self._known()
        numbers = {person.name: person.number for person in desk.staff}
        return numbers.get(name.strip()) or desk.out_of_hours_line

    def _follow_person(self, name: str) -> None:
        """Propose the number of the person chosen, unless another was typed."""
        if self._desk is not None and self._number.text() == self._proposed_number:
            self._proposed_number = self._number_of(name)
            self._number.setText(self._proposed_number)

    def _explain(self) -> tuple[datetime | None, datetime | None]:
        """Read both times, say what was understood, and return them."""
        desk = self._known()
        for field in (self._starts.field, self._ends.field):
            field.set_problem("")
        start = self._starts.read(self._read_start, desk.zone)
        if start is None:
            return None, None
        until = partial(read_end, start=start, zone=desk.zone, field="ends_at")
        return start, self._ends.read(until, desk.zone)

    def _read_start(self, words: str) -> tuple[datetime, ...]:
        """Read the start: a weekday is of the week shown, a bare time of the day opened."""
        desk = self._known()
        assert self._shift is not None
        opened = self._shift.starts_at.astimezone(desk.zone).date()
        near = desk.monday if words.strip()[:1].isalpha() else opened
        return read_moment(words, near, desk.zone, "starts_at")

    def _keep(self) -> None:
        start, end = self._explain()
        if start is None or end is None:
            (self._ends if start else self._starts).insist()
            return
        assert self._shift is not None
        person, number = self._person.currentText(), self._number.text()
        self.kept.emit(
            replace(self._shift, person=person, starts_at=start, ends_at=end, number=number)
        )
