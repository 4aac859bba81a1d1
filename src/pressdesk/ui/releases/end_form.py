"""Setting until when a release is under embargo: the moment, understood as it is typed, and why."""

from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.embargo import Embargo, left_said, until_said
from pressdesk.errors import PressDeskError, Refused
from pressdesk.ui.kit import Card, KeyButton, Kind
from pressdesk.ui.log_enquiry.line_field import LineField
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Tools

HINT = "The day and the time, like tomorrow 00:01 or 5 Nov 9.30am"


class EndForm(Card):
    """Hidden until opened; Enter gives moment and reason as typed, Esc leaves."""

    given = Signal(str, str)
    left = Signal()

    def __init__(self, services: Services, tools: Tools, parent: QWidget) -> None:
        super().__init__(parent)
        self._embargoes, self._tools = services.embargoes, tools
        self._zone = ZoneInfo("UTC")
        self._build()
        self._arrange()
        self._connect()
        self.hide()

    def open(self, zone: ZoneInfo) -> None:
        """Ask."""
        self._zone = zone
        for field in (self.until, self.reason):
            field.set_text("")
            field.set_problem("")
        self.show()
        self.until.setFocus()

    def show_problem(self, error: PressDeskError) -> None:
        """Say what is wrong at its field."""
        wrong = (
            self.reason if isinstance(error, Refused) and error.field == "reason" else self.until
        )
        wrong.set_problem(str(error))
        wrong.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._give()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.until, self.reason = LineField("Embargoed until", limit=100), LineField("Why")
        self.until.set_hint(HINT)
        self._set = KeyButton("Set the embargo", Kind.PRIMARY, "Enter", binds=False)
        self._leave = KeyButton("Leave", Kind.QUIET, "Esc", binds=False)

    def _arrange(self) -> None:
        fields, buttons = QHBoxLayout(), QHBoxLayout()
        fields.setSpacing(current().px(0.8))
        for field in (self.until, self.reason):
            fields.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        buttons.setSpacing(current().px(0.6))
        buttons.addWidget(self._set)
        buttons.addWidget(self._leave)
        buttons.addStretch(1)
        self.body.addLayout(fields)
        self.body.addSpacing(current().px(0.3))
        self.body.addLayout(buttons)

    def _connect(self) -> None:
        self.until.edited.connect(self._on_typed)
        self.reason.edited.connect(self._clear_reason)
        self._set.clicked.connect(self._give)
        self._leave.clicked.connect(self.left)

    def _on_typed(self) -> None:
        self.until.set_problem("")
        work = partial(self._embargoes.understand, self.until.text())
        self._tools.runner.run(self, work, self._on_understood, key="until")

    def _on_understood(self, embargo: Embargo) -> None:
        typed = self.until.text().strip()
        self.until.set_hint(_said(embargo, self._tools.clock.now(), self._zone) if typed else HINT)

    def _clear_reason(self) -> None:
        self.reason.set_problem("")

    def _give(self) -> None:
        self.given.emit(self.until.text(), self.reason.text())


def _said(embargo: Embargo, now: datetime, zone: ZoneInfo) -> str:
    """Return what was understood: “Until tomorrow 00:01 · in 9 h 55 min”."""
    if embargo.until is None:
        return embargo.reason or HINT
    if embargo.until <= now:
        return "That moment has passed."
    until = until_said(embargo, now, zone)
    said = f"{until[:1].upper()}{until[1:]} · in {left_said(embargo.until, now)}"
    return " · ".join(filter(None, (said, embargo.reason)))
