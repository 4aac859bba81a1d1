"""The bar above a release: under embargo until when, in which words, and the key to its ledger."""

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from pressdesk.domain.embargo import NOT_EMBARGOED, Embargo, left_said, until_said
from pressdesk.ui.kit import Card, GrowingLabel, KeyButton, Kind, Look
from pressdesk.ui.theme import current

LEDGER_KEY = "Ctrl+Shift+E"


class EmbargoBar(Card):
    """Hidden while the release is free. ``ledger_requested`` when its button was pressed."""

    ledger_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, panel="warning")
        self._embargo, self._zone = NOT_EMBARGOED, ZoneInfo("UTC")
        self._build()
        self._arrange()
        self._button.clicked.connect(self.ledger_requested)
        self.hide()

    def text(self) -> str:
        """Return all that it says."""
        return f"{self._title.text()} {self._detail.text()}".strip()

    def show_line(self, words: str) -> None:
        """Show the embargo line of a release that is not kept yet."""
        self._embargo = NOT_EMBARGOED
        self._title.setText("Embargo")
        self._set_detail(words)
        self._button.hide()
        self.setVisible(bool(words))

    def show_embargo(self, embargo: Embargo, words: str, now: datetime, zone: ZoneInfo) -> None:
        """Show how a kept release stands; its line as printed when that was not understood."""
        self._embargo, self._zone = embargo, zone
        printed = f"“{words}”" if words and embargo.until is None else ""
        self._set_detail(" ".join(filter(None, (printed, embargo.reason))))
        self._button.show()
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """Count down; go when the embargo has ended."""
        embargo = self._embargo
        if embargo is NOT_EMBARGOED:
            return
        if embargo.holds(now):
            left = f" · {left_said(embargo.until, now)} left" if embargo.until else ""
            self._title.setText(f"Embargoed {until_said(embargo, now, self._zone)}{left}")
        self.setVisible(embargo.holds(now))

    def _build(self) -> None:
        side = current().px(1.3)
        self._icon = QLabel(self)
        self._icon.setPixmap(current().icon("lock", "warning").pixmap(side, side))
        self._title = GrowingLabel("", Look.STRONG, self)
        self._detail = GrowingLabel("", Look.SECONDARY, self)
        self._button = KeyButton("Ledger", Kind.QUIET, LEDGER_KEY, self, binds=False)
        self._button.setAccessibleName("Embargo and who holds a copy")

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(current().px(0.6))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._title, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.body.addWidget(self._detail)

    def _set_detail(self, words: str) -> None:
        self._detail.setText(words)
        self._detail.setVisible(bool(words))
