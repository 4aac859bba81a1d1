"""Fields that hold words under embargo: they are read and set right, and not copied out unasked."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from pressdesk.clock import Clock
from pressdesk.domain.embargo import NOT_EMBARGOED, Embargo
from pressdesk.ui.kit import PlainEdit


@dataclass(frozen=True)
class Held:
    """Says whether an embargo holds now; it knows a clock and no widget, so that none is kept."""

    embargo: Embargo = NOT_EMBARGOED
    clock: Clock | None = None

    def __call__(self) -> bool:
        """Say whether words are to be held back."""
        return self.clock is not None and self.embargo.holds(self.clock.now())


NOT_HELD = Held()
"""A release that is free."""


_TAKES = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut)


class HeldFields(QObject):
    """Stands before the fields of a panel. ``copy_wished`` carries the words that were to be."""

    copy_wished = Signal(str)

    def __init__(self, panel: QWidget) -> None:
        super().__init__(panel)
        self._held = NOT_HELD
        self._edits = panel.findChildren(PlainEdit)
        for line in panel.findChildren(QLineEdit):
            line.installEventFilter(self)
        for edit in self._edits:
            edit.installEventFilter(self)
            edit.viewport().installEventFilter(self)

    def hold(self, held: Held) -> None:
        """Let nothing be copied unasked while ``held`` says that the release is embargoed."""
        self._held = held
        for edit in self._edits:
            edit.held = held

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for what the keys would copy; the usual menu, which copies too, stays away."""
        if not self._held():
            return False
        if isinstance(event, QKeyEvent) and any(map(event.matches, _TAKES)):
            if event.type() == QEvent.Type.KeyPress and (words := _selected(watched)):
                self.copy_wished.emit(words)
            return event.type() == QEvent.Type.KeyPress
        return event.type() == QEvent.Type.ContextMenu


def _selected(watched: QObject) -> str:
    if isinstance(watched, QLineEdit):
        return watched.selectedText()
    return watched.textCursor().selection().toPlainText() if isinstance(watched, PlainEdit) else ""
