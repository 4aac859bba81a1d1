"""The head of the panel: reference, subject, chips."""

from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.ui.enquiry.tab import emptied
from pressdesk.ui.enquiry.view import View
from pressdesk.ui.enquiry.words import chips, received_line
from pressdesk.ui.kit import Chip, ChipLook, FlowLayout, GrowingLabel, Look
from pressdesk.ui.theme import current


class Head(QWidget):
    """What the enquiry is, at a glance."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.received = GrowingLabel("", Look.MUTED, self)
        self.subject = GrowingLabel("", Look.TITLE, self)
        self._chips = QWidget(self)
        self._flow = FlowLayout(self._chips, current().px(0.35))
        self._shown: tuple[ChipLook, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(0.45))
        for widget in (self.received, self.subject, self._chips):
            column.addWidget(widget)

    def show_view(self, view: View, now: datetime) -> None:
        """Show an enquiry."""
        self.received.setText(received_line(view.enquiry, now, view.zone))
        self.subject.setText(view.enquiry.summary.subject or "No subject yet")
        self._show_chips(chips(view.enquiry))

    def _show_chips(self, looks: tuple[ChipLook, ...]) -> None:
        if looks == self._shown:
            return
        emptied(self._flow)
        for look in looks:
            self._flow.addWidget(Chip(look.text, look.role, look.icon))
        self._shown = looks
        self._chips.setAccessibleName(", ".join(look.text for look in looks))
        self._chips.updateGeometry()
