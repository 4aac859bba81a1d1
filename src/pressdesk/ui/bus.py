"""Tells every page what was saved, whoever saved it, on the thread of the window."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal


class Changed(Protocol):
    """What one commit changed."""

    @property
    def tables(self) -> frozenset[str]:
        """Return the names of the tables that have new, altered or deleted rows."""

    @property
    def actor(self) -> str:
        """Return who did it."""


class ChangeBus(QObject):
    """``changed`` carries one :class:`Changed` per commit and arrives on the bus's own thread."""

    changed = Signal(object)
    _published = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._published.connect(self._deliver)

    def publish(self, change: Changed) -> None:
        """Announce a commit; may be called from any thread."""
        self._published.emit(change)

    def _deliver(self, change: Changed) -> None:
        self.changed.emit(change)
