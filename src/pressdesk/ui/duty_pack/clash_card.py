"""One clash: what stands in the office and in the pack side by side, and which is to stand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from pressdesk.domain.duty_packs import Clash, Take
from pressdesk.ui.kit import Card, GrowingLabel, Look, Segmented
from pressdesk.ui.theme import current

_CHOICES = (
    (None, "Not chosen yet"),
    (Take.OURS, "As in the office"),
    (Take.THEIRS, "As in the pack"),
)


class ClashCard(Card):
    """The words of both sides are whole; the arrow keys choose."""

    def __init__(self, clash: Clash, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clash = clash
        self.body.setSpacing(current().px(0.5))
        self.body.addWidget(GrowingLabel(clash.what, Look.TITLE))
        self.body.addWidget(GrowingLabel(f"Changed at home by {clash.who}", Look.SECONDARY))
        self.body.addLayout(self._sides())
        self._take = Segmented(f"{clash.what}: which stands", _CHOICES, self)
        self.body.addWidget(self._take)
        self.setFocusProxy(self._take)

    def take(self) -> Take | None:
        """Return what was chosen; None before."""
        value = self._take.value()
        return value if isinstance(value, Take) else None

    def _sides(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(current().px(1.2))
        grid.setVerticalSpacing(current().px(0.3))
        for column, words in enumerate(("", "In the office", "In the pack")):
            grid.addWidget(GrowingLabel(words, Look.LABEL), 0, column)
            grid.setColumnStretch(column, 1 if column == 0 else 2)
        for row, field in enumerate(self.clash.fields, 1):
            label = field.label[:1].upper() + field.label[1:]
            sides = [GrowingLabel(words) for words in (field.ours, field.theirs)]
            for column, said in enumerate([GrowingLabel(label, Look.SECONDARY), *sides]):
                grid.addWidget(said, row, column, Qt.AlignmentFlag.AlignTop)
        return grid
