"""A chart on screen: drawn beside the window, its bars reached by hand, arrows and Enter."""

from dataclasses import astuple
from functools import partial

from PySide6.QtCore import QByteArray, QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from pressdesk.domain.reports import Form, Table
from pressdesk.export.charts.drawing import Drawing, draw, height_of
from pressdesk.export.charts.heat import Week
from pressdesk.export.charts.look import Look
from pressdesk.ui.kit.paint import draw_ring
from pressdesk.ui.reports.behind import Place, place_said
from pressdesk.ui.runner import Runner, Task
from pressdesk.ui.theme import current

_LEAST = 200  # pixels; narrower nothing is drawn
_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class ChartView(QWidget):
    """One stop of the Tab key. ``opened`` carries the row and the value that were chosen."""

    opened = Signal(int, int)

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._table: Table | None = None
        self._week: Week = ()
        self._asked: object = None
        self._drawing: Drawing | None = None
        self._picture = QPixmap()
        self._waiting = False
        self._boxes: dict[Place, QRectF] = {}
        self._at: Place = (0, 0)
        self._hovered: Place | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_table(self, table: Table, week: Week) -> None:
        """Draw a table; the drawing before it stands until the new one is there."""
        if (table, week) == (self._table, self._week):
            return
        if self._table is None or len(table.rows) != len(self._table.rows):
            self._at = (0, 0)
        self._table, self._week = table, week
        self.setAccessibleName(f"{table.title}. {table.says}")
        self.updateGeometry()
        self.update()

    def is_drawn(self) -> bool:
        """Say whether what is to be seen stands there."""
        return self._drawing is not None and not self._waiting

    @override
    def sizeHint(self) -> QSize:
        height = height_of(self._table, _look()) if self._table else 0
        return QSize(_LEAST, round(height))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self.updateGeometry()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._place_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._said(place) if place else "", self)
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if plain and key in _STEPS:
            self._step(*_STEPS[key])
        elif plain and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._open()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._place_at(event.position()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self._at = place
            self._open()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._ask()
        if self._drawing is None:
            return
        at = self._boxes.get(self._at) if self.hasFocus() else None
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawPixmap(0, 0, self._painted())
            if self._hovered in self._boxes:
                box = self._boxes[self._hovered].toAlignedRect()
                draw_ring(painter, current(), box, "border_strong")
            if at is not None:
                self._draw_focus(painter, at.toAlignedRect())

    def _ask(self) -> None:
        """Have drawn what the present look and width ask for; asked as it comes into sight."""
        if self._table is None or self.width() < _LEAST:
            return
        asked = (self._table, _look(), float(self.width()), self._week)
        if asked != self._asked:
            self._asked, self._waiting = asked, True
            work = partial(_draw, *asked)
            self._runner.run_long(self, work, self._take, key="drawing")

    def _draw_focus(self, painter: QPainter, box: QRect) -> None:
        """Draw a ring; on a shaded cell another within it, one of which stands out."""
        if self._table is not None and self._table.form is Form.HEAT:
            draw_ring(painter, current(), box.adjusted(2, 2, -2, -2), "surface")
        draw_ring(painter, current(), box)

    def _take(self, drawing: Drawing) -> None:
        self._drawing, self._picture, self._waiting = drawing, QPixmap(), False
        self._boxes = {(mark.row, mark.value): QRectF(*astuple(mark.box)) for mark in drawing.marks}
        self.update()

    def _painted(self) -> QPixmap:
        """Return the drawing as a picture as fine as the screen, kept until the next drawing."""
        assert self._drawing is not None
        ratio = self.devicePixelRatioF()
        if self._picture.isNull() or self._picture.devicePixelRatio() != ratio:
            size = QRectF(0, 0, self._drawing.width, self._drawing.height)
            self._picture = QPixmap((size.size() * ratio).toSize())
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            with QPainter(self._picture) as painter:
                QSvgRenderer(QByteArray(self._drawing.svg)).render(painter, size)
        return self._picture

    def _step(self, down: int, across: int) -> None:
        if self._table is None:
            return
        row, value = self._at
        if self._table.form is Form.HEAT:
            value = min(max(value + across, 0), len(self._table.rows[0].values) - 1)
        else:
            down += across
        self._at = (min(max(row + down, 0), len(self._table.rows) - 1), value)
        self._tell()
        self.update()

    def _open(self) -> None:
        if self._table is not None:
            self.opened.emit(*self._at)
        self.update()

    def _hover(self, place: Place | None) -> None:
        if place != self._hovered:
            self._hovered = place
            shape = Qt.CursorShape.PointingHandCursor if place else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def _place_at(self, point: QPointF) -> Place | None:
        return next((place for place, box in self._boxes.items() if box.contains(point)), None)

    def _said(self, place: Place) -> str:
        return place_said(self._table, place) if self._table else ""

    def _tell(self) -> None:
        """Say the current bar to assistive technology."""
        self.setAccessibleDescription(self._said(self._at))
        event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(event)


def _look() -> Look:
    theme = current()
    return Look(theme.colours, theme.px(1))


def _draw(table: Table, look: Look, width: float, week: Week, _task: Task) -> Drawing:
    return draw(table, look, width, week)
