"""One thing that we know already: what it is, why it is shown, and what can be done with it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout

from pressdesk.ui.kit import Card, GrowingLabel, KeyButton, Kind, Look
from pressdesk.ui.kit.marked import MarkedLabel
from pressdesk.ui.theme import current


@dataclass(frozen=True)
class KnownLook:
    """What a card shows; ``id`` is what it stands for, ``chosen`` whether it is linked.

    ``marks`` are the (begin, end) of the words in ``detail`` that matched.
    """

    id: int
    title: str
    detail: str
    action: str
    chosen: bool = False
    marks: tuple[tuple[int, int], ...] = ()


class KnownCard(Card):
    """A card with one button, which ``key`` presses too; ``acted`` carries the id of the look."""

    acted = Signal(int)

    def __init__(self, key: str) -> None:
        super().__init__()
        self._look: KnownLook | None = None
        self._title, self._detail = GrowingLabel("", Look.STRONG), MarkedLabel(Look.SECONDARY)
        self._button = KeyButton("", Kind.QUIET, key, self)
        self._arrange()
        self._button.clicked.connect(self._act)

    def text(self) -> str:
        """Return what the card says."""
        look = self._look
        return f"{look.title} {look.detail} {look.action}" if look else ""

    def show_look(self, look: KnownLook) -> None:
        """Show another thing; nothing moves when it is the same."""
        if look == self._look:
            return
        self._look = look
        self._title.setText(look.title)
        self._detail.set_marked(look.detail, look.marks)
        self._detail.setVisible(bool(look.detail))
        self._button.set_words(look.action)
        self._button.setAccessibleName(f"{look.action}: {look.title}")
        self.set_chosen(look.chosen)

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(current().px(0.8))
        grid.setVerticalSpacing(current().px(0.2))
        grid.setColumnStretch(0, 1)
        grid.addWidget(self._title, 0, 0)
        grid.addWidget(self._button, 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._detail, 1, 0, 1, 2)
        self.body.addLayout(grid)

    def _act(self) -> None:
        if self._look is not None:
            self.acted.emit(self._look.id)
