"""Draws the cells of the log: two lines, a chip, or a person; a row reads as one strip."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from pressdesk.ui.kit import LOOK_ROLE, ChipLook
from pressdesk.ui.kit.paint import centred, chip_size, draw_avatar, draw_chip, draw_line
from pressdesk.ui.log.columns import Cell, Col
from pressdesk.ui.theme import Size, Theme, current

AnyIndex = QModelIndex | QPersistentModelIndex


def row_height(theme: Theme) -> int:
    """Return the height of every row, in pixels."""
    lines = _bold(theme, Col.ENQUIRY), theme.font(Size.SMALL)
    return sum(QFontMetrics(font).height() for font in lines) + theme.px(1.2)


class CellDelegate(QStyledItemDelegate):
    """Draws what a model hands out under LOOK_ROLE."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(0, row_height(current()))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        look, theme, column = index.data(LOOK_ROLE), current(), Col(index.column())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        _draw_ground(painter, theme, option, column)
        inner = option.rect.adjusted(theme.px(0.8), theme.px(0.5), -theme.px(0.5), -theme.px(0.5))
        if isinstance(look, Cell):
            _draw(painter, theme, inner, look, _bold(theme, column))
        painter.restore()


def _draw_ground(
    painter: QPainter, theme: Theme, option: QStyleOptionViewItem, column: Col
) -> None:
    box = option.rect
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    painter.fillRect(box, theme.colour("accent_soft" if selected else "surface"))
    painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("border"))
    if selected and column is Col.RECEIVED:
        edge = QRect(box.left(), box.top(), 3, box.height())
        edge = QStyle.visualRect(option.direction, box, edge)
        painter.fillRect(edge, theme.colour("accent"))


def _draw(painter: QPainter, theme: Theme, box: QRect, look: Cell, bold: QFont) -> None:
    if look.chip:
        _draw_chip(painter, theme, box, look.chip)
    elif look.person is not None:
        side = theme.px(2)
        draw_avatar(painter, theme, _placed(painter, box, QSize(side, side)), look.person)
    elif look.second:
        _draw_lines(painter, theme, box, look, bold)
    else:
        draw_line(painter, box, look.first, theme.font(), theme, look.role)


def _draw_lines(painter: QPainter, theme: Theme, box: QRect, look: Cell, bold: QFont) -> None:
    small = theme.font(Size.SMALL)
    top, below = QRect(box), QRect(box)
    top.setHeight(QFontMetrics(bold).height())
    below.setTop(box.bottom() + 1 - QFontMetrics(small).height())
    for mark in look.marks:
        step = _draw_chip(painter, theme, top, mark) + theme.px(0.5)
        if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            top.setRight(top.right() - step)
        else:
            top.setLeft(top.left() + step)
    draw_line(painter, top, look.first, bold, theme, look.role)
    draw_line(painter, below, look.second, small, theme, "text_muted")


def _draw_chip(painter: QPainter, theme: Theme, box: QRect, chip: ChipLook) -> int:
    size = chip_size(theme, chip)
    size.setWidth(min(size.width(), box.width()))
    draw_chip(painter, theme, _placed(painter, box, size), chip)
    return size.width()


def _placed(painter: QPainter, box: QRect, size: QSize) -> QRect:
    return QStyle.visualRect(painter.layoutDirection(), box, centred(box, size))


def _bold(theme: Theme, column: Col) -> QFont:
    strong = column is Col.ENQUIRY
    return theme.font(weight=QFont.Weight.DemiBold) if strong else theme.font()
