"""The forms of the rota, one at a time, in the place of the page's buttons."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.bootstrap import Services
from pressdesk.domain.rota import Shift
from pressdesk.domain.rota_pattern import Pattern, Plan
from pressdesk.domain.rota_warnings import period_said
from pressdesk.ui.kit import Inline
from pressdesk.ui.rota.changes import Changes
from pressdesk.ui.rota.pattern_form import PatternForm
from pressdesk.ui.rota.shift_form import Desk, ShiftForm
from pressdesk.ui.rota.stand_in_form import StandInForm
from pressdesk.ui.tools import Tools

AROUND = timedelta(weeks=8)
"""How far from a shift another may lie to be proposed for a swap."""


@dataclass(frozen=True)
class _Swap:
    shift: Shift
    others: tuple[Shift, ...]


class Forms(QWidget):
    """``left`` when the form is closed, with or without saving."""

    left = Signal()

    def __init__(
        self, services: Services, tools: Tools, changes: Changes, buttons: QWidget, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._services, self._tools, self._changes = services, tools, changes
        self._buttons = buttons
        self._desk: Desk | None = None
        self._build()
        self._connect()

    def set_desk(self, desk: Desk) -> None:
        """Propose these people from now on; what is typed stays."""
        self._desk = desk
        self.shift.set_desk(desk)

    def open_shift(self, shift: Shift) -> None:
        """Show the form of a shift, a new one or one to change."""
        self._open(self.shift)
        self.shift.open_shift(shift)

    def open_cover(self, shift: Shift) -> None:
        """Ask who takes a shift."""
        assert self._desk is not None
        staff = (person for person in self._desk.staff if person.active)
        names = [(person.name, person.name) for person in staff if person.name != shift.person]
        self._open(self.cover)
        self.cover.open_shift(shift, f"Who covers {self._said(shift)}?", names)

    def open_swap(self, shift: Shift) -> None:
        """Ask which shift of somebody else a shift is swapped with."""
        work = partial(_swap, self._services, shift, self._tools.clock.now())
        self._tools.runner.run(self, work, self._show_swap, key="swap")

    def open_pattern(self, first: date) -> None:
        """Show the form of a repeat pattern from a day on."""
        assert self._desk is not None
        self._open(self.pattern)
        self.pattern.open_from(self._desk, first)

    def leave(self) -> None:
        """Close the form that is open."""
        for form in self._all:
            form.hide()
        self._buttons.show()
        self.left.emit()

    def _build(self) -> None:
        self.shift = ShiftForm(self)
        self.cover = StandInForm("&Covered by", "Cover", self)
        self.swap = StandInForm("&Swapped with", "Swap", self)
        self.pattern = PatternForm(self)
        self._all: tuple[Inline, ...] = (self.shift, self.cover, self.swap, self.pattern)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._buttons, *self._all):
            column.addWidget(widget)

    def _connect(self) -> None:
        for form in (self.shift, self.cover, self.swap, self.pattern):
            form.left.connect(self.leave)
        self.shift.kept.connect(self._keep)
        self.cover.chosen.connect(self._cover)
        self.swap.chosen.connect(self._swap)
        self.pattern.asked.connect(self._plan)
        self.pattern.written.connect(self._write)

    def _open(self, form: Inline) -> None:
        for other in self._all:
            if other is not form:
                other.hide()
        self._buttons.hide()

    def _show_swap(self, swap: _Swap) -> None:
        self._open(self.swap)
        choices = [(self._said(other), other) for other in swap.others]
        self.swap.open_shift(swap.shift, f"Swap {self._said(swap.shift)} with which?", choices)

    def _said(self, shift: Shift) -> str:
        assert self._desk is not None
        return f"{shift.person}, {period_said((shift.starts_at, shift.ends_at), self._desk.zone)}"

    def _keep(self, shift: Shift) -> None:
        self._changes.keep(shift, self.shift.refuse)

    def _cover(self, shift: Shift, person: object) -> None:
        self._changes.cover(shift, person, self.cover.refuse)

    def _swap(self, first: Shift, second: object) -> None:
        self._changes.swap(first, second, self.swap.refuse)

    def _plan(self, pattern: Pattern) -> None:
        work = partial(_planned, self._services, pattern)
        self._tools.runner.run(self, work, self._show_plan, self.pattern.refuse, key="plan")

    def _show_plan(self, planned: tuple[Pattern, Plan]) -> None:
        self.pattern.show_plan(*planned)

    def _write(self, pattern: Pattern, plan: Plan) -> None:
        self._changes.write(pattern, plan, self.pattern.refuse)


def _planned(services: Services, pattern: Pattern) -> tuple[Pattern, Plan]:
    return pattern, services.rota.plan(pattern)


def _swap(services: Services, shift: Shift, now: datetime) -> _Swap:
    """Return a shift with those of others around it that are not over, the nearest first."""
    view = services.rota.between(max(shift.starts_at - AROUND, now), shift.ends_at + AROUND)
    others = (other for other in view.shifts if other.person != shift.person)
    near = sorted(others, key=lambda other: abs(other.starts_at - shift.starts_at))
    return _Swap(shift, tuple(near))
