"""Rows of the desk and the log: when, what, who, and how it stands, drawn alike everywhere.

A model hands out a :class:`RowLook` or a :class:`HeadingLook` under :data:`LOOK_ROLE`.
``RowDelegate(view)`` dresses a list for them.
"""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from pressdesk.ui.kit.paint import (
    ChipLook,
    centred,
    chip_size,
    draw_avatar,
    draw_chip,
    draw_line,
    draw_ring,
)
from pressdesk.ui.theme import Size, Theme, current

LOOK_ROLE = Qt.ItemDataRole.UserRole + 100
"""The role under which a model hands out how a row looks."""

AnyIndex = QModelIndex | QPersistentModelIndex
_NARROW = 46.0  # em; below it the chips stand beneath the words instead of beside them
_WHEN = 7.2  # em; room for "2 h 10 min" and "Wed 12:00"
_COLUMNS = (8.6, 11.6)  # em; the columns of the first chip and of those that follow


@dataclass(frozen=True)
class RowLook:
    """Everything a row shows. ``owner`` is a person's name, empty for nobody.

    ``first`` and ``last`` round the corners of a group, so that it reads as one card. ``marks``
    are warnings that stand before the subject.
    """

    when: str
    subject: str
    second: str = ""
    chips: tuple[ChipLook, ...] = ()
    owner: str = ""
    when_role: str = "text"
    first: bool = False
    last: bool = False
    marks: tuple[ChipLook, ...] = ()

    def sentence(self) -> str:
        """Return the row in words, for screen readers."""
        states = ", ".join(chip.text for chip in self.chips)
        marks = ", ".join(mark.text for mark in self.marks)
        parts = (self.when, marks, self.subject, self.second, states, self.owner or "nobody's yet")
        return ". ".join(part for part in parts if part)


@dataclass(frozen=True)
class HeadingLook:
    """The caption above a group of rows."""

    text: str

    def sentence(self) -> str:
        """Return the caption as it is read aloud."""
        return self.text


class RowDelegate(QStyledItemDelegate):
    """Draws rows and headings; the height follows the text, the width decides where chips go."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        view.setItemDelegate(self)
        view.setProperty("rows", True)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        theme, look = current(), index.data(LOOK_ROLE)
        if isinstance(look, HeadingLook):
            return QSize(0, QFontMetrics(_caption(theme)).height() + theme.px(1.5))
        height = _words_height(theme) + theme.px(1.6)
        if _is_narrow(theme, option.rect.width()) and look is not None and look.chips:
            height += chip_size(theme, look.chips[0]).height() + theme.px(0.4)
        return QSize(0, height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        look = index.data(LOOK_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        if isinstance(look, HeadingLook):
            _draw_heading(painter, current(), option.rect, look)
        elif isinstance(look, RowLook):
            _Row(painter, current(), option, look).draw()
        painter.restore()


@dataclass(frozen=True)
class _Row:
    """One row being drawn; ``place`` turns rectangles round for right-to-left windows."""

    painter: QPainter
    theme: Theme
    option: QStyleOptionViewItem
    look: RowLook

    def draw(self) -> None:
        self._draw_ground()
        px, box = self.theme.px, self.option.rect
        inner = box.adjusted(px(1), px(0.7), -px(1), -px(0.7))
        when = QRect(inner.left(), inner.top(), px(_WHEN), inner.height())
        side = px(2)
        avatar = centred(QRect(inner.right() - side, inner.top(), side, inner.height()), _sq(side))
        words = QRect(when.right(), inner.top(), avatar.left() - px(1) - when.right(), 0)
        words.setHeight(_words_height(self.theme))
        if _is_narrow(self.theme, box.width()):
            self._draw_chips_beneath(words, inner)
        else:
            words = self._draw_chips_beside(words, inner)
        bold = self.theme.font(weight=QFont.Weight.DemiBold)
        draw_line(
            self.painter, self._place(when), self.look.when, bold, self.theme, self.look.when_role
        )
        self._draw_words(words, bold)
        draw_avatar(self.painter, self.theme, self._place(avatar), self.look.owner)

    def _draw_ground(self) -> None:
        painter, theme, box = self.painter, self.theme, self.option.rect
        selected = bool(self.option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent_soft" if selected else "surface"))
        painter.setClipRect(box)
        radius = 8
        grown = box.adjusted(
            0, 0 if self.look.first else -radius, 0, 0 if self.look.last else radius
        )
        painter.drawRoundedRect(grown, radius, radius)
        if not self.look.last:
            painter.setPen(QPen(theme.colour("border"), 1))
            painter.drawLine(box.bottomLeft(), box.bottomRight())
        if selected:
            top, end = radius * self.look.first, radius * self.look.last
            edge = QRect(box.left(), box.top() + top, 3, box.height() - top - end)
            painter.fillRect(self._place(edge), theme.colour("accent"))
        painter.setClipping(False)
        if self.option.state & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, theme, box)

    def _draw_words(self, words: QRect, bold: QFont) -> None:
        top = QRect(words)
        top.setHeight(QFontMetrics(bold).height())
        small = self.theme.font(Size.SMALL)
        below = QRect(words)
        below.setTop(words.bottom() + 1 - QFontMetrics(small).height())
        for mark in self.look.marks:
            top.setLeft(top.left() + self._draw_chip(top, mark) + self.theme.px(0.5))
        draw_line(self.painter, self._place(top), self.look.subject, bold, self.theme, "text")
        draw_line(
            self.painter, self._place(below), self.look.second, small, self.theme, "text_muted"
        )

    def _draw_chips_beside(self, words: QRect, inner: QRect) -> QRect:
        """Draw the chips in columns at the end side and return the room left for the words."""
        widths = [_COLUMNS[min(n, len(_COLUMNS) - 1)] for n in range(len(self.look.chips))]
        left = words.right() - sum(map(self.theme.px, widths))
        words = QRect(words.left(), 0, left - self.theme.px(1) - words.left(), words.height())
        words.moveTop(inner.top() + (inner.height() - words.height()) // 2)
        for chip, width in zip(self.look.chips, map(self.theme.px, widths), strict=True):
            self._draw_chip(QRect(left, inner.top(), width, inner.height()), chip)
            left += width
        return words

    def _draw_chips_beneath(self, words: QRect, inner: QRect) -> None:
        left, top = words.left(), words.bottom() + self.theme.px(0.4)
        for chip in self.look.chips:
            room = QRect(left, top, words.right() - left, inner.bottom() + 1 - top)
            left += self._draw_chip(room, chip) + self.theme.px(0.4)

    def _draw_chip(self, column: QRect, chip: ChipLook) -> int:
        gap = self.theme.px(0.5)
        size = chip_size(self.theme, chip)
        size.setWidth(min(size.width(), column.width() - gap))
        if size.width() > gap * 2:
            draw_chip(self.painter, self.theme, self._place(centred(column, size)), chip)
        return size.width()

    def _place(self, box: QRect) -> QRect:
        return QStyle.visualRect(self.option.direction, self.option.rect, box)


def _draw_heading(painter: QPainter, theme: Theme, box: QRect, look: HeadingLook) -> None:
    font = _caption(theme)
    line = box.adjusted(0, box.height() - QFontMetrics(font).height() - theme.px(0.5), 0, 0)
    line.setHeight(QFontMetrics(font).height())
    draw_line(painter, line, look.text.upper(), font, theme, "text_muted")


def _caption(theme: Theme) -> QFont:
    return theme.font(Size.CAPTION, QFont.Weight.DemiBold)


def _words_height(theme: Theme) -> int:
    bold = QFontMetrics(theme.font(weight=QFont.Weight.DemiBold))
    return bold.height() + QFontMetrics(theme.font(Size.SMALL)).height() + theme.px(0.2)


def _is_narrow(theme: Theme, width: int) -> bool:
    return 0 < width < theme.px(_NARROW)


def _sq(side: int) -> QSize:
    return QSize(side, side)
