"""The rota, by the week or the month: who is on duty, and in red where nobody is."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.hours import Period
from pressdesk.domain.local_time import edge, local_day
from pressdesk.domain.rota import WEEK, Shift
from pressdesk.services.office import Facts
from pressdesk.services.rota import RotaSheet
from pressdesk.ui.acts import FILE, TOOLS, VIEW, Act
from pressdesk.ui.exporting import Exporting, FileKind, Writing
from pressdesk.ui.kit import Chip, ChipLook, FlowLayout, KeyButton, Kind, PageHeader
from pressdesk.ui.page import Page
from pressdesk.ui.rota.changes import Changes
from pressdesk.ui.rota.days import monday_of, month_on, month_said, night_of, week_said
from pressdesk.ui.rota.forms import Forms
from pressdesk.ui.rota.pieces import summary
from pressdesk.ui.rota.shift_form import Desk
from pressdesk.ui.rota.views import Views
from pressdesk.ui.runner import Task
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Message, Tools

CALENDAR = FileKind("Export the rota as a calendar", "Calendars (*.ics)", "ics", "shift", "shifts")


@dataclass(frozen=True)
class _Shown:
    facts: Facts
    sheet: RotaSheet
    at: date


class RotaPage(Page):
    """A week or a month of shifts; everything by keys that stand on the buttons."""

    title = "Rota"
    icon = "rota"
    watches = frozenset({"shift", "hours", "special_day", "office", "staff"})

    def __init__(self, services: Services, tools: Tools) -> None:
        super().__init__(services, tools)
        self._at: date | None = None
        self._shown: _Shown | None = None
        self._whose = ""
        self._build()
        self._arrange()
        self._connect()

    @override
    def refresh(self) -> None:
        read = partial(_read, self.services, self._at, monthly=self._views.monthly)
        self.tools.runner.run(self, read, self._show, key="rota")

    @override
    def focus_first(self) -> None:
        self._views.focus_current()

    @override
    def acts(self) -> tuple[Act, ...]:
        return (
            Act(FILE, "Export the rota as a calendar…", self.export_all, "Ctrl+E"),
            Act(FILE, "Export this person’s shifts…", self.export_person, "Ctrl+Shift+E"),
            Act(VIEW, "Week or month before", self.go_back, "Alt+Left; [", apart=True),
            Act(VIEW, "Week or month after", self.go_on, "Alt+Right; ]"),
            Act(VIEW, "Today", self.go_to_today, "Home"),
            Act(VIEW, "Week or month", self.turn_view, "M"),
            Act(VIEW, "Next gap", self.go_to_gap, "G"),
            Act(TOOLS, "Add a shift", self.add_shift, "N", apart=True),
            Act(TOOLS, "Change the shift", self.open_current, "F2"),
            Act(TOOLS, "Swap the shift…", self.swap_shift, "S"),
            Act(TOOLS, "Cover the shift…", self.cover_shift, "C"),
            Act(TOOLS, "Remove the shift", self.remove_shift, "Delete"),
            Act(TOOLS, "Repeat pattern…", self.repeat_pattern, "R"),
            Act(TOOLS, "Copy last week’s shifts", self.copy_last_week, "Ctrl+D"),
            Act(TOOLS, "Undo the last change of the rota", self._changes.undo, "Ctrl+Z"),
        )

    def go_back(self) -> None:
        """Show the week or the month before."""
        self._go(-1)

    def go_on(self) -> None:
        """Show the week or the month after."""
        self._go(1)

    def go_to_today(self) -> None:
        """Show the week or the month that today is in."""
        self._at = None
        self.refresh()

    def turn_view(self) -> None:
        """Turn between the week and the month, staying at the same day."""
        if self._shown is not None:
            self._at = self._views.day()
            self._views.want(day=self._at)
            self._views.monthly = not self._views.monthly
            self.refresh()

    def go_to_gap(self) -> None:
        """Show the next time that nobody covers, after the place that is current."""
        if self._shown is not None:
            piece = self._views.piece()
            midnight = edge(self._views.day(), 0, self._shown.sheet.hours.zone)
            after = piece.period[0] if piece else max(midnight, self.tools.clock.now())
            work = partial(self.services.rota.next_gap, after)
            self.tools.runner.run(self, work, self._show_gap)

    def add_shift(self) -> None:
        """Open the form for a new shift, on the gap that is current or on its day's night."""
        if self._shown is not None:
            piece = self._views.piece()
            gap = piece.period if piece and not piece.shift else self._night()
            self._forms.open_shift(Shift(None, "", *gap, ""))

    def open_current(self) -> None:
        """Change the shift that is current, fill the gap that is; of a month, show the week."""
        if self._views.monthly:
            self.turn_view()
        elif shift := self._views.shift():
            self._forms.open_shift(shift)
        else:
            self.add_shift()

    def swap_shift(self) -> None:
        """Ask for the shift of somebody else that the current one is swapped with."""
        if shift := self._views.shift():
            self._forms.open_swap(shift)
        else:
            self._say_choose("swap")

    def cover_shift(self) -> None:
        """Ask who takes the current shift."""
        if shift := self._views.shift():
            self._forms.open_cover(shift)
        else:
            self._say_choose("cover")

    def remove_shift(self) -> None:
        """Take the current shift off the rota, and offer to put it back."""
        if shift := self._views.shift():
            self._changes.remove(shift)

    def repeat_pattern(self) -> None:
        """Open the form of a repeat pattern, from the week of the current day on."""
        if self._shown is not None:
            self._forms.open_pattern(monday_of(self._views.day()))

    def copy_last_week(self) -> None:
        """Repeat the shifts of the week before in the week of the current day."""
        if self._shown is not None:
            monday = monday_of(self._views.day())
            self._changes.copy_week(partial(self.services.rota.copy_last_week, monday))

    def export_all(self) -> None:
        """Ask for a file for everybody's shifts."""
        self._whose = ""
        self._exporting.ask()

    def export_person(self) -> None:
        """Ask for a file for the shifts of whoever has the current one, or of who is here."""
        shift = self._views.shift()
        self._whose = shift.person if shift else self.services.context.actor
        self._exporting.ask()

    def _build(self) -> None:
        self._changes = Changes(self.services, self.tools, self)
        self._exporting = Exporting(self.tools, self._file_name, self._writing, self, CALENDAR)
        self._header = PageHeader("Rota", parent=self)
        self._gaps = Chip("", "cleared", parent=self)
        self._doubles = Chip("", "warning", parent=self)
        self._doubles.hide()
        self._buttons = QWidget(self)
        self._forms = Forms(self.services, self.tools, self._changes, self._buttons, self)
        self._views = Views(self)

    def _arrange(self) -> None:
        px = current().px
        self._header.add_action(self._doubles)
        self._header.add_action(self._gaps)
        flow = FlowLayout(self._buttons, px(0.6))
        for button in self._make_buttons():
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(1.4), px(1.2), px(1.4), px(1))
        column.setSpacing(px(0.8))
        for widget in (self._header, self._forms, self._exporting.strip):
            column.addWidget(widget)
        column.addWidget(self._views, 1)

    def _make_buttons(self) -> list[KeyButton]:
        self._view = KeyButton("Month", key="M", parent=self, binds=False)
        rows = (
            ("Add shift", "N", self.add_shift),
            ("Swap", "S", self.swap_shift),
            ("Cover", "C", self.cover_shift),
            ("Repeat pattern", "R", self.repeat_pattern),
            ("Copy last week", "Ctrl+D", self.copy_last_week),
            ("Next gap", "G", self.go_to_gap),
            ("Before", "[", self.go_back),
            ("Today", "Home", self.go_to_today),
            ("After", "]", self.go_on),
        )
        made = []
        for words, key, act in rows:
            kind = Kind.PRIMARY if key == "N" else Kind.SECONDARY
            button = KeyButton(words, kind, key, self, binds=False)
            button.clicked.connect(act)
            made.append(button)
        self._view.clicked.connect(self.turn_view)
        return [*made, self._view]

    def _connect(self) -> None:
        self._views.opened.connect(self.open_current)
        self._views.moved.connect(self._follow)
        self._changes.done.connect(self._settle)
        self._forms.left.connect(self.focus_first)

    def _go(self, step: int) -> None:
        if self._shown is not None:
            day = self._at or self._views.day()
            self._at = month_on(day, step) if self._views.monthly else day + step * WEEK
            self.refresh()

    def _show(self, shown: _Shown) -> None:
        self._shown = shown
        sheet, facts = shown.sheet, shown.facts
        first = sheet.days[0].day
        line = facts.office.lines.out_of_hours
        self._forms.set_desk(Desk(facts.staff, line, sheet.hours.zone, monday_of(shown.at)))
        self._header.set_subtitle(month_said(shown.at) if self._views.monthly else week_said(first))
        self._view.set_words("Week" if self._views.monthly else "Month")
        self._show_summary(sheet)
        self._views.show_sheet(sheet, shown.at, facts.today)

    def _show_summary(self, sheet: RotaSheet) -> None:
        stretch = "month" if self._views.monthly else "week"
        gaps, doubles = summary(sheet)
        words = f"{gaps} this {stretch}" if gaps else f"No gaps this {stretch}"
        self._gaps.set_look(ChipLook(words, "gap" if gaps else "cleared"))
        self._doubles.set_look(ChipLook(doubles, "warning"))
        self._doubles.setVisible(bool(doubles))

    def _show_gap(self, gap: Period | None) -> None:
        if gap is None or self._shown is None:
            self.tools.navigator.say(Message("No gap in the coming 13 weeks."))
            return
        self._at = local_day(gap[0], self._shown.sheet.hours.zone)
        self._views.want(gap=gap[0])
        self._views.monthly = False
        self.refresh()

    def _settle(self, shift_id: int) -> None:
        self._views.want(shift=shift_id)
        self._forms.leave()
        self.refresh()

    def _follow(self) -> None:
        """Come back to the same day of a month."""
        if self._views.monthly:
            self._at = self._views.day()

    def _night(self) -> Period:
        assert self._shown is not None
        day = next(day for day in self._shown.sheet.days if day.day == self._views.day())
        return night_of(day, self._shown.sheet)

    def _say_choose(self, act: str) -> None:
        where = "Go to its week (M) and choose" if self._views.monthly else "Choose"
        self.tools.navigator.say(Message(f"{where} the shift to {act} first."))

    def _file_name(self) -> str:
        return f"Rota {self._whose}".strip()

    def _writing(self, path: Path) -> Writing:
        write = partial(self.services.rota.write_calendar, path, self._whose)

        def work(_task: Task) -> int:
            return write()

        return work


def _read(services: Services, at: date | None, *, monthly: bool) -> _Shown:
    facts = services.office.facts()
    at = at or facts.today
    sheet = services.rota.month(at) if monthly else services.rota.week(monday_of(at))
    return _Shown(facts, sheet, at)
