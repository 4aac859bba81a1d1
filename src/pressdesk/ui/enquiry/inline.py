"""A question asked in place: why it is urgent, why it is opened again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from pressdesk.ui.kit import Card, KeyButton, Kind
from pressdesk.ui.log_enquiry.line_field import LineField
from pressdesk.ui.theme import current


class Inline(Card):
    """Hidden until opened; Esc puts it away and gives the focus back, Enter is for heirs."""

    def __init__(self) -> None:
        super().__init__()
        self._before: QWidget | None = None
        self.hide()

    def come(self, first: QWidget) -> None:
        """Show, and lead to what comes first."""
        if not self.isVisible():
            self._before = self.window().focusWidget()
        self.show()
        first.setFocus()

    def put_away(self) -> None:
        """Ask no more, and give the focus back."""
        inside = self.hasFocus() or self.isAncestorOf(self.window().focusWidget())
        self.hide()
        if inside and self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self._before = None

    def enter(self) -> None:
        """Do what Enter does."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.enter()
        else:
            super().keyPressEvent(event)


class InlineReason(Inline):
    """A question asked in place: Enter gives the reason.

    ``given`` carries the words. ``choice`` is an input that stands above the line, if any.
    """

    given = Signal(str)

    def __init__(self, question: str, button: str, choice: QWidget | None = None) -> None:
        super().__init__()
        self._choice = choice
        self.reason = LineField(question)
        self._save = KeyButton(button, Kind.PRIMARY, "Enter", binds=False)
        self._cancel = KeyButton("Cancel", Kind.QUIET, "Esc", binds=False)
        self._arrange()
        self._connect()

    def open(self) -> None:
        """Ask."""
        self.reason.set_text("")
        self.reason.set_problem("")
        self.come(self._choice or self.reason.input)

    @override
    def enter(self) -> None:
        self.given.emit(self.reason.text())

    def _arrange(self) -> None:
        if self._choice is not None:
            self.body.addWidget(self._choice)
        self.body.addWidget(self.reason)
        row = QHBoxLayout()
        row.setSpacing(current().px(0.6))
        row.addWidget(self._save)
        row.addWidget(self._cancel)
        row.addStretch(1)
        self.body.addSpacing(current().px(0.3))
        self.body.addLayout(row)

    def _connect(self) -> None:
        self._save.clicked.connect(self.enter)
        self._cancel.clicked.connect(self.put_away)
