"""A caption and the cards beneath it, each with its key."""

from collections.abc import Container, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.ui.kit import SectionCaption
from pressdesk.ui.known.card import KnownCard
from pressdesk.ui.known.look import KnownLook
from pressdesk.ui.theme import current

_MOST_KEYS = 9


class KnownSection(QWidget):
    """Hidden while it has nothing to show. Cards are kept and filled anew, so nothing flickers.

    ``acted`` carries the id of the card whose button or key (``modifier`` and its place) was
    pressed, ``opened`` that of the one to be read. ``opens`` gives the cards the button for it;
    with ``open_keys``, one for each place, those that were taken have it in any case.
    """

    acted = Signal(int)
    opened = Signal(int)

    def __init__(
        self,
        title: str,
        modifier: str = "",
        *,
        opens: bool = False,
        open_keys: tuple[str, ...] = (),
    ) -> None:
        super().__init__()
        self._modifier, self._opens, self._open_keys = modifier, opens, open_keys
        self._cards: list[KnownCard] = []
        self._looks: tuple[KnownLook, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().px(0.6))
        self._column.addWidget(SectionCaption(title))
        self.hide()

    def text(self) -> str:
        """Return what its cards say."""
        return "\n".join(card.text() for card in self._cards if not card.isHidden())

    def tick(self, now: datetime) -> None:
        """Count down to the ends of embargoes."""
        for card in self._cards:
            card.tick(now)

    def show_looks(self, looks: Sequence[KnownLook], taken: Container[int] = ()) -> None:
        """Show these cards and no others; ``taken`` are the ids of those that were taken.

        The same things stay where they stand, whatever their order now, so that none jumps.
        """
        self._looks = _in_their_places(looks, self._looks)
        while len(self._cards) < len(looks):
            self._add()
        for card, look in zip(self._cards, self._looks, strict=False):
            card.show_look(look, taken=look.id in taken)
        for place, card in enumerate(self._cards):
            card.setVisible(place < len(looks))
        self.setVisible(bool(looks))

    def _add(self) -> None:
        place = len(self._cards) + 1
        keyed = bool(self._modifier) and place <= _MOST_KEYS
        key = f"{self._modifier}+{place}" if keyed else ""
        open_key = "".join(self._open_keys[place - 1 : place])
        card = KnownCard(key, opens=self._opens, open_key=open_key)
        card.acted.connect(self.acted)
        card.opened.connect(self.opened)
        self._cards.append(card)
        self._column.addWidget(card)


def _in_their_places(
    looks: Sequence[KnownLook], before: Sequence[KnownLook]
) -> tuple[KnownLook, ...]:
    places = {look.id: place for place, look in enumerate(before)}
    if {look.id for look in looks} != set(places):
        return tuple(looks)
    return tuple(sorted(looks, key=lambda look: places[look.id]))
