"""The rota, a week at a time: who is on duty, and in red where nobody is."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.hours import Period
from pressdesk.domain.local_time import edge
from pressdesk.domain.rota import WEEK, Shift
from pressdesk.domain.said import MONTHS, day_said
from pressdesk.services.office import Facts
from pressdesk.services.rota import RotaDay, RotaWeek
from pressdesk.ui.acts import TOOLS, VIEW, Act
from pressdesk.ui.kit import Chip, ChipLook, FlowLayout, KeyButton, Kind, PageHeader
from pressdesk.ui.page import Page
from pressdesk.ui.rota.pieces import summary
from pressdesk.ui.rota.shift_form import Desk, ShiftForm
from pressdesk.ui.rota.week import WeekGrid
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Message, Tools

EVENING, MORNING = 17 * 60, 9 * 60  # minutes after midnight, for a day without opening


@dataclass(frozen=True)
class _Shown:
    facts: Facts
    week: RotaWeek


class RotaPage(Page):
    """One week of shifts; everything by keys that stand on the buttons."""

    title = "Rota"
    icon = "rota"
    watches = frozenset({"shift", "hours", "special_day", "office", "staff"})

    def __init__(self, services: Services, tools: Tools) -> None:
        super().__init__(services, tools)
        self._monday: date | None = None
        self._shown: _Shown | None = None
        self._wanted_shift = 0
        self._undo: Callable[[], object] | None = None
        self._build()
        self._arrange()
        self._connect()

    @override
    def refresh(self) -> None:
        read = partial(_read, self.services, self._monday)
        self.tools.runner.run(self, read, self._show, key="week")

    @override
    def focus_first(self) -> None:
        self._grid.focus_current()

    @override
    def acts(self) -> tuple[Act, ...]:
        return (
            Act(VIEW, "Week before", self.go_back, "Alt+Left; [", apart=True),
            Act(VIEW, "Week after", self.go_on, "Alt+Right; ]"),
            Act(VIEW, "This week", self.go_to_this_week, "Home"),
            Act(TOOLS, "Add a shift", self.add_shift, "N", apart=True),
            Act(TOOLS, "Change the shift", self.open_current, "F2"),
            Act(TOOLS, "Remove the shift", self.remove_shift, "Delete"),
            Act(TOOLS, "Copy last week’s shifts", self.copy_last_week, "Ctrl+D"),
            Act(TOOLS, "Undo the last change of the rota", self.undo, "Ctrl+Z"),
        )

    def go_back(self) -> None:
        """Show the week before."""
        self._go(-WEEK)

    def go_on(self) -> None:
        """Show the week after."""
        self._go(WEEK)

    def go_to_this_week(self) -> None:
        """Show the week that today is in."""
        self._monday = None
        self.refresh()

    def add_shift(self) -> None:
        """Open the form for a new shift, on the gap that is current or on its day's night."""
        if self._shown is None:
            return
        piece, day = self._grid.current_piece(), self._grid.current_day()
        assert day is not None
        gap = piece.period if piece and not piece.shift else _night(day, self._shown.week)
        self._open_form(Shift(None, "", *gap, ""))

    def open_current(self) -> None:
        """Change the shift that is current; fill the gap that is."""
        piece = self._grid.current_piece()
        if piece and piece.shift:
            self._open_form(piece.shift)
        else:
            self.add_shift()

    def remove_shift(self) -> None:
        """Take the current shift off the rota, and offer to put it back."""
        piece = self._grid.current_piece()
        if piece and piece.shift and piece.shift.id:
            work = partial(self._remove, piece.shift)
            self.tools.runner.run(self, work, self._say_removed)

    def copy_last_week(self) -> None:
        """Repeat the shifts of the week before in the week shown."""
        if self._shown is not None:
            work = partial(self.services.rota.copy_last_week, self._shown.week.days[0].day)
            self.tools.runner.run(self, work, self._say_copied)

    def undo(self) -> None:
        """Take back the last removal or copying."""
        if self._undo is not None:
            work, self._undo = self._undo, None
            self.tools.runner.run(self, work, self._say_undone)

    def _build(self) -> None:
        self._header = PageHeader("Rota", parent=self)
        self._gaps = Chip("No gaps this week", "cleared", parent=self)
        self._doubles = Chip("", "warning", parent=self)
        self._doubles.hide()
        self._add = KeyButton("Add shift", Kind.PRIMARY, "N", self, binds=False)
        self._before = KeyButton("Week before", key="[", parent=self, binds=False)
        self._this = KeyButton("This week", key="Home", parent=self, binds=False)
        self._after = KeyButton("Week after", key="]", parent=self, binds=False)
        self._copy = KeyButton("Copy last week", key="Ctrl+D", parent=self, binds=False)
        self._copy.setToolTip(
            "Fill this week with the shifts of the week before, at the same times"
        )
        self._buttons = QWidget(self)
        self._form = ShiftForm(self)
        self._grid = WeekGrid()
        self._scroll = QScrollArea(self)
        self._scroll.setWidget(self._grid)
        self._scroll.setWidgetResizable(True)
        self._scroll.viewport().setAutoFillBackground(False)

    def _arrange(self) -> None:
        px = current().px
        self._header.add_action(self._doubles)
        self._header.add_action(self._gaps)
        flow = FlowLayout(self._buttons, px(0.6))
        for button in (self._add, self._before, self._this, self._after, self._copy):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(1.4), px(1.2), px(1.4), px(1))
        column.setSpacing(px(0.8))
        for widget in (self._header, self._buttons, self._form):
            column.addWidget(widget)
        column.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        self._add.clicked.connect(self.add_shift)
        self._before.clicked.connect(self.go_back)
        self._this.clicked.connect(self.go_to_this_week)
        self._after.clicked.connect(self.go_on)
        self._copy.clicked.connect(self.copy_last_week)
        self._grid.opened.connect(self.open_current)
        self._form.kept.connect(self._keep)
        self._form.left.connect(self._close_form)
        self._grid.moved.connect(self._follow)

    def _go(self, step: timedelta) -> None:
        if self._shown is not None:
            self._monday = (self._monday or self._shown.week.days[0].day) + step
            self.refresh()

    def _show(self, shown: _Shown) -> None:
        self._shown = shown
        week, facts = shown.week, shown.facts
        first = week.days[0].day
        line = facts.office.lines.out_of_hours
        self._form.set_desk(Desk(facts.staff, line, week.hours.zone, first))
        self._header.set_subtitle(_week_said(first))
        gaps, doubles = summary(week)
        self._gaps.set_look(ChipLook(gaps or "No gaps this week", "gap" if gaps else "cleared"))
        self._doubles.set_look(ChipLook(doubles, "warning"))
        self._doubles.setVisible(bool(doubles))
        self._grid.show_week(week, facts.today)
        if self._grid.choose_shift(self._wanted_shift):
            self._wanted_shift = 0

    def _keep(self, shift: Shift) -> None:
        work = partial(self.services.rota.save, shift)
        self.tools.runner.run(self, work, self._kept, self._form.refuse)

    def _kept(self, shift_id: int) -> None:
        self._wanted_shift = shift_id
        self._close_form()

    def _open_form(self, shift: Shift) -> None:
        self._buttons.hide()  # the form stands in their place
        self._form.open_shift(shift)

    def _close_form(self) -> None:
        self._form.hide()
        self._buttons.show()
        self._grid.focus_current()

    def _follow(self) -> None:
        self._scroll.ensureWidgetVisible(self._grid.current_spot())

    def _remove(self, shift: Shift) -> Shift:
        assert shift.id is not None
        self.services.rota.remove(shift.id)
        return shift

    def _say_removed(self, shift: Shift) -> None:
        self._undo = partial(self.services.rota.save, replace(shift, id=None))
        self._say(f"{shift.person}’s shift is off the rota.", "Put it back")

    def _say_copied(self, ids: tuple[int, ...]) -> None:
        self._undo = partial(self.services.rota.remove_all, ids)
        count = f"{len(ids)} shifts are" if len(ids) > 1 else "One shift is"
        self._say(f"{count} copied from the week before.", "Take them off again")

    def _say_undone(self, _done: object) -> None:
        self.tools.navigator.say(Message("Taken back. The rota is as it was."))

    def _say(self, sentence: str, action: str) -> None:
        self.tools.navigator.say(Message(sentence, action=f"{action} (Ctrl Z)", act=self.undo))


def _read(services: Services, monday: date | None) -> _Shown:
    facts = services.office.facts()
    monday = monday or facts.today - timedelta(days=facts.today.weekday())
    return _Shown(facts, services.rota.week(monday))


def _night(day: RotaDay, week: RotaWeek) -> Period:
    """Return the night of a day: from its closing, or its evening, to the next opening."""
    zone = week.hours.zone
    start = day.open[-1][1] if day.open else edge(day.day, EVENING, zone)
    opening = week.hours.next_opening(start)
    if opening is None or opening - start > WEEK:
        opening = edge(day.day + timedelta(days=1), MORNING, zone)
    return start, opening


def _week_said(monday: date) -> str:
    sunday = monday + timedelta(days=6)
    month = "" if monday.month == sunday.month else f" {MONTHS[monday.month - 1]}"
    return f"Monday {monday.day}{month} to {day_said(sunday)}"
