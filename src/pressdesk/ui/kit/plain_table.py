"""A table of things already read: any number of rows, moved through and acted on by keys."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from pressdesk.ui.kit.text import one_line
from pressdesk.ui.theme import current

AnyIndex = QModelIndex | QPersistentModelIndex
_READABLE = 18  # em of the column that takes the rest
_AT_START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class TableColumn:
    """A column: its title, what it tells of a row, its width in em; None takes the rest.

    One that ``gives_way`` hides while that rest would be too narrow to be read.
    """

    title: str
    told: Callable[[Any], str]
    width: float | None = None
    gives_way: bool = False


class PlainTable(QTableView):
    """``opened`` carries the row on which Enter was pressed or which was clicked twice.

    ``typed`` carries a letter and whether Shift was held; ``moved`` the row now current.
    """

    opened = Signal(object)
    typed = Signal(str, bool)
    moved = Signal(object)

    def __init__(
        self, name: str, columns: Sequence[TableColumn], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = columns
        self._rows = _Rows(columns, self)
        self.setModel(self._rows)
        self.setAccessibleName(name)
        self._build()
        self.doubleClicked.connect(self._open)

    def rows(self) -> Sequence[Any]:
        """Return the rows."""
        return self._rows.rows

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show rows; the first is current when there is any."""
        self._rows.show(rows)
        if rows:
            self.setCurrentIndex(self._rows.index(0, 0))

    def current_row(self) -> Any:
        """Return the row now current; None for none."""
        index = self.currentIndex()
        return self._rows.rows[index.row()] if index.isValid() else None

    def look_again(self) -> None:
        """Tell the rows anew: what is told of them has changed."""
        self.viewport().update()

    @override
    def currentChanged(self, current_index: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current_index, previous)
        if current_index.isValid() and current_index.row() != previous.row():
            self.moved.emit(self._rows.rows[current_index.row()])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = Qt.KeyboardModifier.ShiftModifier
        plain = not event.modifiers() & ~shift
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self._open()
        elif plain and event.text().isalpha():
            self.typed.emit(event.text().upper(), bool(event.modifiers() & shift))
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and self._rows.rows:
            self.setCurrentIndex(self._rows.index(0, 0))
        super().focusInEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        px = current().px
        fixed = sum(px(column.width) for column in self._columns if column.width is not None)
        room = self.viewport().width() - fixed - px(_READABLE)
        for number, column in enumerate(self._columns):
            if column.gives_way:
                self.setColumnHidden(number, room < 0)
                room += px(column.width or 0) if room < 0 else 0

    def _build(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(current().px(2.1))
        head = self.horizontalHeader()
        head.setDefaultAlignment(_AT_START)
        head.setHighlightSections(False)
        head.setMinimumSectionSize(current().px(4))
        for number, column in enumerate(self._columns):
            if column.width is None:
                head.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
            else:
                head.resizeSection(number, current().px(column.width))

    @Slot()
    def _open(self) -> None:
        if (row := self.current_row()) is not None:
            self.opened.emit(row)


class _Rows(QAbstractTableModel):
    def __init__(self, columns: Sequence[TableColumn], parent: QWidget) -> None:
        super().__init__(parent)
        self._columns = columns
        self.rows: Sequence[Any] = ()

    def show(self, rows: Sequence[Any]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    @override
    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - as above
        return 0 if parent.isValid() else len(self._columns)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        shown = role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal
        return self._columns[section].title if shown else None

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return one_line(self._columns[index.column()].told(self.rows[index.row()]))
