"""A part of a page that stands as one button until it is its turn."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.ui.kit.key_button import KeyButton, Kind
from pressdesk.ui.kit.text import SectionCaption
from pressdesk.ui.theme import current


class Unfold(QWidget):
    """``caption`` stands above the body; folded, only the button with ``call`` is seen.

    What the person opened stays open until the turn changes.
    """

    def __init__(
        self, caption: str, call: str, body: QWidget, key: str = "", *, binds: bool = True
    ) -> None:
        super().__init__()
        self.body = body
        self._turn: object = None
        self._caption = SectionCaption(caption, self)
        self._button = KeyButton(call, Kind.FOLDED, key, binds=binds)
        self._button.clicked.connect(self._on_called)
        self.setFocusProxy(body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(0.5))
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._caption)
        column.addWidget(body)
        self._fold(is_open=False)

    def is_open(self) -> bool:
        """Say whether the body is to be seen."""
        return not self.body.isHidden()

    def set_words(self, caption: str, call: str) -> None:
        """Change what stands above the body and on the button; no caption for an empty one."""
        self._caption.setText(caption)
        self._caption.setVisible(self.is_open() and bool(caption))
        if call != self._button.words:
            self._button.set_words(call)

    def take_turn(self, turn: object, *, is_open: bool) -> None:
        """Unfold or fold when ``turn`` is another than before; else leave it as it is."""
        if turn != self._turn:
            self._turn = turn
            self._fold(is_open=is_open)

    def open(self) -> None:
        """Unfold."""
        self._fold(is_open=True)

    def _fold(self, *, is_open: bool) -> None:
        self.body.setVisible(is_open)
        self._caption.setVisible(is_open and bool(self._caption.text()))
        self._button.setHidden(is_open)

    def _on_called(self) -> None:
        self.open()
        self.body.setFocus()
