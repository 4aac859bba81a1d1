"""The earlier wordings of a line, each comparable with the present one word by word."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from pressdesk.domain.lines_to_take import LineVersion
from pressdesk.domain.word_diff import compared
from pressdesk.ui.kit import Card, Field, SectionCaption
from pressdesk.ui.kit.changed import ChangedLabel
from pressdesk.ui.lines_to_take.looks import version_said
from pressdesk.ui.theme import current


class Versions(QWidget):
    """Hidden while a line has only one wording."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._versions: tuple[LineVersion, ...] = ()
        self.earlier = QComboBox()
        self._change = ChangedLabel()
        self._arrange()
        self.earlier.currentIndexChanged.connect(self._compare)

    def show_versions(self, versions: Sequence[LineVersion], today: date, zone: ZoneInfo) -> None:
        """Offer the wordings before the present one, the last of them compared at first."""
        self._versions = tuple(versions)
        quiet = self.earlier.blockSignals(True)
        self.earlier.clear()
        self.earlier.addItems([version_said(one, today, zone) for one in self._versions[1:]])
        self.earlier.blockSignals(quiet)
        self.setVisible(len(self._versions) > 1)
        self._compare()

    def text(self) -> str:
        """Return how the chosen wording became the present one."""
        return self._change.text()

    def _arrange(self) -> None:
        card = Card(self)
        card.body.addWidget(self._change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(0.6))
        column.addWidget(SectionCaption("Versions"))
        column.addWidget(
            Field("Present words compared with", self.earlier, "Struck out: then. Underlined: now.")
        )
        column.addWidget(card)

    def _compare(self) -> None:
        chosen = self.earlier.currentIndex() + 1
        if 0 < chosen < len(self._versions):
            before, now = self._versions[chosen], self._versions[0]
            self._change.show_change(compared(before.words, now.words))
