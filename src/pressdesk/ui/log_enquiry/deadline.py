"""The deadline in the journalist's own words, and what is understood by them."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.domain.enquiries import EnquiryForm
from pressdesk.domain.said import time_said
from pressdesk.services.enquiries import Preview
from pressdesk.ui.kit import Segmented
from pressdesk.ui.log_enquiry.line_field import LineField
from pressdesk.ui.theme import current


class DeadlineEntry(QWidget):
    """Words, the moment they name, and a choice when they name two. ``edited`` on a change."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = LineField("&Deadline")
        self._choice: Segmented | None = None
        self._choices: tuple[datetime, ...] = ()
        self._at: datetime | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().px(0.4))
        self._column.addWidget(self.words)
        self.setFocusProxy(self.words)
        self.words.edited.connect(self._on_typed)

    def put(self, form: EnquiryForm) -> None:
        """Show the deadline of a form."""
        self.words.set_text(form.deadline_words)
        self._at = form.deadline_at

    def take(self, form: EnquiryForm) -> EnquiryForm:
        """Return the form with the words, and the moment chosen of two."""
        return replace(form, deadline_words=self.words.text(), deadline_at=self._at)

    def show_preview(self, preview: Preview, zone: ZoneInfo) -> None:
        """Say what is understood; ask when the words name two moments."""
        self.words.set_hint(preview.deadline_said)
        if preview.deadline.choices != self._choices:
            self._offer(preview.deadline.choices, zone)

    def _offer(self, choices: tuple[datetime, ...], zone: ZoneInfo) -> None:
        self._choices = choices
        if self._choice is not None:
            self._column.removeWidget(self._choice)
            self._choice.hide()
            self._choice.deleteLater()
            self._choice = None
        if choices:
            labels = [(at, _said(at, zone)) for at in choices]
            self._choice = choice = Segmented("Which of the two", [(None, "Which?"), *labels])
            choice.set_value(self._at if self._at in choices else None)
            choice.chosen.connect(self._on_chosen)
            self._column.addWidget(choice)
            self.setTabOrder(self.words.input, choice.focusProxy() or choice)

    def _on_typed(self) -> None:
        self._at = None
        self.edited.emit()

    def _on_chosen(self, at: datetime | None) -> None:
        self._at = at
        self.edited.emit()


def _said(at: datetime, zone: ZoneInfo) -> str:
    """Return “01:30 BST”: which side of the change of clocks."""
    return f"{time_said(at, zone)} {at.astimezone(zone).tzname()}"
