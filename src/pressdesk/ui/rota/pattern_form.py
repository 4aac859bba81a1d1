"""The form of a repeat pattern: who takes turns from when to when, shown before it is written."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QListWidget, QWidget
from typing_extensions import override

from pressdesk.domain.rota import Shift
from pressdesk.domain.rota_pattern import Pattern, Plan, Turn
from pressdesk.domain.rota_warnings import period_said
from pressdesk.domain.typed_times import day_typed, read_day
from pressdesk.errors import PressDeskError, Refused
from pressdesk.ui.kit import (
    ChipEdit,
    Field,
    GrowingLabel,
    Inline,
    KeyButton,
    Kind,
    Look,
    SectionCaption,
    Segmented,
)
from pressdesk.ui.rota.shift_form import Desk
from pressdesk.ui.theme import current

USUAL = timedelta(weeks=4)  # proposed at first: enough to see everybody's turn
_TURNS = ((Turn.WEEK, "A week each"), (Turn.NIGHT, "A night each"))
_LEAST_ROWS, _ROWS = 1, 6  # lines of the plan in sight


class PatternForm(Inline):
    """Hidden until it is opened; the page hides it again.

    ``asked`` carries the pattern to plan, ``written`` the pattern and the plan that was seen,
    ``left`` is the wish to go. Whatever is changed puts the plan away.
    """

    asked = Signal(object)
    written = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._seen: tuple[Pattern, Plan] | None = None
        self._build()
        self._arrange()
        self._connect()
        self.hide()

    def open_from(self, desk: Desk, first: date) -> None:
        """Show the form for a pattern from a day on; what was typed before stays."""
        self._desk = desk
        self._people.set_known([person.name for person in desk.staff if person.active])
        if not self._first.text():
            self._first.setText(day_typed(first))
            self._last.setText(day_typed(first + USUAL - timedelta(days=1)))
        self._forget()
        self.show()
        self._people.setFocus()

    def show_plan(self, pattern: Pattern, plan: Plan) -> None:
        """Show what a pattern would do; the key to write it stands ready."""
        assert self._desk is not None
        self._seen = (pattern, plan)
        self._list.clear()
        self._list.addItems(list(_lines(plan, self._desk.zone)))
        self._summary.setText(_summary(plan))
        self._write.set_words(f"Write {_shifts(len(plan.new))}")
        for widget in (self._summary, self._list, self._write):
            widget.show()
        self._write.setEnabled(bool(plan.new))
        (self._write if plan.new else self._preview).setFocus()

    def refuse(self, error: PressDeskError) -> None:
        """Show what is wrong at its field and lead there."""
        self._forget()
        field = self._fields.get(error.field if isinstance(error, Refused) else "")
        if field is not None:
            field.set_problem(str(error))
            field.setFocus()
            return
        self._summary.setText(f"⚠ {error}")
        self._summary.show()
        self._preview.setFocus()

    @override
    def enter(self) -> None:
        """Write the plan that is shown, or else make one."""
        if self._seen and self._seen[1].new:
            self._keep()
        else:
            self._ask()

    def _build(self) -> None:
        self._caption = SectionCaption("Repeat pattern", self)
        self._people = ChipEdit(parent=self)
        self._first, self._last = QLineEdit(self), QLineEdit(self)
        self._turn = Segmented("How long a turn lasts", _TURNS, self)
        self._replaces = QCheckBox("Take &off shifts that are there", self)
        hint = "In the order of their turns; Enter takes a name"
        self._fields = {
            "people": Field("&People", self._people, hint, self),
            "first": Field("&From", self._first, parent=self),
            "last": Field("&To", self._last, parent=self),
        }
        self._summary = GrowingLabel("", Look.STRONG, self)
        self._list = QListWidget(self)
        self._list.setAccessibleName("What the pattern would do")
        self._preview = KeyButton("Preview", key="Ctrl+P", parent=self)
        self._write = KeyButton("Write", Kind.PRIMARY, "Ctrl+S", self)
        self._cancel = KeyButton("Cancel", key="Esc", parent=self, binds=False)

    def _arrange(self) -> None:
        px = current().px
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(0.9))
        shown = (*self._fields.values(), Field("A &turn", self._turn, parent=self))
        for column, (widget, share) in enumerate(zip(shown, (5, 2, 2, 3), strict=True)):
            grid.addWidget(widget, 0, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, share)
        row = QHBoxLayout()
        row.setSpacing(px(0.6))
        row.addWidget(self._replaces)
        row.addStretch(1)
        for button in (self._cancel, self._preview, self._write):
            row.addWidget(button)
        self._list.setMinimumHeight(px(1.9) * _LEAST_ROWS)
        self._list.setMaximumHeight(px(1.9) * _ROWS)
        self.body.addWidget(self._caption)
        self.body.addLayout(grid)
        self.body.addLayout(row)
        self.body.addWidget(self._summary)
        self.body.addWidget(self._list)
        stops = (self._people, self._first, self._last, self._turn, self._replaces)
        for before, after in pairwise((*stops, self._preview, self._write, self._list)):
            self.setTabOrder(before, after)

    def _connect(self) -> None:
        for line in (self._first, self._last):
            line.textEdited.connect(self._forget)
        self._people.changed.connect(self._forget)
        self._turn.chosen.connect(self._forget)
        self._replaces.toggled.connect(self._forget)
        self._preview.clicked.connect(self._ask)
        self._write.clicked.connect(self._keep)
        self._cancel.clicked.connect(self.put_away)

    def _forget(self) -> None:
        """Put a plan away that is not the one of these words any more."""
        self._seen = None
        for widget in (self._summary, self._list, self._write):
            widget.hide()
        for field in self._fields.values():
            field.set_problem("")

    def _ask(self) -> None:
        try:
            pattern = self._pattern()
        except Refused as error:
            self.refuse(error)
        else:
            self.asked.emit(pattern)

    def _pattern(self) -> Pattern:
        assert self._desk is not None
        near = self._desk.monday
        return Pattern(
            people=self._people.values(),
            first=read_day(self._first.text(), near, "first"),
            last=read_day(self._last.text(), near, "last"),
            turn=Turn(str(self._turn.value())),
            replaces=self._replaces.isChecked(),
        )

    def _keep(self) -> None:
        if self._seen is not None:
            self.written.emit(*self._seen)


def _summary(plan: Plan) -> str:
    """Return what a plan would do in a line: “12 shifts to add. …”."""
    kept, removed = len(plan.kept), len(plan.removed)
    parts = (
        f"{_shifts(len(plan.new))} to add." if plan.new else "Nothing to add.",
        f"{_shifts(kept)} there stay{'s' * (kept == 1)}." if kept else "",
        f"⚠ {_shifts(removed)} there will be taken off." if removed else "",
    )
    return " ".join(filter(None, parts))


def _shifts(count: int) -> str:
    return f"{count} shift{'s' * (count != 1)}"


def _lines(plan: Plan, zone: ZoneInfo) -> Iterator[str]:
    parts = (("Add", plan.new), ("Stays", plan.kept), ("Take off", plan.removed))
    told = [(shift, what) for what, shifts in parts for shift in shifts]
    for shift, what in sorted(told, key=lambda pair: pair[0].starts_at):
        yield f"{what}: {_said(shift, zone)}"


def _said(shift: Shift, zone: ZoneInfo) -> str:
    return f"{period_said((shift.starts_at, shift.ends_at), zone)} · {shift.person}"
