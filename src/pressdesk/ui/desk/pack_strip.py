"""The quiet row at the top of the desk: several outlets on one subject, or one more of them."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout
from typing_extensions import override

from pressdesk.services.packs import PackWatch
from pressdesk.ui.kit import Card, GrowingLabel, KeyButton, Kind, Look
from pressdesk.ui.theme import current

GATHER, TURN_DOWN = "Ctrl+G", "Ctrl+Shift+G"
NARROW = 42  # em; below it the keys stand beneath the words


class PackStrip(Card):
    """Hidden while there is nothing to gather or to go on with. It takes no focus by itself.

    ``wanted`` to add or gather what is offered, or to open the pack; ``turned_down`` when it is
    none.
    """

    wanted = Signal()
    turned_down = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = GrowingLabel("", Look.STRONG)
        self._do = KeyButton("", Kind.SECONDARY, GATHER)
        self._not = KeyButton("Not one subject", Kind.QUIET, TURN_DOWN)
        self._row, buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight), QHBoxLayout()
        for row in (self._row, buttons):
            row.setSpacing(current().px(0.6))
        buttons.addWidget(self._not)
        buttons.addWidget(self._do)
        buttons.addStretch(0)
        self._row.addWidget(self._words, 1)
        self._row.addLayout(buttons)
        self.body.addLayout(self._row)
        self._do.clicked.connect(self.wanted)
        self._not.clicked.connect(self.turned_down)
        self.hide()

    def show_watch(self, watch: PackWatch) -> None:
        """Offer who may join a pack, then the largest to gather, then the newest not answered."""
        if watch.joiners:
            more = f" · {len(watch.joiners) - 1} more" if len(watch.joiners) > 1 else ""
            self._words.setText(f"{watch.joiners[0].said}{more}")
            self._do.set_words("Add to the pack")
        elif watch.offers:
            more = f" · {len(watch.offers) - 1} more" if len(watch.offers) > 1 else ""
            self._words.setText(f"{watch.offers[0].said(watch.zone)}{more}")
            self._do.set_words("Gather them")
        elif watch.packs:
            self._words.setText(f"Pack · {watch.packs[0].said}")
            self._do.set_words("Answer the pack")
        asks = bool(watch.joiners or watch.offers)
        self._not.setVisible(asks)
        self.setVisible(asks or bool(watch.packs))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ways, narrow = QBoxLayout.Direction, self.width() < current().px(NARROW)
        self._row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def text(self) -> str:
        """Return what it says."""
        return self._words.text()
