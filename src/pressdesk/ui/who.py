"""Who is at the desk? Asked when the person is not among the staff, or wants to change."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from pressdesk.ui.kit import CentredColumn, GrowingLabel, KeyButton, Kind, Look
from pressdesk.ui.opening import Opened
from pressdesk.ui.theme import current

_WIDTH = 34  # em


class WhoIsThere(CentredColumn):
    """``chosen`` carries a name of the staff, ``left`` when nobody new sits down (Esc)."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(_WIDTH)
        self._build()
        self._arrange()
        self._connect()

    def offer(self, opened: Opened) -> None:
        """Offer the staff of an office, with whoever sits there now chosen."""
        self._known = opened.person_known()
        self._names.clear()
        for name in opened.staff:
            self._names.addItem(QListWidgetItem(name))
        seated = opened.services.context.actor
        self._names.setCurrentRow(opened.staff.index(seated) if self._known else 0)
        self._names.setFocus()

    def _build(self) -> None:
        self._known = False
        self._title = GrowingLabel("Who is at the desk?", Look.HEADLINE)
        self._advice = GrowingLabel(
            "What you log and change is kept under your name. Names are added in Settings.",
            Look.MUTED,
        )
        self._names = QListWidget()
        self._names.setAccessibleName("Staff")
        self._names.setFixedHeight(current().px(18))
        self._sit = KeyButton("Sit down", Kind.PRIMARY, "Return", binds=False)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)

    def _arrange(self) -> None:
        for widget in (self._title, self._advice, self._names):
            self.body.addWidget(widget)
        self.body.addWidget(self._sit, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self._names.itemActivated.connect(self._tell)
        self._sit.clicked.connect(self._tell)
        self._escape.activated.connect(self._leave)

    def _tell(self) -> None:
        if (item := self._names.currentItem()) is not None:
            self.chosen.emit(item.text())

    def _leave(self) -> None:
        if self._known:
            self.left.emit()
