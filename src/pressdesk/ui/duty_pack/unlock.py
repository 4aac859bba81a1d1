"""The passphrase of a duty pack, asked before it opens."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from pressdesk.ui.kit import CentredColumn, Field, GrowingLabel, KeyButton, Kind, Look
from pressdesk.ui.theme import current

_WIDTH = 34  # em


@dataclass(frozen=True)
class Locked:
    """A pack that waits for its passphrase; ``problem`` says what was wrong with the last."""

    path: Path
    problem: str = ""


class Unlock(CentredColumn):
    """``given`` carries the passphrase, ``left`` when another file is to be opened instead."""

    given = Signal(str)
    left = Signal()

    def __init__(self, locked: Locked) -> None:
        super().__init__(_WIDTH)
        self._build(locked)
        self._arrange()
        self._connect()

    def _build(self, locked: Locked) -> None:
        self._title = GrowingLabel("Open the duty pack", Look.HEADLINE)
        advice = f"{locked.path.name} is sealed. Whoever made it knows its passphrase."
        self._advice = GrowingLabel(advice, Look.MUTED)
        self._passphrase = QLineEdit()
        self._passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self._field = Field("&Passphrase", self._passphrase)
        self._field.set_problem(locked.problem)
        self._open = KeyButton("Open", Kind.PRIMARY, "Return", binds=False)
        self._other = KeyButton("Open another file…", Kind.SECONDARY, "Ctrl+O", binds=False)
        self.setFocusProxy(self._passphrase)

    def _arrange(self) -> None:
        for widget in (self._title, self._advice, self._field):
            self.body.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(current().px(0.7))
        for button in (self._open, self._other):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        self.body.addLayout(row)

    def _connect(self) -> None:
        self._passphrase.returnPressed.connect(self._tell)
        self._open.clicked.connect(self._tell)
        self._other.clicked.connect(self.left)

    def _tell(self) -> None:
        if self._passphrase.text():
            self.given.emit(self._passphrase.text())
