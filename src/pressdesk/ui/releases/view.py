"""The typeset release on screen: read, selected, and copied as plain words."""

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QTextBrowser, QWidget
from typing_extensions import override

from pressdesk.domain.releases import ReleaseParts
from pressdesk.ui.held import NOT_HELD, Held
from pressdesk.ui.releases.passages import Passage, PassageKind
from pressdesk.ui.releases.typeset import MEASURE, Typesetter
from pressdesk.ui.theme import current


class ReleaseView(QTextBrowser):
    """Shows one release in a column of a readable measure.

    It opens no link and loads nothing, whatever the text says. ``typed`` carries a letter or
    figure, for the keys that copy. While ``held`` says so nothing can be copied or dragged out of
    it: ``copy_wished`` carries the words that were to be.
    """

    typed = Signal(str)
    copy_wished = Signal(str)
    held: Held = NOT_HELD
    passages: tuple[Passage, ...] = ()
    _shown: tuple[ReleaseParts, str] | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Release")
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setMinimumWidth(current().px(18))
        self._set_margins()

    def show_parts(self, parts: ReleaseParts, source: str = "") -> None:
        """Typeset a release and stand at its beginning."""
        self._shown = parts, source
        setter = Typesetter(self.document(), current())
        setter.set(parts, source)
        self.passages = tuple(setter.passages)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def of_kind(self, kind: PassageKind) -> list[Passage]:
        """Return the passages of one kind, in order."""
        return [passage for passage in self.passages if passage.kind is kind]

    def select(self, passage: Passage) -> None:
        """Select a passage, so that it is seen which one was copied."""
        cursor = QTextCursor(self.document().findBlockByNumber(passage.first))
        last = self.document().findBlockByNumber(passage.last)
        end = last.position() + last.length() - 1
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Load nothing: no picture, no style sheet, from no file and no server."""
        return None

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy plain words, which take the look of the letter they are pasted into."""
        copied = QMimeData()
        if not self.held():
            copied.setText(self._selected())
        elif QGuiApplication.mouseButtons():  # dragged; a selection alone asks nothing
            self.copy_wished.emit(self._selected())
        return copied

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Keep the usual menu away from embargoed words; the key copies them, after it asked."""
        if not self.held():
            super().contextMenuEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) and self.held():
            self.copy_wished.emit(self._selected())
            return
        modified = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.text().isalnum() and modified == Qt.KeyboardModifier.NoModifier:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Set the type again when the theme or the text size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._shown is not None:
            self.show_parts(*self._shown)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_margins()
        super().resizeEvent(event)  # lays the text out, for which the margins must stand

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(0, -self.verticalScrollBar().value())
            for passage in self.passages:
                if passage.kind is PassageKind.QUOTE:
                    self._draw_rule(painter, passage)
                elif passage.kind is PassageKind.CONTACT:
                    self._draw_card(painter, passage)

    def _selected(self) -> str:
        return self.textCursor().selection().toPlainText()

    def _set_margins(self) -> None:
        """Keep the lines short enough to read, however wide the window is."""
        theme, bar = current(), self.verticalScrollBar().sizeHint().width()
        side = max(theme.px(1.2), (self.width() - bar - theme.px(MEASURE)) // 2)
        if self.viewportMargins().left() != side:
            self.setViewportMargins(side, theme.px(0.6), side, 0)

    def _draw_rule(self, painter: QPainter, passage: Passage) -> None:
        box, width = self._box(passage), current().px(0.25)
        left = box.right() - width if self._from_right(passage) else box.left()
        painter.fillRect(QRectF(left, box.top(), width, box.height()), current().colour("accent"))

    def _draw_card(self, painter: QPainter, passage: Passage) -> None:
        theme = current()
        gap = theme.px(0.5)
        painter.setPen(QPen(theme.colour("border_strong"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self._box(passage).adjusted(0.5, -gap, -0.5, gap), 8, 8)

    def _box(self, passage: Passage) -> QRectF:
        layout, inset = self.document().documentLayout(), self.document().documentMargin()
        first = layout.blockBoundingRect(self._block(passage.first))
        last = layout.blockBoundingRect(self._block(passage.last))
        width = self.viewport().width() - 2 * inset
        return QRectF(inset, first.top(), width, last.bottom() - first.top())

    def _block(self, number: int) -> QTextBlock:
        return self.document().findBlockByNumber(number)

    def _from_right(self, passage: Passage) -> bool:
        return self._block(passage.first).textDirection() == Qt.LayoutDirection.RightToLeft
