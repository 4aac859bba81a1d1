"""The list at the left of a page that shows one thing at a time: what it is, and a line beneath."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from pressdesk.ui.kit.paint import (
    ChipLook,
    centred,
    chip_size,
    draw_chip,
    draw_line,
    draw_ring,
)
from pressdesk.ui.kit.text import one_line
from pressdesk.ui.theme import Size, Theme, current

AnyIndex = QModelIndex | QPersistentModelIndex
_READABLE = 6.5  # em; what is left of a line beside a mark is drawn from here on


@dataclass(frozen=True)
class Entry:
    """One row: the ``id`` of what it stands for, its title, and a muted line beneath.

    ``mark`` is a state that stands before the line.
    """

    id: int
    title: str
    second: str = ""
    mark: ChipLook | None = None


class EntryList(QListView):
    """A list of entries, moved through with the keys.

    ``chosen`` carries the id of the row now current, however it became so; ``opened`` that of the
    row on which Enter was pressed or which was clicked twice; ``typed`` a letter or figure.
    ``most_lines`` is how many a title takes at most, and what stands beneath it without a mark.
    """

    most_lines = (2, 1)

    chosen = Signal(int)
    opened = Signal(int)
    typed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = _Entries(self)
        self.setAccessibleName(name)
        self.setModel(self._entries)
        self.setItemDelegate(_EntryDelegate(self))
        self.setProperty("rows", True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setWordWrap(True)  # so that another width, too, measures the rows anew
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMinimumWidth(current().px(12))
        self.doubleClicked.connect(self._open)

    def entries(self) -> tuple[Entry, ...]:
        """Return the rows."""
        return self._entries.rows

    def current_id(self) -> int | None:
        """Return what the current row stands for."""
        index = self.currentIndex()
        return self.entries()[index.row()].id if index.isValid() else None

    def set_entries(self, entries: Sequence[Entry], wanted: int | None = None) -> None:
        """Show ``entries``; the current one is ``wanted``, or stays, or is the first."""
        before = self.current_id() if wanted is None else wanted
        blocked = self.blockSignals(True)
        self._entries.show(entries)
        self.blockSignals(blocked)
        if not self.choose(before) and entries:
            self.choose(entries[0].id)

    def tell(self, entries: Sequence[Entry]) -> None:
        """Say anew what the same rows are, in the same order; nothing of the list moves."""
        self._entries.tell(entries)

    def choose(self, entry_id: int | None) -> bool:
        """Make the row of ``entry_id`` current; return whether there is one."""
        ids = [entry.id for entry in self.entries()]
        if entry_id not in ids:
            return False
        self.setCurrentIndex(self._entries.index(ids.index(entry_id)))
        return True

    @override
    def currentChanged(self, current_index: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current_index, previous)
        if current_index.isValid():
            self.chosen.emit(self.entries()[current_index.row()].id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif plain and event.text().isalnum():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.entries()[index.row()].id)


class _Entries(QAbstractListModel):
    rows: tuple[Entry, ...] = ()

    def show(self, rows: Sequence[Entry]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def tell(self, rows: Sequence[Entry]) -> None:
        before, self.rows = self.rows, tuple(rows)
        for place, (old, new) in enumerate(zip(before, self.rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))

    @override
    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return entry
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            mark = f"{entry.mark.text}. " if entry.mark else ""
            return one_line(f"{entry.title}. {mark}{entry.second}")
        return None


class _EntryDelegate(QStyledItemDelegate):
    """Draws a title and what stands beneath it, each of a few lines at most."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        theme, view = current(), self.parent()
        assert isinstance(view, EntryList)
        titles, seconds = self._lines(index, view.viewport().width() - theme.px(1.9))
        height = len(titles) * QFontMetrics(_bold(theme)).height() + theme.px(1.3)
        if seconds:
            height += len(seconds) * _second_height(theme) + theme.px(0.2)
        return QSize(0, height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        theme, entry = current(), index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setLayoutDirection(option.direction)
        _draw_ground(painter, theme, option)
        px = theme.px
        inner = option.rect.adjusted(px(1.1), px(0.65), -px(0.8), -px(0.65))
        titles, seconds = self._lines(index, inner.width())
        line = QRect(inner)
        line.setHeight(QFontMetrics(_bold(theme)).height())
        for words in titles:
            draw_line(painter, line, words, _bold(theme), theme, "text")
            line.translate(0, line.height())
        line.setTop(inner.bottom() + 1 - len(seconds) * _second_height(theme))
        line.setHeight(_second_height(theme))
        if entry.mark is not None:
            _draw_mark(painter, theme, line, entry.mark)
        if entry.mark is None or line.width() >= px(_READABLE):
            for words in seconds:
                draw_line(painter, line, words, theme.font(Size.SMALL), theme, "text_muted")
                line.translate(0, line.height())
        painter.restore()

    def _lines(self, index: AnyIndex, width: int) -> tuple[list[str], list[str]]:
        """Return the lines of the title and of what stands beneath it."""
        theme, view = current(), self.parent()
        assert isinstance(view, EntryList)
        entry: Entry = index.data(Qt.ItemDataRole.UserRole)
        most, beneath = view.most_lines
        titles = _broken(entry.title, _bold(theme), width, most)
        if not entry.second or entry.mark is not None:
            return titles, [entry.second] if entry.second or entry.mark else []
        return titles, _broken(entry.second, theme.font(Size.SMALL), width, beneath)


def _draw_ground(painter: QPainter, theme: Theme, option: QStyleOptionViewItem) -> None:
    box = option.rect
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    painter.fillRect(box, theme.colour("accent_soft" if selected else "surface"))
    painter.setPen(QPen(theme.colour("border"), 1))
    painter.drawLine(box.bottomLeft(), box.bottomRight())
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ring(painter, theme, box)
    elif selected:
        edge = QRect(box.left(), box.top(), 3, box.height())
        painter.fillRect(QStyle.visualRect(option.direction, box, edge), theme.colour("accent"))


def _draw_mark(painter: QPainter, theme: Theme, line: QRect, mark: ChipLook) -> None:
    """Draw a state at the start of ``line``, which then begins after it."""
    size = chip_size(theme, mark).boundedTo(QSize(line.width(), line.height() * 2))
    box = QStyle.visualRect(painter.layoutDirection(), line, centred(line, size))
    draw_chip(painter, theme, box, mark)
    taken = box.width() + theme.px(0.6)
    from_right = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    line.adjust(0 if from_right else taken, 0, -taken if from_right else 0, 0)


def _broken(text: str, font: QFont, width: int, most: int) -> list[str]:
    """Break words into at most so many lines; what does not fit is left to the ellipsis."""
    words = one_line(text)
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        starts.append(line.textStart())
    layout.endLayout()
    ends = [*starts[1:], len(words)]
    return [words[start:end] for start, end in zip(starts, ends, strict=True)] or [""]


def _second_height(theme: Theme) -> int:
    return QFontMetrics(theme.font(Size.SMALL)).height()


def _bold(theme: Theme) -> QFont:
    return theme.font(weight=QFont.Weight.DemiBold)
