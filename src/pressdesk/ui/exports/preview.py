"""The first rows of an export, as the file will hold them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from pressdesk.services.exports import PREVIEWED, Preview
from pressdesk.ui.kit import GrowingLabel, Look, one_line
from pressdesk.ui.theme import current

_AT_START = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_WIDEST, _NARROWEST = 16, 6  # em


class PreviewTable(QWidget):
    """How many rows there will be, and the first of them."""

    def __init__(self) -> None:
        super().__init__()
        self.said = GrowingLabel("Counting…", Look.STRONG)
        self.table = QTableWidget()
        self.table.setAccessibleName("The first rows of the file")
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.setWordWrap(False)
        self.table.horizontalHeader().setDefaultAlignment(_AT_START)
        self.table.verticalHeader().setDefaultSectionSize(current().px(2.1))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(0.4))
        column.addWidget(self.said)
        column.addWidget(self.table, 1)

    def show_preview(self, preview: Preview) -> None:
        """Show a preview in the place of the one before."""
        table = self.table
        table.clear()
        table.setColumnCount(len(preview.titles))
        table.setRowCount(len(preview.rows))
        table.setHorizontalHeaderLabels(list(preview.titles))
        for row, cells in enumerate(preview.rows):
            for number, cell in enumerate(cells):
                table.setItem(row, number, QTableWidgetItem(one_line(cell)))
        self._set_widths()
        self.said.setText(_said(preview.count))

    def show_problem(self, sentence: str) -> None:
        """Say why there is nothing to show."""
        self.table.setRowCount(0)
        self.table.setColumnCount(0)
        self.said.setText(f"⚠ {sentence}")

    def _set_widths(self) -> None:
        px = current().px
        self.table.resizeColumnsToContents()
        for number in range(self.table.columnCount()):
            width = min(max(self.table.columnWidth(number), px(_NARROWEST)), px(_WIDEST))
            self.table.setColumnWidth(number, width)


def _said(count: int) -> str:
    rows = "1 enquiry" if count == 1 else f"{count:,} enquiries"
    return f"{rows}; the first {PREVIEWED} are shown" if count > PREVIEWED else rows
