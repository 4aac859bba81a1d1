"""The search box as it stands in the banner: a press, or its key, opens the search over it."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from pressdesk.ui.kit.paint import draw_line, draw_ring
from pressdesk.ui.theme import Size, current

SEARCH_KEY = "Ctrl+K"
_WORDS = "Search everything…"


class SearchBox(QPushButton):
    """Looks like a line to type in, with the key that leads to it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoDefault(True)  # Enter presses it too
        self.setAccessibleName("Search everything")
        self.setToolTip(f"Search enquiries, releases and contacts ({SEARCH_KEY})")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setMinimumWidth(current().px(7))
        self.setMaximumWidth(current().px(22))

    def words(self) -> str:
        """Return what stands in it: the key too where there is room for both."""
        room = self.width() - current().px(2)
        fits = self.fontMetrics().horizontalAdvance(f"{_WORDS}   {_key()}") <= room
        return f"{_WORDS}   {_key()}" if fits else _WORDS

    @override
    def sizeHint(self) -> QSize:
        """Ask for no more than the least: what is left over makes it wider."""
        height = QFontMetrics(current().font()).height() + current().px(0.9) + 2
        return QSize(self.minimumWidth(), height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        box, edge = self.rect(), theme.px(0.8)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setLayoutDirection(self.layoutDirection())
            painter.setPen(QPen(theme.colour("border_strong"), 1))
            painter.setBrush(theme.colour("hover" if self.underMouse() else "surface"))
            painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
            inner = box.adjusted(edge, 0, -edge, 0)
            if self.words() != _WORDS:
                small = theme.font(Size.CAPTION)
                width = QFontMetrics(small).horizontalAdvance(_key())
                end = QRect(inner.right() + 1 - width, inner.top(), width, inner.height())
                draw_line(painter, end, _key(), small, theme, "text_muted")
            draw_line(painter, inner, _WORDS, theme.font(), theme, "text_muted")
            if self.hasFocus():
                draw_ring(painter, theme, box)


def _key() -> str:
    return SEARCH_KEY.replace("+", " ")
