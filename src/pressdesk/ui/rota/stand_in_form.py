"""Who works a shift instead: somebody who covers it, or somebody who swaps it for their own."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget
from typing_extensions import override

from pressdesk.domain.rota import Shift
from pressdesk.errors import PressDeskError
from pressdesk.ui.kit import Field, GrowingLabel, Inline, KeyButton, Kind, Look
from pressdesk.ui.theme import current

Choice = tuple[str, object]
"""What the list shows and what it stands for: a name, or a shift."""


class StandInForm(Inline):
    """Hidden until it is opened; the page hides it again.

    ``chosen`` carries the shift and what was chosen for it, ``left`` is the wish to go.
    """

    chosen = Signal(object, object)

    def __init__(self, label: str, save: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shift: Shift | None = None
        self._build(label, save)
        self._arrange()
        self._save.clicked.connect(self._keep)
        self._cancel.clicked.connect(self.put_away)
        self.hide()

    def open_shift(self, shift: Shift, caption: str, choices: Sequence[Choice]) -> None:
        """Offer the choices for a shift; ``caption`` says which shift it is."""
        self._shift = shift
        self._caption.setText(caption)
        self._choice.clear()
        for words, value in choices:
            self._choice.addItem(words, value)
        self._field.set_problem("" if choices else "There is nobody else to choose.")
        self.show()
        self._choice.setFocus()

    def refuse(self, error: PressDeskError) -> None:
        """Show what is wrong."""
        self._field.set_problem(str(error))
        self._choice.setFocus()

    @override
    def enter(self) -> None:
        self._keep()

    def _build(self, label: str, save: str) -> None:
        self._caption = GrowingLabel("", Look.STRONG, self)
        self._choice = _Choice(self)
        self._choice.setMaxVisibleItems(14)
        self._field = Field(label, self._choice, "Type the first letters, or use the arrows", self)
        self._save = KeyButton(save, Kind.PRIMARY, "Return", self, binds=False)
        self._cancel = KeyButton("Cancel", key="Esc", parent=self, binds=False)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(current().px(0.6))
        row.addWidget(self._field, 1)
        for button in (self._cancel, self._save):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addWidget(self._caption)
        self.body.addLayout(row)

    def _keep(self) -> None:
        if self._shift is not None and self._choice.currentIndex() >= 0:
            self.chosen.emit(self._shift, self._choice.currentData())


class _Choice(QComboBox):
    """A list in which letters choose, also those that are keys of the page."""

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
            if event.text().isprintable() and event.text() and not held:
                event.accept()
                return True
        return super().event(event)
