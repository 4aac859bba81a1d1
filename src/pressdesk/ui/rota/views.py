"""The week and the month of the rota: one of them in sight, and what is current in it."""

from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from pressdesk.domain.rota import Shift
from pressdesk.services.rota import RotaSheet
from pressdesk.ui.kit.stack import Stack
from pressdesk.ui.rota.month import MonthGrid
from pressdesk.ui.rota.pieces import Piece
from pressdesk.ui.rota.week import WeekGrid


class Views(Stack):
    """``opened`` is the wish to open what is current, ``moved`` when something else is.

    What is wanted (a day, a shift, a gap) becomes current once a week shows it.
    """

    opened = Signal()
    moved = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.monthly = False
        self._sheet: RotaSheet | None = None
        self._at: date | None = None
        self._day: date | None = None
        self._shift = 0
        self._gap: datetime | None = None
        self.week, self.month = WeekGrid(), MonthGrid()
        self._scrolls = [self._scrolled(grid) for grid in (self.week, self.month)]
        for grid in (self.week, self.month):
            grid.opened.connect(self.opened)
            grid.moved.connect(self._on_moved)

    def show_sheet(self, sheet: RotaSheet, at: date, today: date) -> None:
        """Show a week, or the month that ``at`` lies in, as it is the turn of."""
        self._sheet, self._at = sheet, at
        if self.monthly:
            self.month.show_month(sheet, at, today)
        else:
            self._show_week(sheet, today)
        self._turn_to(self._scrolls[self.monthly])

    def focus_current(self) -> None:
        """Put the focus where the person was."""
        (self.month if self.monthly else self.week).focus_current()

    def want(self, *, day: date | None = None, shift: int = 0, gap: datetime | None = None) -> None:
        """Have a day, a shift or a gap be current when the week next shows it."""
        self._day, self._shift, self._gap = day or self._day, shift or self._shift, gap or self._gap

    def piece(self) -> Piece | None:
        """Return what is current in the week; None in a month."""
        return None if self.monthly else self.week.current_piece()

    def shift(self) -> Shift | None:
        """Return the shift that is current."""
        piece = self.piece()
        return piece.shift if piece else None

    def day(self) -> date:
        """Return the day that is current; something must have been shown."""
        if self.monthly:
            return self.month.current_day()
        day = self.week.current_day()
        assert self._at is not None
        return day.day if day else self._at

    def _show_week(self, sheet: RotaSheet, today: date) -> None:
        self.week.show_week(sheet, today)
        if self._day is not None:
            self.week.choose_day(self._day)
            self._day = None
        if self.week.choose_shift(self._shift):
            self._shift = 0
        if self._gap is not None:
            self.week.choose_gap(self._gap)
            self._gap = None

    def _turn_to(self, scroll: QScrollArea) -> None:
        """Put the week or the month in sight, and the focus with it when it was in the other."""
        if self.currentWidget() is not scroll:
            held = self.isAncestorOf(QApplication.focusWidget() or self)
            self.setCurrentWidget(scroll)
            if held:
                self.focus_current()

    def _on_moved(self) -> None:
        """Keep the current place in sight."""
        grid = self.month if self.monthly else self.week
        self._scrolls[self.monthly].ensureWidgetVisible(grid.current_spot())
        self.moved.emit()

    def _scrolled(self, grid: QWidget) -> QScrollArea:
        scroll = QScrollArea(self)
        scroll.setWidget(grid)
        scroll.setWidgetResizable(True)
        scroll.viewport().setAutoFillBackground(False)
        self.addWidget(scroll)
        return scroll
