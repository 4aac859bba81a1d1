"""How the rows of a list of things found look: a title, a line beneath, and a word at the end."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from pressdesk.ui.kit.paint import draw_line
from pressdesk.ui.kit.text import one_line
from pressdesk.ui.theme import Size, Theme, current

FOUND_ROLE = Qt.ItemDataRole.UserRole + 101
AnyIndex = QModelIndex | QPersistentModelIndex
Span = tuple[int, int]
_ASIDE = 0.4  # the most of the width that the words at the end may take


@dataclass(frozen=True)
class FoundRow:
    """Something found. ``aside`` stands at the end: a state with a date, a key.

    The spans are the words that matched, in order and apart. ``value`` is what it stands for.
    """

    title: str
    second: str = ""
    aside: str = ""
    value: object = None
    title_spans: tuple[Span, ...] = ()
    second_spans: tuple[Span, ...] = ()

    def sentence(self) -> str:
        """Return the row in words, for screen readers."""
        return ". ".join(filter(None, (self.title, self.aside, self.second)))


@dataclass(frozen=True)
class FoundHeading:
    """The caption above a group, with how many there are."""

    text: str
    aside: str = ""

    def sentence(self) -> str:
        """Return the caption as it is read aloud."""
        return f"{self.text}, {self.aside}" if self.aside else self.text


class FoundDelegate(QStyledItemDelegate):
    """Draws them; the height follows the text."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        theme, row = current(), index.data(FOUND_ROLE)
        if isinstance(row, FoundHeading):
            return QSize(0, _height(_caption(theme)) + theme.px(1.1))
        second = _height(theme.font(Size.SMALL)) + theme.px(0.15) if row.second else 0
        return QSize(0, _height(_bold(theme)) + second + theme.px(0.8))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        theme, row = current(), index.data(FOUND_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        if isinstance(row, FoundHeading):
            _draw_heading(painter, theme, option.rect, row)
        else:
            _draw_row(painter, theme, option, row)
        painter.restore()


def _draw_heading(painter: QPainter, theme: Theme, box: QRect, row: FoundHeading) -> None:
    font = _caption(theme)
    line = box.adjusted(theme.px(1), 0, -theme.px(1), -theme.px(0.3))
    line.setTop(line.bottom() + 1 - _height(font))
    words = row.text.upper() + (f" · {row.aside}" if row.aside else "")
    draw_line(painter, line, words, font, theme, "text_muted")


def _draw_row(painter: QPainter, theme: Theme, option: QStyleOptionViewItem, row: FoundRow) -> None:
    box, px = option.rect, theme.px
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(box, theme.colour("accent_soft"))
        edge = QRect(box.left(), box.top(), 3, box.height())
        painter.fillRect(QStyle.visualRect(option.direction, box, edge), theme.colour("accent"))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(box, theme.colour("hover"))
    inner = box.adjusted(px(1), px(0.4), -px(1), -px(0.4))
    bold, small = _bold(theme), theme.font(Size.SMALL)
    top = QRect(inner.left(), inner.top(), inner.width(), _height(bold))
    wanted = QFontMetrics(small).horizontalAdvance(one_line(row.aside)) + px(0.3)
    if row.aside:
        aside = min(wanted, round(top.width() * _ASIDE))
        end = QRect(top.right() + 1 - aside, top.top(), aside, top.height())
        place = QStyle.visualRect(option.direction, inner, end)
        draw_line(painter, place, row.aside, small, theme, "text_muted")
        top.setWidth(top.width() - aside - px(1))
    place = QStyle.visualRect(option.direction, inner, top)
    _Marked(theme, bold, "text").draw(painter, place, row.title, row.title_spans)
    if row.second:
        below = QRect(inner.left(), 0, inner.width(), _height(small))
        below.moveBottom(inner.bottom())
        _Marked(theme, small, "text_muted").draw(painter, below, row.second, row.second_spans)


@dataclass(frozen=True)
class _Marked:
    """One line of words, shortened to fit, with some of them marked in yellow and underlined."""

    theme: Theme
    font: QFont
    role: str

    def draw(self, painter: QPainter, box: QRect, text: str, spans: Sequence[Span]) -> None:
        metrics = QFontMetrics(self.font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, box.width()))
        layout = QTextLayout(shown, self.font)
        layout.setFormats([self._format(*span) for span in spans if span[1] <= len(shown)])
        layout.beginLayout()
        line = layout.createLine()
        if line.isValid():
            line.setLineWidth(box.width())
        layout.endLayout()
        painter.setPen(self.theme.colour(self.role))
        layout.draw(painter, QPointF(box.topLeft()))

    def _format(self, begin: int, end: int) -> QTextLayout.FormatRange:
        marked, look = QTextLayout.FormatRange(), QTextCharFormat()
        look.setBackground(self.theme.colour("match"))
        look.setForeground(self.theme.colour("match_text"))
        look.setFontUnderline(True)
        marked.start, marked.length, marked.format = begin, end - begin, look
        return marked


def _height(font: QFont) -> int:
    return QFontMetrics(font).height()


def _bold(theme: Theme) -> QFont:
    return theme.font(weight=QFont.Weight.DemiBold)


def _caption(theme: Theme) -> QFont:
    return theme.font(Size.CAPTION, QFont.Weight.DemiBold)
