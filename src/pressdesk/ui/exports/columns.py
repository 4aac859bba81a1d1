"""The columns of an export: which of them, in which order, by keys."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from pressdesk.domain.export_columns import COLUMNS

_KEY = Qt.ItemDataRole.UserRole
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ColumnList(QListWidget):
    """Every column, those taken ticked. Space ticks, Alt+Up and Alt+Down move the current one.

    ``changed`` when others are taken, or in another order.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.itemChanged.connect(self._tell)
        self.model().rowsMoved.connect(self._tell)

    def keys(self) -> tuple[str, ...]:
        """Return the columns that are ticked, in their order."""
        items = [self.item(row) for row in range(self.count())]
        ticked = [item for item in items if item.checkState() is Qt.CheckState.Checked]
        return tuple(item.data(_KEY) for item in ticked)

    def set_keys(self, keys: tuple[str, ...]) -> None:
        """Tick these and put them first in this order, without telling; the first is current."""
        quiet = self.blockSignals(True)
        self.clear()
        titles = {column.key: column.title for column in COLUMNS}
        for key in (*keys, *(key for key in titles if key not in keys)):
            item = QListWidgetItem(titles[key])
            item.setData(_KEY, key)
            item.setCheckState(Qt.CheckState.Checked if key in keys else Qt.CheckState.Unchecked)
            self.addItem(item)
        self.setCurrentRow(0)
        self.blockSignals(quiet)

    def shift_by(self, step: int) -> None:
        """Move the current column up (-1) or down (1)."""
        row = self.currentRow()
        if 0 <= row + step < self.count() and row >= 0:
            quiet = self.blockSignals(True)
            item = self.takeItem(row)
            self.insertItem(row + step, item)
            self.setCurrentRow(row + step)
            self.blockSignals(quiet)
            self.changed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _MOVES.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shift_by(step)
        else:
            super().keyPressEvent(event)

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()
