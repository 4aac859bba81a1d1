"""A caption and the cards beneath it, each with its key."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.ui.kit import SectionCaption
from pressdesk.ui.log_enquiry.known_card import KnownCard, KnownLook
from pressdesk.ui.theme import current

_MOST_KEYS = 9


class KnownSection(QWidget):
    """Hidden while it has nothing to show. Cards are kept and filled anew, so nothing flickers.

    ``acted`` carries the id of the card whose button or key (``modifier`` and its place)
    was pressed.
    """

    acted = Signal(int)

    def __init__(self, title: str, modifier: str) -> None:
        super().__init__()
        self._modifier = modifier
        self._cards: list[KnownCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().px(0.6))
        self._column.addWidget(SectionCaption(title))
        self.hide()

    def text(self) -> str:
        """Return what its cards say."""
        return "\n".join(card.text() for card in self._cards if not card.isHidden())

    def show_looks(self, looks: Sequence[KnownLook]) -> None:
        """Show these cards and no others."""
        while len(self._cards) < len(looks):
            self._add()
        for card, look in zip(self._cards, looks, strict=False):
            card.show_look(look)
        for place, card in enumerate(self._cards):
            card.setVisible(place < len(looks))
        self.setVisible(bool(looks))

    def _add(self) -> None:
        place = len(self._cards) + 1
        card = KnownCard(f"{self._modifier}+{place}" if place <= _MOST_KEYS else "")
        card.acted.connect(self.acted)
        self._cards.append(card)
        self._column.addWidget(card)
