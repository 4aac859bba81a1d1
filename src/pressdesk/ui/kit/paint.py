"""Drawing that widgets and list rows share: chips, avatars, focus rings."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen

from pressdesk.ui.kit.text import one_line
from pressdesk.ui.theme import Size, Theme

_SHAPES = {
    "overdue": "alert",
    "due_soon": "clock",
    "warning": "alert",
    "cleared": "check",
    "open": "dot",
    "out_of_hours": "moon",
    "held": "pause",
    "gap": "gap",
}


@dataclass(frozen=True)
class ChipLook:
    """A short state: its words, the role that colours it, and a shape beside the words.

    Roles are ``neutral``, ``accent``, ``overdue``, ``due_soon``, ``open``, ``held``, ``warning``,
    ``cleared``, ``gap`` and ``out_of_hours``; those that mean something bring their own shape.
    """

    text: str
    role: str = "neutral"
    icon: str = ""

    def shape(self) -> str:
        """Return the icon drawn beside the words, or an empty string."""
        return self.icon or _SHAPES.get(self.role, "")


def chip_size(theme: Theme, chip: ChipLook) -> QSize:
    """Return the room a chip needs to show all its words."""
    metrics = QFontMetrics(theme.font(Size.SMALL))
    shape = _shape_side(metrics) + theme.px(0.3) if chip.shape() else 0
    width = metrics.horizontalAdvance(one_line(chip.text)) + shape + theme.px(1.1)
    return QSize(width, metrics.height() + theme.px(0.25))


def draw_chip(painter: QPainter, theme: Theme, box: QRect, chip: ChipLook) -> None:
    """Draw ``chip`` into ``box``; words that do not fit end in an ellipsis."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(f"{chip.role}_soft"))
    painter.drawRoundedRect(box, 5, 5)
    inner = box.adjusted(theme.px(0.5), 0, -theme.px(0.5), 0)
    font = theme.font(Size.SMALL)
    metrics = QFontMetrics(font)
    if shape := chip.shape():
        side = _shape_side(metrics)
        mark = QRect(inner.left(), inner.center().y() - side // 2, side, side)
        step = side + theme.px(0.3)
        if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            mark.moveRight(inner.right())
            inner.setRight(inner.right() - step)
        else:
            inner.setLeft(inner.left() + step)
        theme.icon(shape, chip.role).paint(painter, mark)
    draw_line(painter, inner, chip.text, font, theme, chip.role)


def draw_line(  # noqa: PLR0913 - the painter's own call takes as many
    painter: QPainter, box: QRect, text: str, font: QFont, theme: Theme, role: str
) -> None:
    """Draw one line of words, shortened to fit, at the start side of ``box``."""
    painter.setFont(font)
    painter.setPen(theme.colour(role))
    shown = QFontMetrics(font).elidedText(
        one_line(text), Qt.TextElideMode.ElideRight, max(0, box.width())
    )
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
    painter.drawText(box, int(flags | Qt.TextFlag.TextSingleLine), shown)


def initials(name: str) -> str:
    """Return the first letters of the first and the last name; a dash for nobody."""
    words = [w for w in one_line(name).split() if w[0].isalnum()]
    if not words:
        return "–"
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


def draw_avatar(painter: QPainter, theme: Theme, box: QRect, name: str) -> None:
    """Draw the initials of ``name`` in a disc."""
    nobody = not name.strip()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("neutral_soft" if nobody else "avatar"))
    painter.drawEllipse(box)
    painter.setFont(theme.font(Size.CAPTION, QFont.Weight.DemiBold))
    painter.setPen(theme.colour("text_muted" if nobody else "avatar_text"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, initials(name))


def draw_ring(painter: QPainter, theme: Theme, box: QRect, role: str = "focus") -> None:
    """Draw the 2 px ring of the keyboard's place just inside ``box``."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour(role), 2))
    painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 7, 7)


def centred(box: QRect, size: QSize) -> QRect:
    """Return a rectangle of ``size`` at the left of ``box`` and in the middle of its height."""
    top = box.top() + (box.height() - size.height()) // 2
    return QRect(QPoint(box.left(), top), size)


def _shape_side(metrics: QFontMetrics) -> int:
    return round(metrics.ascent() * 0.95)
