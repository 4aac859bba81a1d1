"""A line to type in, with what it finds beneath, over the window."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from pressdesk.ui.kit import GrowingLabel, Look
from pressdesk.ui.kit.found_list import FoundList, Row
from pressdesk.ui.theme import current

_WIDTH = 46  # em
_EDGE = 0.75  # em to the edges of the window
_OWN_KEYS = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class _Line(QLineEdit):
    """Keeps the keys that the finder answers to, which the window may have too."""

    @override
    def event(self, event: QEvent) -> bool:
        wished = event.type() == QEvent.Type.ShortcutOverride
        if wished and isinstance(event, QKeyEvent) and event.key() in _OWN_KEYS:
            event.accept()
            return True
        return super().event(event)


class Finder(QFrame):
    """Opens over its parent, narrows as one types, and gives the focus back when it is closed.

    ``typed`` carries the words, ``chosen`` the value of the row taken with Enter or a click,
    ``all_requested`` the words when Ctrl+Enter was pressed; ``shown`` when other rows stand in it;
    ``left`` when it is closed, however it came so.
    """

    typed = Signal(str)
    chosen = Signal(object)
    all_requested = Signal(str)
    shown = Signal()
    left = Signal()

    def __init__(self, name: str, hint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._back: QWidget | None = None
        self._awaited = self._entered = False
        self._top = self._from_right = 0
        self._build(name, hint)
        self._arrange()
        self._connect()
        parent.installEventFilter(self)
        self.hide()

    def open_at(self, corner: QPoint) -> None:
        """Open with the upper right corner at a place of the parent, as far as there is room."""
        if not self.isVisible():
            # Qt gives none while nothing has the focus, whatever its stubs say.
            self._back = self.window().focusWidget()
        self._top, self._from_right = corner.y(), self._room().width() - corner.x()
        self.show()
        self.raise_()
        self._settle()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        self.typed.emit(self.line.text())

    def open_in_the_middle(self, top: int) -> None:
        """Open in the middle of the parent, beneath ``top``."""
        self.open_at(QPoint((self._room().width() + current().px(_WIDTH)) // 2, top))

    def wait(self) -> None:
        """Take nothing until the next rows are shown: those in sight answer to other words."""
        self._awaited = True

    def show_rows(self, rows: Sequence[Row], said: str = "") -> None:
        """Show what was found, and a sentence above it."""
        self._awaited = False
        self.said.setText(said)
        self.said.setVisible(bool(said))
        self.list.set_rows(rows)
        self.list.setVisible(bool(rows))
        self._settle()
        self.shown.emit()
        if self._entered:
            self._enter()

    def leave(self) -> None:
        """Close, with the focus where it was before."""
        back = self._back
        self._entered = False
        # Before it is hidden: Qt would go on to the next line and select all that stands in it.
        if back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Escape:
                self.leave()
            case Qt.Key.Key_Down | Qt.Key.Key_Up as key:
                self.list.step(1 if key == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_PageDown | Qt.Key.Key_PageUp as key:
                self.list.step(5 if key == Qt.Key.Key_PageDown else -5)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if control:
                self.all_requested.emit(self.line.text())
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._enter()
            case _:
                super().keyPressEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.left.emit()

    def _enter(self) -> None:
        """Take the current row, or the first of the rows that are under way."""
        self._entered = self._awaited
        if not self._awaited:
            self.list.take()

    def _build(self, name: str, hint: str) -> None:
        self.setObjectName("finder")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(name)
        self.line = _Line(self)
        self.line.setPlaceholderText(name)
        self.line.setAccessibleName(name)
        self.said = GrowingLabel("", Look.SECONDARY, self)
        self.said.hide()
        self.list = FoundList(name, self)
        self._hint = GrowingLabel(hint, Look.SECONDARY, self)

    def _arrange(self) -> None:
        px = current().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(0.6), px(0.6), px(0.6), px(0.6))
        column.setSpacing(px(0.5))
        for label in (self.said, self._hint):
            label.setContentsMargins(px(1), 0, px(1), 0)  # in line with the words of the rows
        column.addWidget(self.line)
        column.addWidget(self.said)
        column.addWidget(self.list, 1)
        column.addWidget(self._hint)

    def _connect(self) -> None:
        self.line.textChanged.connect(self._retype)
        self.list.chosen.connect(self.chosen)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def _retype(self, words: str) -> None:
        self._entered = False
        self.typed.emit(words)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Close when the person works elsewhere in the window."""
        if self.isVisible() and now is not None and now is not self and not self.isAncestorOf(now):
            self.hide()

    def _room(self) -> QWidget:
        room = self.parentWidget()
        assert room is not None
        return room

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window as it is made larger or smaller."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._settle()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        """Take the room that the rows need, within the window."""
        room, edge, column = self._room(), current().px(_EDGE), self.layout()
        assert column is not None
        width = min(current().px(_WIDTH), room.width() - 2 * edge)
        right = room.width() - self._from_right
        left = min(max(right - width, edge), room.width() - edge - width)
        top = max(self._top, 0)
        self.resize(width, 1)
        column.activate()
        wanted = column.totalHeightForWidth(width)
        self.setGeometry(left, top, width, min(wanted, room.height() - top - edge))
