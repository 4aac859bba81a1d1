"""The month drawn: whole weeks of days, each with who begins duty, and where nobody is."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from pressdesk.domain.said import MONTHS, WEEKDAYS, day_said
from pressdesk.domain.spans import DAY_MINUTES
from pressdesk.services.rota import RotaDay, RotaSheet
from pressdesk.ui.kit.paint import draw_line
from pressdesk.ui.rota.block import Spot
from pressdesk.ui.rota.pieces import Piece, pieces
from pressdesk.ui.theme import Size, Theme, current

_LINE, _LEAST = 1.35, 4.8  # em: the height of a line and the least of a cell
_STEPS = {
    Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7,
}  # fmt: skip


@dataclass(frozen=True)
class Cell:
    """One day of the month: what begins or lasts all through it; a night is its start date's."""

    day: RotaDay
    told: tuple[Piece, ...]
    today: bool
    inside: bool

    @property
    def sentence(self) -> str:
        """Everything the cell says, for whoever cannot see it."""
        said = [day_said(self.day.day), "today" if self.today else "", self.day.note]
        return ". ".join([", ".join(filter(None, said)), *(p.sentence for p in self.told)])


class MonthGrid(QWidget):
    """Arrow keys go from day to day. ``opened`` when a day is to be looked at by itself."""

    opened = Signal()
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spots: list[DayCell] = []
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("The month")

    def show_month(self, sheet: RotaSheet, at: date, today: date) -> None:
        """Draw the weeks of a month and stand at a day of it."""
        focused = any(spot.hasFocus() for spot in self._spots)
        for spot in self._spots:
            spot.hide()
            spot.deleteLater()
        self._spots = [DayCell(n, cell, self) for n, cell in enumerate(_cells(sheet, at, today))]
        for spot in self._spots:
            spot.reached.connect(self._follow_click)
            spot.opened.connect(self._open_clicked)
            spot.show()
        self._lay_out()
        days = [day.day for day in sheet.days]
        self._choose(days.index(at))
        if focused:
            self.focus_current()
        self.update()

    def current_day(self) -> date:
        """Return the day that is stood at."""
        return self._spots[self._current].cell.day.day

    def focus_current(self) -> None:
        """Put the focus on the current day."""
        self.current_spot().setFocus(Qt.FocusReason.OtherFocusReason)

    def current_spot(self) -> QWidget:
        """Return the widget of the current day, to scroll to."""
        return self._spots[self._current] if self._spots else self

    @override
    def minimumSizeHint(self) -> QSize:
        px = current().px
        return QSize(px(7 * 5.2), px(_LEAST * max(1, len(self._spots) // 7)))

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif step is not None:
            if 0 <= self._current + step < len(self._spots):
                self._choose(self._current + step)
                self.focus_current()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        if self._spots:
            self.moved.emit()  # the current day may have left what is in sight

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()
            self._lay_out()

    def _follow_click(self) -> None:
        spot = self.sender()
        if isinstance(spot, DayCell):
            self._choose(spot.day)

    def _open_clicked(self) -> None:
        self._follow_click()
        self.opened.emit()

    def _choose(self, number: int) -> None:
        for spot in self._spots:
            spot.set_chosen(spot.day == number)
        self._current = number
        self.moved.emit()

    def _lay_out(self) -> None:
        weeks = max(1, len(self._spots) // 7)
        for spot in self._spots:
            row, column = divmod(spot.day, 7)
            left, right = (self.width() * n // 7 for n in (column, column + 1))
            top, bottom = (self.height() * n // weeks for n in (row, row + 1))
            spot.setGeometry(QRect(left, top, right - left, bottom - top).adjusted(2, 2, -2, -2))


class DayCell(Spot):
    """One day of the month."""

    def __init__(self, number: int, cell: Cell, parent: QWidget) -> None:
        super().__init__(number, parent)
        self.cell = cell
        self.setAccessibleName(cell.sentence)
        self.setAccessibleDescription("Enter to see its week")
        self.setToolTip(cell.sentence)

    @override
    def draw(self, painter: QPainter, theme: Theme) -> None:
        ground = "surface" if self.cell.inside else "ground"
        border = "accent" if self._chosen else "border"
        painter.setPen(QPen(theme.colour(border), 1.6 if self._chosen else 1))
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        line = QRect(theme.px(0.5), theme.px(0.25), self.width() - theme.px(0.9), theme.px(_LINE))
        self._draw_date(painter, theme, line)
        roomy = line.bottom() + 2 * len(self.cell.told) * line.height() <= self.height()
        for piece in self.cell.told:
            line.translate(0, line.height())
            box = line.adjusted(-theme.px(0.2), 1, 0, line.height() - 1 if roomy else -1)
            if box.bottom() > self.height():
                return
            self._draw_piece(painter, theme, box, piece)
            line.translate(0, line.height() if roomy else 0)

    def _draw_date(self, painter: QPainter, theme: Theme, line: QRect) -> None:
        day, note = self.cell.day.day, self.cell.day.note
        said = f"{WEEKDAYS[day.weekday()][:3]} {day.day}"
        words = f"{said} {MONTHS[day.month - 1][:3]}" if day.day == 1 else said
        words = " · ".join(filter(None, (words, "Today" if self.cell.today else "", note)))
        role = "accent" if self.cell.today else "text" if self.cell.inside else "text_muted"
        bold = theme.font(Size.SMALL, QFont.Weight.DemiBold)
        draw_line(painter, line, words, bold, theme, "warning" if note else role)

    def _draw_piece(self, painter: QPainter, theme: Theme, box: QRect, piece: Piece) -> None:
        """Draw who and when: one above the other, or in one line where that is all the room."""
        role = "text" if piece.shift else "gap"
        painter.fillRect(box, theme.colour("accent_soft" if piece.shift else "gap_soft"))
        who, when = piece.words[:2] if piece.shift else (f"⚠ {piece.words[0]}", piece.words[1])
        small, line = theme.font(Size.CAPTION), box.adjusted(theme.px(0.2), 0, 0, 0)
        if box.height() < theme.px(_LINE) + 1:
            draw_line(painter, line, f"{who}, {when}", small, theme, role)
            return
        line.setHeight(box.height() // 2)
        draw_line(painter, line, who, small, theme, role)
        line.translate(0, line.height())
        draw_line(painter, line, when, small, theme, "text_muted" if piece.shift else role)


def _cells(sheet: RotaSheet, at: date, today: date) -> list[Cell]:
    found = pieces(sheet)
    return [
        Cell(
            day,
            tuple(piece for piece in found if piece.day == number and _told(piece)),
            day.day == today,
            day.day.month == at.month,
        )
        for number, day in enumerate(sheet.days)
    ]


def _told(piece: Piece) -> bool:
    """Say whether a piece belongs to its day: it begins there, or lasts all through it."""
    return not piece.begun or (piece.top == 0 and piece.bottom == DAY_MINUTES)
