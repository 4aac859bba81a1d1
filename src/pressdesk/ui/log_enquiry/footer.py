"""The foot of the window: what is kept, and the ways out of it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout
from typing_extensions import override

from pressdesk.ui.kit import GrowingLabel, KeyButton, Kind, Look
from pressdesk.ui.theme import current

_ROOMY = 74  # em; from here on there is room for the hint


class Footer(QFrame):
    """Says that the draft is kept; its buttons show the keys of the window."""

    later_requested = Signal()
    answer_requested = Signal()
    log_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kept = GrowingLabel("Draft kept as you type", Look.MUTED)
        self._kept.setWordWrap(False)
        self._keys = GrowingLabel("Esc to close · Tab to move · Ctrl K to search", Look.MUTED)
        self._later = KeyButton("Finish later", Kind.SECONDARY, "Ctrl+S", self)
        self._answer = KeyButton(
            "Save and answer now", Kind.SECONDARY, "Ctrl+Shift+Enter", self, binds=False
        )
        self._log = KeyButton("Log enquiry", Kind.PRIMARY, "Ctrl+Enter", self, binds=False)
        self._arrange()
        self._later.clicked.connect(self.later_requested)
        self._answer.clicked.connect(self.answer_requested)
        self._log.clicked.connect(self.log_requested)

    def say(self, words: str) -> None:
        """Say how the draft stands."""
        self._kept.setText(words)

    def text(self) -> str:
        """Return what it says of the draft."""
        return self._kept.text()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the hint out where the words would be cut."""
        super().resizeEvent(event)
        self._keys.setVisible(event.size().width() > current().px(_ROOMY))

    def _arrange(self) -> None:
        self._keys.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(*(current().px(e) for e in (1.7, 0.95, 1.7, 0.95)))
        row.setSpacing(current().px(0.95))
        row.addWidget(self._kept, 1)
        row.addWidget(self._keys)
        for button in (self._later, self._answer, self._log):
            row.addWidget(button)
