"""A question that the program answers and the officer may answer otherwise, with a reason."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.ui.kit import Field, Segmented
from pressdesk.ui.kit.segmented import Choice
from pressdesk.ui.log_enquiry.line_field import LineField
from pressdesk.ui.theme import current


class Judgement(QWidget):
    """The program's proposal is chosen until the officer chooses another; then ``reason`` shows.

    ``edited`` when the officer's choice or reason changes.
    """

    edited = Signal()

    def __init__(self, label: str, choices: Sequence[Choice], reason: str) -> None:
        super().__init__()
        self._proposed: Hashable = choices[0][0]
        self._own: Hashable | None = None
        self._segments = Segmented(label.replace("&", ""), choices)
        self.field = Field(label, self._segments)
        self.reason = LineField(reason)
        self._arrange()
        self.setFocusProxy(self._segments)
        self._segments.chosen.connect(self._on_chosen)
        self.reason.edited.connect(self.edited)
        self._show_reason()

    def own(self) -> Hashable | None:
        """Return what the officer chose, None while the proposal stands."""
        return self._own

    def put(self, own: Hashable | None, reason: str) -> None:
        """Show a judgement that was kept."""
        self._own = own
        self.reason.set_text(reason)
        self._show_value()

    def propose(self, value: Hashable, hint: str) -> None:
        """Show what the program would say, and why."""
        self._proposed = value
        self.field.set_hint(hint)
        self._show_value()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(0.5))
        column.addWidget(self.field)
        column.addWidget(self.reason)

    def _on_chosen(self, value: Hashable) -> None:
        self._own = None if value == self._proposed else value
        self._show_reason()
        self.edited.emit()

    def _show_value(self) -> None:
        self._segments.set_value(self._proposed if self._own is None else self._own)
        self._show_reason()

    def _show_reason(self) -> None:
        agrees = self._own is None or self._own == self._proposed
        self.reason.setVisible(not agrees or bool(self._own is not None and self.reason.text()))
