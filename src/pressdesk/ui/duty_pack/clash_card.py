"""One clash: what stands in the office and in the pack side by side, and which is to stand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from pressdesk.domain.duty_packs import Clash, Take
from pressdesk.ui.kit import Card, GrowingLabel, Look, Segmented
from pressdesk.ui.theme import current

LETTERS = {"O": Take.OURS, "P": Take.THEIRS}
_CHOICES = (
    (None, "Not chosen yet"),
    (Take.OURS, "As in the office"),
    (Take.THEIRS, "As in the pack"),
)

_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class ClashCard(Card):
    """The words of both sides are whole; the arrow keys choose, or a letter.

    ``decided`` when a letter did.
    """

    decided = Signal()

    def __init__(self, clash: Clash, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clash = clash
        self.body.setSpacing(current().px(0.5))
        self.body.addWidget(GrowingLabel(clash.what, Look.TITLE))
        self.body.addWidget(GrowingLabel(f"Changed at home by {clash.who}", Look.SECONDARY))
        self.body.addLayout(self._sides())
        self._take = Segmented(f"{clash.what}: which stands", _CHOICES, self)
        self.body.addWidget(self._take)
        self.body.addWidget(GrowingLabel("O office · P pack", Look.SECONDARY))
        self.setFocusProxy(self._take)

    def take(self) -> Take | None:
        """Return what was chosen; None before."""
        value = self._take.value()
        return value if isinstance(value, Take) else None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        take = LETTERS.get(event.text().upper())
        if take is None or event.modifiers() & ~_PLAIN:
            super().keyPressEvent(event)
            return
        self._take.set_value(take)
        self.decided.emit()

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
