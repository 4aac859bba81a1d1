"""Setting until when a release is under embargo: the moment, understood as it is typed, and why."""

from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.embargo import Embargo, left_said, until_said
from pressdesk.errors import PressDeskError, Refused
from pressdesk.ui.kit import InlineForm
from pressdesk.ui.log_enquiry.line_field import LineField
from pressdesk.ui.tools import Tools

HINT = "The day and the time, like tomorrow 00:01 or 5 Nov 9.30am"


class EndForm(InlineForm):
    """``given`` carries the moment and the reason as they were typed."""

    given = Signal(str, str)

    def __init__(self, services: Services, tools: Tools) -> None:
        self.until, self.reason = LineField("Embargoed until", limit=100), LineField("Why")
        super().__init__([(self.until, self.reason)], "Set the embargo")
        self._embargoes, self._tools = services.embargoes, tools
        self._zone = ZoneInfo("UTC")
        self.until.set_hint(HINT)
        self.until.edited.connect(self._on_typed)
        self.reason.edited.connect(self._clear_reason)

    def open(self, zone: ZoneInfo) -> None:
        """Ask."""
        self._zone = zone
        for field in (self.until, self.reason):
            field.set_text("")
            field.set_problem("")
        self.come(self.until)

    def show_problem(self, error: PressDeskError) -> None:
        """Say what is wrong at its field."""
        wrong = (
            self.reason if isinstance(error, Refused) and error.field == "reason" else self.until
        )
        wrong.set_problem(str(error))
        wrong.setFocus()

    @override
    def enter(self) -> None:
        self.given.emit(self.until.text(), self.reason.text())

    def _on_typed(self) -> None:
        self.until.set_problem("")
        work = partial(self._embargoes.understand, self.until.text())
        self._tools.runner.run(self, work, self._on_understood, key="until")

    def _on_understood(self, embargo: Embargo) -> None:
        typed = self.until.text().strip()
        self.until.set_hint(_said(embargo, self._tools.clock.now(), self._zone) if typed else HINT)

    def _clear_reason(self) -> None:
        self.reason.set_problem("")


def _said(embargo: Embargo, now: datetime, zone: ZoneInfo) -> str:
    """Return what was understood: “Until tomorrow 00:01 · in 9 h 55 min”."""
    if embargo.until is None:
        return embargo.reason or HINT
    if embargo.until <= now:
        return "That moment has passed."
    until = until_said(embargo, now, zone)
    said = f"{until[:1].upper()}{until[1:]} · in {left_said(embargo.until, now)}"
    return " · ".join(filter(None, (said, embargo.reason)))
