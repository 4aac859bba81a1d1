"""The pill that says whether the office is open, by its words, its shape and its colour."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from pressdesk.ui.kit.paint import draw_line
from pressdesk.ui.theme import Theme, current

_OPEN = ("Office open", "dot", "open_mark", "open", "open_soft")
_CLOSED = (
    *("Out of hours", "moon", "out_of_hours_mark"),
    *("out_of_hours_panel_text", "out_of_hours_panel"),
)


class StatePill(QWidget):
    """Nothing until it is told; then ``Office open`` or ``Out of hours``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._is_open: bool | None = None

    def set_open(self, is_open: bool) -> None:
        """Say how the office stands."""
        if is_open != self._is_open:
            self._is_open = is_open
            self.setAccessibleName(self.text())
            self.update()

    def text(self) -> str:
        """Return the words it shows."""
        if self._is_open is None:
            return ""
        return (_OPEN if self._is_open else _CLOSED)[0]

    @override
    def sizeHint(self) -> QSize:
        theme = current()
        metrics = QFontMetrics(_font(theme))
        widest = max(metrics.horizontalAdvance(look[0]) for look in (_OPEN, _CLOSED))
        return QSize(widest + theme.px(3.3), metrics.height() + theme.px(1.5))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._is_open is None:
            return
        words, shape, mark, text, ground = _OPEN if self._is_open else _CLOSED
        theme, box = current(), self.rect()
        side = theme.px(1.1)
        spot = QRect(theme.px(0.9), (box.height() - side) // 2, side, side)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(ground))
            painter.drawRoundedRect(box, 8, 8)
            theme.icon(shape, mark).paint(painter, spot)
            room = box.adjusted(spot.right() + theme.px(0.5), 0, 0, 0)
            draw_line(painter, room, words, _font(theme), theme, text)


def _font(theme: Theme) -> QFont:
    return theme.font(weight=QFont.Weight.DemiBold)
