"""One shift or gap in the week, and the head of a day: what can be moved to with the arrow keys."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from pressdesk.domain.said import MONTHS, WEEKDAYS, day_said
from pressdesk.services.rota import RotaDay
from pressdesk.ui.kit import one_line
from pressdesk.ui.kit.paint import draw_line, draw_ring
from pressdesk.ui.rota.pieces import Piece
from pressdesk.ui.theme import Size, Theme, current


class Spot(QAbstractButton):
    """A place in the week that takes the focus; the week moves it and hears its keys.

    ``reached`` when it got the focus, ``opened`` when it was clicked twice.
    """

    reached = Signal()
    opened = Signal()

    def __init__(self, day: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.day = day
        self._chosen = False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def set_chosen(self, chosen: bool) -> None:
        """Be the place that Tab leads to and that keys act on."""
        self._chosen = chosen
        policy = Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # a button would move the focus by its own order

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.reached.emit()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setLayoutDirection(self.layoutDirection())
            self.draw(painter, current())
            if self.hasFocus():
                draw_ring(painter, current(), self.rect())

    def draw(self, painter: QPainter, theme: Theme) -> None:
        """Draw what it stands for."""


class DayHead(Spot):
    """The date above its column, with the name of a bank holiday or closure beneath."""

    def __init__(self, number: int, day: RotaDay, today: bool, parent: QWidget) -> None:
        super().__init__(number, parent)
        self._day, self._today = day, today
        words = [day_said(day.day), "today" if today else "", day.note]
        self.setAccessibleName(", ".join(filter(None, words)))
        self.setToolTip(day.note)

    @override
    def draw(self, painter: QPainter, theme: Theme) -> None:
        day, px = self._day.day, theme.px
        short = f"{WEEKDAYS[day.weekday()][:3]} {day.day}"
        date = f"{short} {MONTHS[day.month - 1][:3]}"
        line = QRect(px(0.5), px(0.3), self.width() - px(0.8), px(1.5))
        bold, role = theme.font(weight=QFont.Weight.DemiBold), "accent" if self._today else "text"
        fits = QFontMetrics(bold).horizontalAdvance(date) <= line.width()
        draw_line(painter, line, date if fits else short, bold, theme, role)
        line.translate(0, line.height())
        below = " · ".join(filter(None, ("Today" if self._today else "", self._day.note)))
        role = "warning" if self._day.note else role
        draw_line(painter, line, below, theme.font(Size.CAPTION), theme, role)


class Block(Spot):
    """A shift, or a gap in red with a mark and words."""

    def __init__(self, piece: Piece, parent: QWidget) -> None:
        super().__init__(piece.day, parent)
        self.piece = piece
        self.setAccessibleName(piece.sentence)
        self.setToolTip(piece.sentence)
        shift = piece.shift is not None
        self.setAccessibleDescription(
            "Enter to change, Delete to remove" if shift else "Enter to fill it with a shift"
        )

    @override
    def draw(self, painter: QPainter, theme: Theme) -> None:
        role = "accent" if self.piece.shift else "gap"
        box = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        dashed = Qt.PenStyle.DashLine if self.piece.begun else Qt.PenStyle.SolidLine
        strength = 1.6 if self._chosen else 1
        border = role if self._chosen or not self.piece.shift else "border_strong"
        painter.setPen(QPen(theme.colour(border), strength, dashed))
        painter.setBrush(theme.colour(f"{role}_soft"))
        painter.drawRoundedRect(box, 6, 6)
        painter.fillRect(0, 6, 3, self.height() - 12, theme.colour(role))
        self._draw_words(painter, theme, role)

    def _draw_words(self, painter: QPainter, theme: Theme, role: str) -> None:
        bold, small = theme.font(Size.SMALL, QFont.Weight.DemiBold), theme.font(Size.SMALL)
        height = QFontMetrics(small).height()
        pad = max(1, min(theme.px(0.4), (self.height() - height) // 2))
        room = QRect(theme.px(0.6), pad, self.width() - theme.px(0.8), self.height() - pad)
        if not self.piece.shift:
            room = self._draw_mark(painter, theme, room, height)
        words = [word for word in self.piece.words if word]
        if room.height() < 2 * height:
            room.setHeight(height)
            draw_line(painter, room, " ".join(words[:2]), theme.font(Size.CAPTION), theme, role)
            return
        for number, text in enumerate(words):
            colour = ("text" if number == 0 else "text_muted") if self.piece.shift else role
            painter.setFont(small if number else bold)
            painter.setPen(theme.colour(colour))
            room.setTop(room.top() + _draw_wrapped(painter, room, text))

    def _draw_mark(self, painter: QPainter, theme: Theme, room: QRect, height: int) -> QRect:
        side = round(height * 0.85)
        mark = QRect(room.left(), room.top() + (height - side) // 2, side, side)
        theme.icon("gap", "gap").paint(painter, mark)
        return room.adjusted(side + theme.px(0.3), 0, 0, 0)


def _draw_wrapped(painter: QPainter, room: QRect, text: str) -> int:
    """Draw words on as many lines as they need and return the height used; none when too many."""
    flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading)
    words = one_line(text).replace("–", "–\u200b")  # a line may end after the dash
    needed = painter.boundingRect(room.adjusted(0, 0, 0, 9999), flags, words)
    if needed.height() > room.height():
        return room.height()
    painter.drawText(room, flags, words)
    return needed.height()
