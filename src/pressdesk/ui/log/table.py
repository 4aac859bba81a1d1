"""The table of the log: any number of rows, of which it says which are in sight."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from pressdesk.domain.enquiries import Sort
from pressdesk.ui.log.cells import CellDelegate, row_height
from pressdesk.ui.log.columns import GIVES_WAY, LEAST_ENQUIRY, ORDERS, WIDTHS, Col
from pressdesk.ui.log.model import LogModel
from pressdesk.ui.theme import current

AnyIndex = QModelIndex | QPersistentModelIndex
_AHEAD = 40  # rows beyond the edge of the window that are read as well


class LogTable(QTableView):
    """``moved`` carries the row the person went to, ``opened`` the one to open.

    ``sort_requested`` carries the :class:`Sort` whose head was clicked.
    """

    moved = Signal(int)
    opened = Signal(int)
    sort_requested = Signal(object)

    def __init__(self, model: LogModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._log, self._sort = model, Sort.NEWEST
        self.setModel(model)
        self._build()
        self._connect()
        self.dress()

    def stay_at(self, row: int) -> None:
        """Go to where the enquiry at hand stands now; what is in sight moves with it."""
        step = row - self.currentIndex().row()
        bar, scrolled = self.verticalScrollBar(), self.verticalScrollBar().value()
        self.go_to(row)
        bar.setValue(scrolled + step * row_height(current()) if scrolled else 0)

    def go_to(self, row: int) -> None:
        """Make a row current without telling; -1 for none."""
        quiet = self.blockSignals(True)
        index = self._log.index(row, Col.ENQUIRY) if row >= 0 else QModelIndex()
        self.setCurrentIndex(index)
        self.blockSignals(quiet)
        self.viewport().update()

    def show_sort(self, sort: Sort | None) -> None:
        """Mark the head of the column that orders the rows; None for no column."""
        self._sort = sort or Sort.NEWEST
        head = self.horizontalHeader()
        head.setSortIndicatorShown(sort is not None)
        order = Qt.SortOrder
        way = order.DescendingOrder if self._sort is Sort.NEWEST else order.AscendingOrder
        head.setSortIndicator(ORDERS[self._sort][0] if sort else -1, way)

    @Slot()
    def dress(self) -> None:
        """Set the sizes that follow from the size of the text."""
        self.verticalHeader().setDefaultSectionSize(row_height(current()))
        for column, width in WIDTHS.items():
            self.horizontalHeader().resizeSection(column, current().px(width))
        self._make_room()

    @Slot()
    def tell_in_sight(self) -> None:
        """Tell the model which rows are in sight, and a few beyond."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        last = last if last >= 0 else self._log.rowCount() - 1
        self._log.want(range(max(0, first - _AHEAD), min(last + 1 + _AHEAD, self._log.rowCount())))

    @override
    def currentChanged(self, current_index: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current_index, previous)
        if current_index.isValid() and current_index.row() != previous.row():
            self.moved.emit(current_index.row())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Do nothing: Qt would look through a million rows; the search box finds faster."""

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and self._log.rowCount():
            self.go_to(0)
        super().focusInEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()
        self.tell_in_sight()

    def _build(self) -> None:
        self.setItemDelegate(CellDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setAccessibleName("Enquiries of the log")
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(Col.ENQUIRY, QHeaderView.ResizeMode.Stretch)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionsClickable(True)
        head.setHighlightSections(False)

    def _connect(self) -> None:
        self.doubleClicked.connect(self._open)
        self.horizontalHeader().sectionClicked.connect(self._ask_for_sort)
        self.verticalScrollBar().valueChanged.connect(self.tell_in_sight)
        self._log.rowsInserted.connect(self.tell_in_sight)

    def _make_room(self) -> None:
        """Hide columns, the least wanted first, until the enquiry has room to be read."""
        px = current().px
        room = self.viewport().width() - px(LEAST_ENQUIRY) - sum(map(px, WIDTHS.values()))
        for column in GIVES_WAY:
            self.setColumnHidden(column, room < 0)
            room += px(WIDTHS[column]) if room < 0 else 0

    @Slot(int)
    def _ask_for_sort(self, column: int) -> None:
        received = Sort.OLDEST if self._sort is Sort.NEWEST else Sort.NEWEST
        asked = {Col.RECEIVED: received, Col.DEADLINE: Sort.DEADLINE}.get(Col(column))
        if asked is not None:
            self.sort_requested.emit(asked)

    @Slot()
    def _open(self) -> None:
        if self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
