"""One figure of a report; pressed, it opens the enquiries that it counts."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from pressdesk.domain.report_words import value_said
from pressdesk.domain.reports import Figure
from pressdesk.ui.kit.paint import draw_line, draw_ring
from pressdesk.ui.theme import Size, Theme, current

_NOTHING = "–"
_LEAST_NOTES = 2


class FigureTile(QAbstractButton):
    """Its title, its value, and notes beneath; of nothing, a dash."""

    figure: Figure

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes: tuple[str, ...] = ()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)

    def show_figure(self, figure: Figure, notes: tuple[str, ...]) -> None:
        """Show a figure with its notes."""
        self.figure, self._notes = figure, notes
        self.setAccessibleName(", ".join(words for words, _, _ in self._lines(current())))
        self.setAccessibleDescription(figure.says)
        self.setToolTip(figure.says)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        theme = current()
        small = QFontMetrics(theme.font(Size.SMALL)).height()
        value = QFontMetrics(_bold(theme)).height()
        rows = 1 + max(len(self._notes), _LEAST_NOTES)
        return QSize(theme.px(8), value + rows * small + theme.px(1.2))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as Space, and let arrows pass by the button's own way of moving."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setLayoutDirection(self.layoutDirection())
            if self.underMouse():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("hover"))
                painter.drawRoundedRect(self.rect(), 8, 8)
            top = theme.px(0.6)
            for words, font, role in self._lines(theme):
                height = QFontMetrics(font).height()
                box = QRect(theme.px(0.6), top, self.width() - theme.px(0.9), height)
                draw_line(painter, box, words, font, theme, role)
                top += height
            if self.hasFocus():
                draw_ring(painter, theme, self.rect())

    def _lines(self, theme: Theme) -> Iterator[tuple[str, QFont, str]]:
        small = theme.font(Size.SMALL)
        yield self.figure.title, small, "text_muted"
        yield value_said(self.figure.value, self.figure.unit) or _NOTHING, _bold(theme), "text"
        for note in self._notes:
            yield note, small, "text_muted"


def _bold(theme: Theme) -> QFont:
    return theme.font(Size.HEADLINE, QFont.Weight.DemiBold)
