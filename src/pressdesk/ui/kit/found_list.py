"""A list of things found, in groups, with the words that matched marked; driven from a line above.

The line keeps the keys: it calls :meth:`FoundList.step` and :meth:`FoundList.take`.
"""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget
from typing_extensions import override

from pressdesk.ui.kit.found_rows import FOUND_ROLE, FoundDelegate, FoundHeading, FoundRow
from pressdesk.ui.kit.text import one_line

AnyIndex = QModelIndex | QPersistentModelIndex
Row = FoundRow | FoundHeading


class FoundList(QListView):
    """Shows rows under their headings. ``chosen`` carries the value of the row that was taken."""

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = _Found(self)
        self.setObjectName("found")
        self.setAccessibleName(name)
        self.setModel(self._found)
        self.setItemDelegate(FoundDelegate(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._choose)

    def rows(self) -> tuple[Row, ...]:
        """Return the rows and headings."""
        return self._found.rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show rows; the first is current, or the one that stands for the same as before."""
        before = self.current()
        self._found.show(rows)
        kept = [n for n, row in enumerate(rows) if isinstance(row, FoundRow) and row == before]
        self._go([*kept, *self._places()][:1])
        self.updateGeometry()

    def renew_rows(self, rows: Sequence[Row]) -> None:
        """Show the same things in other words, as a countdown goes on; nothing moves."""
        if tuple(rows) != self.rows():
            self._found.renew(rows)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_in_sight()

    def current(self) -> FoundRow | None:
        """Return the row that Enter takes."""
        index = self.currentIndex()
        row = self.rows()[index.row()] if index.isValid() else None
        return row if isinstance(row, FoundRow) else None

    def step(self, by: int) -> None:
        """Move to another row; over the ends it stays."""
        places, here = self._places(), self.currentIndex().row()
        if not places:
            return
        at = places.index(here) if here in places else -1
        self._go([places[min(max(at + by, 0), len(places) - 1)]])

    def take(self) -> None:
        """Take the current row."""
        if (row := self.current()) is not None:
            self.chosen.emit(row.value)

    @override
    def sizeHint(self) -> QSize:
        """Ask for the room of all rows; the window gives what it has."""
        delegate, option = self.itemDelegate(), self._option()
        rows = (self._found.index(row) for row in range(self._found.rowCount()))
        height = sum(delegate.sizeHint(option, index).height() for index in rows)
        return QSize(super().sizeHint().width(), height + 2 * self.frameWidth())

    def _places(self) -> list[int]:
        return [n for n, row in enumerate(self.rows()) if isinstance(row, FoundRow)]

    def _go(self, places: Sequence[int]) -> None:
        self.setCurrentIndex(self._found.index(places[0]) if places else QModelIndex())
        self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        """Show the current row; of the first one its heading too."""
        index = self.currentIndex()
        if [index.row()] == self._places()[:1]:
            self.scrollToTop()
        elif index.isValid():
            self.scrollTo(index)

    def _option(self) -> QStyleOptionViewItem:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        return option

    def _choose(self, index: QModelIndex) -> None:
        row = self.rows()[index.row()]
        if isinstance(row, FoundRow):
            self.chosen.emit(row.value)


class _Found(QAbstractListModel):
    rows: tuple[Row, ...] = ()

    def show(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def renew(self, rows: Sequence[Row]) -> None:
        self.rows = tuple(rows)
        self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    @override
    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == FOUND_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return one_line(row.sentence())
        return None

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if isinstance(self.rows[index.row()], FoundHeading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
