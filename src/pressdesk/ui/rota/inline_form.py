"""What the forms of the rota share: a card in the page, left with Esc, kept with Enter."""

from abc import abstractmethod

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from pressdesk.ui.kit import Card


class InlineForm(Card):
    """Hidden until it is opened; the page hides it again. ``left`` is the wish to go."""

    left = Signal()

    @abstractmethod
    def submit(self) -> None:
        """Do what the form is for."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():  # a key held down would keep what nobody has read
                self.submit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
