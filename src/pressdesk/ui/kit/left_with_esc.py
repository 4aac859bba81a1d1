"""What one leaves with Esc."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    _Widget = QWidget
else:
    _Widget = object  # Qt takes a single class of its own for each widget


class LeftWithEsc(_Widget):
    """Stands before the widget in the bases of a panel; ``left`` when one is done with it."""

    left = Signal()

    def leave(self) -> None:
        """Leave; heirs may stop what is under way, or ask once more, before it."""
        self.left.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc; a message on screen or a list of suggestions takes it first."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
