"""A reason asked for in place: why it is urgent, why it is opened again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pressdesk.ui.kit import InlineForm
from pressdesk.ui.log_enquiry.line_field import LineField


class InlineReason(InlineForm):
    """``given`` carries the words. ``choice`` is an input that stands above the line, if any."""

    given = Signal(str)

    def __init__(self, question: str, button: str, choice: QWidget | None = None) -> None:
        self.reason = LineField(question)
        self._first = choice or self.reason.input
        super().__init__([*([[choice]] if choice else []), [self.reason]], button)

    def open(self) -> None:
        """Ask."""
        self.reason.set_text("")
        self.reason.set_problem("")
        self.come(self._first)

    @override
    def enter(self) -> None:
        self.given.emit(self.reason.text())
