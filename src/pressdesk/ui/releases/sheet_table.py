"""The first rows of a spreadsheet, under what their columns were chosen for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from pressdesk.intake.documents.spreadsheet import PARTS, Columns, Sheet
from pressdesk.intake.text import one_line
from pressdesk.ui.releases.sheet_form import NAMES
from pressdesk.ui.theme import current

_SHOWN_ROWS, _SHOWN_COLUMNS = 12, 60
_LONGEST = 80  # characters of a cell
_WIDEST = 14  # em of a column


class SheetTable(QTableWidget):
    """Shows twelve rows, each on a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("First rows of the spreadsheet")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def show_sheet(self, sheet: Sheet, columns: Columns) -> None:
        """Show the first rows."""
        rows = list(sheet.rows.values())[:_SHOWN_ROWS]
        self.clear()
        self.setRowCount(len(rows))
        self.setColumnCount(min(len(sheet.headings), _SHOWN_COLUMNS))
        for at, row in enumerate(rows):
            for column in range(self.columnCount()):
                item = QTableWidgetItem(one_line(sheet.cell(row, column), _LONGEST))
                self.setItem(at, column, item)
        self.show_columns(sheet, columns)
        self.resizeColumnsToContents()
        for column in range(self.columnCount()):
            self.setColumnWidth(column, min(self.columnWidth(column), current().px(_WIDEST)))
        self.verticalHeader().setDefaultSectionSize(current().px(2.2))

    def show_columns(self, sheet: Sheet, columns: Columns) -> None:
        """Say above each column what it is taken for, and mark those that are taken."""
        chosen = {getattr(columns, part): NAMES[part] for part in PARTS}
        taken, plain = current().colour("accent_soft"), current().colour("surface")
        for column in range(self.columnCount()):
            heading = one_line(sheet.headings[column], _LONGEST) or f"Column {column + 1}"
            role = chosen.get(column)
            head = QTableWidgetItem(f"{role} ✓\n{heading}" if role else f"not taken\n{heading}")
            self.setHorizontalHeaderItem(column, head)
            for row in range(self.rowCount()):
                if item := self.item(row, column):
                    item.setBackground(taken if role else plain)
