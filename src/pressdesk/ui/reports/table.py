"""The table of a chart: what it shows, to be read and to be opened value by value."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override

from pressdesk.domain.report_words import value_said
from pressdesk.domain.reports import Table
from pressdesk.ui.kit import one_line
from pressdesk.ui.reports.behind import unit_of

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ReportTable(QTableWidget):
    """As high as its rows. ``opened`` carries the row and the value that Enter or a click chose."""

    opened = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionsClickable(False)
        self.cellClicked.connect(self._open)

    def show_table(self, table: Table) -> None:
        """Show the labels and the values of a table."""
        self.setAccessibleName(f"Table: {table.title}")
        self.setRowCount(len(table.rows))
        self.setColumnCount(len(table.head))
        for column, head in enumerate(table.head):
            title = QTableWidgetItem(one_line(head))
            title.setTextAlignment(_RIGHT if column else _LEFT)
            self.setHorizontalHeaderItem(column, title)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for number, row in enumerate(table.rows):
            self.setItem(number, 0, QTableWidgetItem(one_line(row.label)))
            for place, value in enumerate(row.values):
                item = QTableWidgetItem(value_said(value, unit_of(table, place)))
                item.setTextAlignment(_RIGHT)
                self.setItem(number, place + 1, item)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        """Return the height of all rows; it is the page that scrolls."""
        head, across = self.horizontalHeader().sizeHint().height(), self.horizontalScrollBar()
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        bar = across.sizeHint().height() if across.maximum() else 0
        return QSize(super().sizeHint().width(), head + rows + bar + 2 * self.frameWidth())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentRow(), self.currentColumn())
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are keys of the page."""

    def _open(self, row: int, column: int) -> None:
        if row >= 0 and column >= 0:
            self.opened.emit(row, max(column - 1, 0))
