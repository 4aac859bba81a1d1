"""How far long work is, and the button that stops it."""

from PySide6.QtCore import QElapsedTimer, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from pressdesk.ui.kit.elided_label import ElidedLabel
from pressdesk.ui.kit.key_button import KeyButton, Kind
from pressdesk.ui.kit.text import Look
from pressdesk.ui.theme import current

_PATIENCE = 400  # milliseconds; work that is quicker shows no progress
_GUESS = 2.0  # seconds of work before the time left is told


class ProgressStrip(QWidget):
    """Hidden while there is no work. ``work`` names it: “export”."""

    def __init__(self, work: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._things = ""
        self._since = QElapsedTimer()
        self._words = ElidedLabel("", Look.SECONDARY, self)
        self._bar = QProgressBar(self)
        self._bar.setAccessibleName(f"Progress of the {work}")
        self.stop = KeyButton(f"Stop the {work}", Kind.QUIET)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self.show)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().px(0.6))
        row.addWidget(self._words)
        row.addWidget(self._bar, 1)
        row.addWidget(self.stop)
        self.hide()

    def begin(self, things: str, words: str = "") -> None:
        """Show soon that work is under way, its length not yet known.

        ``things`` are what it counts (“rows”), ``words`` say more of what is done.
        """
        self._things = things
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._bar.setRange(0, 0)
        self._since.start()
        self._patience.start(_PATIENCE)

    @Slot(int, int)
    def show_progress(self, done: int, total: int) -> None:
        """Show how many are done of how many, and the time left; both are 0 while not known."""
        total = max(done, total)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        left = left_said(done, total, self._since.elapsed() / 1000)
        self._bar.setFormat(f"{done:,} of {total:,} {self._things}{left}")

    def end(self) -> None:
        """Hide it."""
        self._patience.stop()
        self.hide()


def left_said(done: int, total: int, seconds: float) -> str:
    """Return “ · about 2 min left” after some seconds of work; nothing while that is a guess.

    When all are done, what is left is not counted: a PDF is still being set.
    """
    if done <= 0 or seconds < _GUESS:
        return ""
    if done >= total:
        return " · finishing"
    left = seconds * (total - done) / done
    return f" · about {left / 60:.0f} min left" if left >= 90 else f" · about {left:.0f} s left"
