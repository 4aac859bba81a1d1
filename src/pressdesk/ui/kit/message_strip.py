"""What the program has to say, at the top of the page and never in the way."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget
from typing_extensions import override

from pressdesk.ui.kit.key_button import KeyButton, Kind
from pressdesk.ui.kit.restyle import set_property
from pressdesk.ui.kit.text import GrowingLabel, Look
from pressdesk.ui.theme import current

ACT_KEY = "Alt+Return"


class Tone(StrEnum):
    """How much it matters."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


_SHAPES = {
    Tone.INFO: ("info", "accent", "Note"),
    Tone.WARNING: ("alert", "warning", "Warning"),
    Tone.ERROR: ("alert", "overdue", "Problem"),
}


class MessageStrip(QFrame):
    """Hidden until there is something to say; Esc or the cross puts it away, ACT_KEY does its act.

    ``dismissed`` when it was put away, ``action_requested`` when its button was pressed.
    """

    dismissed = Signal()
    action_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone.INFO
        self._build()
        self._arrange()
        self._connect()
        self.hide()

    def show_message(self, sentence: str, tone: Tone = Tone.INFO, action: str = "") -> None:
        """Show ``sentence``, with a button when ``action`` names one; replaces what stood there."""
        self._tone = tone
        set_property(self, "kind", tone.value)
        self._draw_icons()
        self._words.setText(sentence)
        self._button.set_words(action)
        self._button.setVisible(bool(action))
        self.setAccessibleName(f"{_SHAPES[tone][2]}: {sentence}")
        self.show()

    def text(self) -> str:
        """Return the sentence it shows or showed last."""
        return self._words.text()

    def dismiss(self) -> None:
        """Put it away."""
        self.hide()
        self.dismissed.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw_icons()

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = QLabel(self)
        self._words = GrowingLabel("", Look.BODY, self)
        self._button = KeyButton("", Kind.QUIET, ACT_KEY, self)
        self._close = QToolButton(self)
        self._close.setAccessibleName("Put this message away")
        self._close.setToolTip("Put this message away (Esc)")
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(*(current().px(e) for e in (1.2, 0.4, 0.6, 0.4)))
        row.setSpacing(current().px(0.7))
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)

    def _connect(self) -> None:
        self._close.clicked.connect(self.dismiss)
        self._escape.activated.connect(self.dismiss)
        self._button.clicked.connect(self._act)

    def _draw_icons(self) -> None:
        theme = current()
        icon, role, _ = _SHAPES[self._tone]
        side = QSize(theme.px(1.4), theme.px(1.4))
        self._icon.setPixmap(theme.icon(icon, role).pixmap(side))
        self._close.setIcon(theme.icon("close"))
        self._close.setIconSize(side)

    def _act(self) -> None:
        self.hide()
        self.action_requested.emit()
