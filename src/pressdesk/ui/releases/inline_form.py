"""A few questions asked in place, side by side: Enter gives the answers, Esc leaves."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from pressdesk.ui.kit import Card, Field, KeyButton, Kind
from pressdesk.ui.theme import current


class InlineForm(Card):
    """Hidden until opened. ``left`` when the person goes back; each kind says what it gives."""

    left = Signal()

    def __init__(self, fields: Sequence[Field], button: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._save = KeyButton(button, Kind.PRIMARY, "Enter", binds=False)
        self._leave = KeyButton("Leave", Kind.QUIET, "Esc", binds=False)
        self._arrange(fields)
        self._save.clicked.connect(self.give)
        self._leave.clicked.connect(self.left)
        self.hide()

    def give(self) -> None:
        """Tell what was typed."""
        raise NotImplementedError

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.give()
        else:
            super().keyPressEvent(event)

    def _arrange(self, fields: Sequence[Field]) -> None:
        questions, buttons = QHBoxLayout(), QHBoxLayout()
        questions.setSpacing(current().px(0.8))
        for field in fields:
            questions.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        buttons.setSpacing(current().px(0.6))
        buttons.addWidget(self._save)
        buttons.addWidget(self._leave)
        buttons.addStretch(1)
        self.body.addLayout(questions)
        self.body.addSpacing(current().px(0.3))
        self.body.addLayout(buttons)
