"""A day and time typed by hand; when the clocks go back and it happens twice, it asks which."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from pressdesk.domain.said import day_said, moment_said
from pressdesk.errors import Refused
from pressdesk.ui.kit import Field, Segmented
from pressdesk.ui.theme import current

_FIRST, _SECOND = "first", "second"


class MomentField(QWidget):
    """``changed`` when the words or the choice between two moments changed."""

    changed = Signal()

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.field = Field(label, self.line, parent=self)
        choices = ((_FIRST, "The first"), (_SECOND, "The second"))
        self._which = Segmented("Which of the two", choices, self)
        self._which.hide()
        self._refused = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(0.3))
        column.addWidget(self.field)
        column.addWidget(self._which)
        column.addStretch(1)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self.changed)
        self._which.chosen.connect(self.changed)

    def set_moment(self, words: str, *, second: bool = False) -> None:
        """Show words as if typed; ``second`` chooses the later of two."""
        self.line.setText(words)
        self.line.setCursorPosition(0)
        self._which.set_value(_SECOND if second else _FIRST)
        self.field.set_problem("")

    def stops(self) -> tuple[QWidget, ...]:
        """Return where Tab stops, in order."""
        return (self.line, *self._which.findChildren(QPushButton))

    def insist(self) -> None:
        """Show why the words were not understood as a problem, and lead there."""
        self.field.set_problem(self._refused)
        self.line.setFocus()

    def read(
        self, reader: Callable[[str], tuple[datetime, ...]], zone: ZoneInfo
    ) -> datetime | None:
        """Return the moment meant and say beneath what was understood; None for other words."""
        try:
            named = reader(self.line.text())
        except Refused as error:
            self._which.hide()
            self._refused = str(error)
            self.field.set_hint(self._refused)
            return None
        twice = len(named) > 1
        self._which.setVisible(twice)
        chosen = named[-1 if twice and self._which.value() == _SECOND else 0]
        self.field.set_hint(_told(named, chosen, zone))
        return chosen


def _told(named: tuple[datetime, ...], chosen: datetime, zone: ZoneInfo) -> str:
    local = chosen.astimezone(zone)
    if len(named) > 1:
        return f"{local:%H:%M} comes twice on {day_said(local.date())}. Which is meant?"
    return moment_said(chosen, zone)
