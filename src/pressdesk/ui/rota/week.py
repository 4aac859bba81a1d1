"""The week drawn: seven columns of 24 hours, opening as a calm band, blocks in their places."""

from datetime import date, datetime

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from pressdesk.domain.spans import DAY_MINUTES
from pressdesk.services.rota import RotaDay, RotaSheet
from pressdesk.ui.kit.paint import draw_line
from pressdesk.ui.rota.block import Block, DayHead, Spot
from pressdesk.ui.rota.pieces import Piece, minutes_into, pieces
from pressdesk.ui.theme import Size, Theme, current

_GUTTER, _HEAD = 3.2, 3.5  # em
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class WeekGrid(QWidget):
    """Arrow keys go from block to block and from day to day.

    ``opened`` when Enter was pressed (or the mouse clicked twice) on the current place,
    ``moved`` when another place became current.
    """

    opened = Signal()
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._week: RotaSheet | None = None
        self._spots: list[Spot] = []
        self._current: Spot | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("The week")

    def show_week(self, week: RotaSheet, today: date) -> None:
        """Draw a week; the current place stays where it was, as near as may be."""
        focused = any(spot.hasFocus() for spot in self._spots)
        wanted = self._place_kept(week, today)
        for spot in self._spots:
            spot.hide()
            spot.deleteLater()
        self._week, self._current = week, None
        self._spots = [*self._heads(week, today), *self._blocks(week)]
        self._lay_out()
        for spot in self._spots:
            spot.show()
        self._choose(self._nearest(*wanted))
        if focused:
            self.focus_current()
        self.update()

    def current_piece(self) -> Piece | None:
        """Return the shift or gap that keys act on; None on the head of a day."""
        return self._current.piece if isinstance(self._current, Block) else None

    def current_day(self) -> RotaDay | None:
        """Return the day that the current place is in; None before a week is shown."""
        return self._week.days[self._current.day] if self._week and self._current else None

    def focus_current(self) -> None:
        """Put the focus on the current place."""
        (self._current or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def current_spot(self) -> QWidget:
        """Return the widget of the current place, to scroll to."""
        return self._current or self

    def choose_shift(self, shift_id: int) -> bool:
        """Make the first piece of a shift current; return whether the week has it."""
        for spot in self._spots:
            if isinstance(spot, Block) and spot.piece.shift and spot.piece.shift.id == shift_id:
                self._choose(spot)
                return True
        return False

    def choose_gap(self, start: datetime) -> None:
        """Make the gap that starts at an instant current, where the week has it."""
        for spot in self._spots:
            if isinstance(spot, Block) and not spot.piece.shift and spot.piece.period[0] == start:
                self._choose(spot)
                return

    def choose_day(self, day: date) -> None:
        """Make the night of a day current, where the week has the day."""
        assert self._week is not None
        for number, shown in enumerate(self._week.days):
            if shown.day == day:
                self._choose(self._nearest(number, DAY_MINUTES))

    @override
    def minimumSizeHint(self) -> QSize:
        px = current().px
        return QSize(px(_GUTTER + 7 * 5.2), px(_HEAD + 24))

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._go_to_day(_STEPS[key])
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._go_along(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()
            self._lay_out()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._week is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_ground(painter, current())

    def _heads(self, week: RotaSheet, today: date) -> list[Spot]:
        return [
            self._connected(DayHead(number, day, day.day == today, self))
            for number, day in enumerate(week.days)
        ]

    def _blocks(self, week: RotaSheet) -> list[Spot]:
        return [self._connected(Block(piece, self)) for piece in pieces(week)]

    def _connected(self, spot: Spot) -> Spot:
        spot.reached.connect(self._follow_click)
        spot.opened.connect(self._open_clicked)
        return spot

    def _follow_click(self) -> None:
        spot = self.sender()
        if isinstance(spot, Spot):
            self._choose(spot)

    def _open_clicked(self) -> None:
        self._follow_click()
        self.opened.emit()

    def _place_kept(self, week: RotaSheet, today: date) -> tuple[int, int]:
        """Return the day and the minute to stand at: as before, or else where today is."""
        if self._current is not None:
            piece = self.current_piece()
            return self._current.day, piece.top if piece else -1
        return next((n for n, day in enumerate(week.days) if day.day == today), 0), DAY_MINUTES

    def _choose(self, spot: Spot) -> None:
        held = self._current is not None and self._current.hasFocus()
        if self._current is not None:
            self._current.set_chosen(False)
        self._current = spot
        spot.set_chosen(True)
        if held:
            self.focus_current()
        self.moved.emit()

    def _order(self) -> list[Spot]:
        """Return the places in reading order: each day's head, then its blocks."""
        return sorted(self._spots, key=lambda spot: spot.day)

    def _nearest(self, day: int, minute: int) -> Spot:
        spots = [spot for spot in self._spots if spot.day == day]
        return min(spots, key=lambda spot: abs(_top(spot) - minute))

    def _go_to_day(self, step: int) -> None:
        if self._current and 0 <= (day := self._current.day + step) < 7:
            self._choose(self._nearest(day, _top(self._current)))
            self.focus_current()

    def _go_along(self, step: int) -> None:
        order = self._order()
        if self._current and 0 <= (place := order.index(self._current) + step) < len(order):
            self._choose(order[place])
            self.focus_current()

    def _column(self, day: int) -> QRect:
        px = current().px
        width = (self.width() - px(_GUTTER)) / 7
        left = px(_GUTTER) + round(day * width)
        right = px(_GUTTER) + round((day + 1) * width)
        return QRect(left, px(_HEAD), right - left, self.height() - px(_HEAD))

    def _lay_out(self) -> None:
        px = current().px
        for spot in self._spots:
            column = self._column(spot.day)
            if isinstance(spot, Block):
                spot.setGeometry(self._block_box(spot.piece, column.adjusted(3, 0, -3, 0)))
            else:
                spot.setGeometry(column.left(), 0, column.width(), px(_HEAD) - 1)

    def _block_box(self, piece: Piece, column: QRect) -> QRect:
        minute = column.height() / DAY_MINUTES
        least = current().px(1.5)
        height = max(least, round((piece.bottom - piece.top) * minute) - 2)
        top = min(round(piece.top * minute) + 1, column.height() - height)
        width = column.width() // piece.lanes
        left = column.left() + piece.lane * width
        return QRect(left, column.top() + top, width - 2 * (piece.lanes > 1), height)

    def _draw_ground(self, painter: QPainter, theme: Theme) -> None:
        assert self._week is not None
        body = self._column(0).united(self._column(6))
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(QRectF(body).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        for number, day in enumerate(self._week.days):
            self._draw_opening(painter, theme, self._column(number), day)
        self._draw_hours(painter, theme, body)
        painter.setPen(QPen(theme.colour("border"), 1))
        for number in range(1, 7):
            left = self._column(number).left()
            painter.drawLine(left, body.top(), left, body.bottom())

    def _draw_opening(self, painter: QPainter, theme: Theme, column: QRect, day: RotaDay) -> None:
        assert self._week is not None
        zone, minute = self._week.hours.zone, column.height() / DAY_MINUTES
        for start, end in day.open:
            top = column.top() + round(minutes_into(start, day, zone) * minute)
            bottom = column.top() + round(minutes_into(end, day, zone) * minute)
            band = QRect(column.left() + 1, top, column.width() - 1, bottom - top)
            painter.fillRect(band, theme.colour("open_soft"))
            line = band.adjusted(theme.px(0.9), 0, -theme.px(0.3), 0)
            draw_line(painter, line, "Office open", theme.font(Size.CAPTION), theme, "open")

    def _draw_hours(self, painter: QPainter, theme: Theme, body: QRect) -> None:
        font = theme.font(Size.CAPTION)
        for hour in range(3, 24, 3):
            y = body.top() + round(body.height() * hour / 24)
            painter.setPen(QPen(theme.colour("border"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(body.left(), y, body.right(), y)
            label = QRect(0, y - theme.px(0.7), body.left() - theme.px(0.3), theme.px(1.4))
            draw_line(painter, label, f"{hour:02}:00", font, theme, "text_muted")


def _top(spot: Spot) -> int:
    """Return the minute at which a place stands; the head of a day is above midnight."""
    return spot.piece.top if isinstance(spot, Block) else -1
