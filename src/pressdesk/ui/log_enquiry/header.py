"""The head of the window: what it is for, when the enquiry came in, and whether we were open."""

from datetime import datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout

from pressdesk.clock import Clock
from pressdesk.domain.routing import Decision, Route
from pressdesk.ui.kit import Chip, ChipLook, GrowingLabel, Look
from pressdesk.ui.log_enquiry.received import ReceivedEntry
from pressdesk.ui.theme import current

_OPEN = ChipLook("Office open", "open")
_CLOSED = ChipLook("Out of hours", "out_of_hours")


class Header(QFrame):
    """The title, the received time and the state of the office at that time."""

    def __init__(self, clock: Clock, received_at: datetime) -> None:
        super().__init__()
        self.received = ReceivedEntry(clock, received_at)
        self._state = Chip("")
        self._state.hide()
        title = GrowingLabel("Log enquiry", Look.TITLE)
        title.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(*(current().px(e) for e in (1.7, 1.1, 1.7, 1.1)))
        row.setSpacing(current().px(1.2))
        row.addWidget(title)
        row.addWidget(self.received, 1)
        row.addWidget(self._state)

    def state(self) -> str:
        """Return what it says of the office."""
        return self._state.look().text

    def show_decision(self, decision: Decision) -> None:
        """Say whether the office was open when the enquiry came in."""
        self._state.set_look(_OPEN if decision.route is Route.MAIN else _CLOSED)
        self._state.show()
