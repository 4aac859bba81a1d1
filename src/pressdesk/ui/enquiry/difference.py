"""What is given beside what was cleared, word by word, and why it differs."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.domain.clearance import Clearance, ClearanceState
from pressdesk.domain.word_diff import Stretch, compared
from pressdesk.ui.enquiry.tab import Tab
from pressdesk.ui.kit import Card, GrowingLabel, Look
from pressdesk.ui.kit.changed import ChangedLabel
from pressdesk.ui.log_enquiry.line_field import LineField


class Difference(QWidget):
    """Hidden while the words are those that were cleared."""

    def __init__(self, tab: Tab) -> None:
        super().__init__()
        self._tab = tab
        self._words = ""
        card = Card(self, panel="warning")
        self.changed = ChangedLabel()
        self.reason = LineField("Wh&y these are not the words that were cleared", limit=1000)
        card.body.addWidget(GrowingLabel("⚠ Not the words that were cleared", Look.STRONG))
        card.body.addWidget(self.changed)
        card.body.addWidget(self.reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.hide()

    def compare(self, live: Clearance | None, words: str) -> None:
        """Compare the words to be given with those of a request, once it is cleared."""
        self._words = words.strip()
        cleared = live.words if live and live.state is ClearanceState.CLEARED else ""
        if not cleared or not self._words or self._words == cleared:
            self.hide()
            self.reason.set_problem("")
            if not cleared:
                self.reason.set_text("")
            return
        work = partial(compared, cleared, self._words)
        self._tab.tools.runner.run(self, work, self._on_compared, key="difference")

    def set_problem(self, sentence: str) -> None:
        """Say at the line that a reason is missing."""
        self.show()
        self.reason.set_problem(sentence)
        self.reason.setFocus()

    def _on_compared(self, stretches: tuple[Stretch, ...]) -> None:
        self.changed.show_change(stretches)
        self.show()
