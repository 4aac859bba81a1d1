"""What stands where there is nothing yet: why, and what to do."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from pressdesk.ui.kit.key_button import KeyButton, Kind
from pressdesk.ui.kit.text import GrowingLabel, Look
from pressdesk.ui.theme import current


class EmptyState(QWidget):
    """An icon, a sentence, advice and, if ``action`` names one, a button.

    ``action_requested`` when the button is pressed; ``key`` is shown on it, and bound elsewhere.
    """

    action_requested = Signal()

    def __init__(
        self, icon: str, sentence: str, advice: str = "", action: str = "", key: str = ""
    ) -> None:
        super().__init__()
        self._icon_name = icon
        self._build(action, key)
        self._arrange()
        self._button.clicked.connect(self.action_requested)
        self.set_words(sentence, advice)

    def set_words(self, sentence: str, advice: str = "") -> None:
        """Say something else."""
        self._sentence.setText(sentence)
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
        self.setAccessibleName(f"{sentence} {advice}".strip())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw_icon()

    def _build(self, action: str, key: str) -> None:
        self._icon = QLabel(self)
        self._draw_icon()
        self._sentence = GrowingLabel("", Look.TITLE, self)
        self._advice = GrowingLabel("", Look.MUTED, self)
        self._button = KeyButton(action, Kind.PRIMARY, key, self, binds=False)
        self._button.setVisible(bool(action))
        for label in (self._icon, self._sentence, self._advice):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(current().px(0.7))
        column.addStretch(2)
        for widget in (self._icon, self._sentence, self._advice):
            column.addWidget(widget)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def _draw_icon(self) -> None:
        side = current().px(3)
        icon = current().icon(self._icon_name, "text_muted")
        self._icon.setPixmap(icon.pixmap(QSize(side, side)))
