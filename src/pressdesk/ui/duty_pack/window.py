"""The window of the duty pack: make one, merge one. It never stands in the way of a call."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.bootstrap import Services
from pressdesk.ui.duty_pack.making import Making
from pressdesk.ui.duty_pack.merging import MergingCard
from pressdesk.ui.kit import Scrolled
from pressdesk.ui.kit.on_screen import open_at
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Tools


class DutyPackWindow(QWidget):
    """Esc closes it."""

    def __init__(self, services: Services, tools: Tools) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("page")
        self.setWindowTitle("Duty pack — PressDesk")
        self._build(services, tools)
        self._arrange()
        self._escape.activated.connect(self.close)
        self.making.made.connect(self.merging.look)

    def _build(self, services: Services, tools: Tools) -> None:
        self._cards = QWidget()
        self.making = Making(services, tools, self._cards)
        self.merging = MergingCard(services, tools, self._cards)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self.setFocusProxy(self.making)

    def _arrange(self) -> None:
        px = current().px
        cards = QVBoxLayout(self._cards)
        cards.setContentsMargins(px(1.4), px(1.2), px(1.4), px(1.2))
        cards.setSpacing(px(1))
        cards.addWidget(self.making)
        cards.addWidget(self.merging)
        cards.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Scrolled(self._cards))
        open_at(self, px(52), px(46))
