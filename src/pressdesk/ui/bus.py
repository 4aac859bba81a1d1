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
    """``changed`` carries one :class:`Changed` per commit.

    It arrives on the thread of the page that listens, since Qt queues a signal between threads;
    so connect bound methods of widgets, which belong to a thread.
    """

    changed = Signal(object)

    def publish(self, change: Changed) -> None:
        """Announce a commit; may be called from any thread."""
        self.changed.emit(change)
