"""The top of the Response tab: how it stands, what is to be done next, what the clocks say."""

from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.domain.clocks import clocks_of, clocks_said
from pressdesk.domain.enquiries import WAITING_STATUSES, Enquiry
from pressdesk.domain.next_act import NextAct, next_act, stands_said
from pressdesk.domain.promises import SOON, open_promises
from pressdesk.ui.enquiry.promises_box import said as promise_said
from pressdesk.ui.enquiry.view import View
from pressdesk.ui.enquiry.words import deadline_fact, ended_said
from pressdesk.ui.kit import GrowingLabel, Look
from pressdesk.ui.theme import current

_ROLES = {
    NextAct.AWAIT: "warning",
    NextAct.CHANGE: "overdue",
    NextAct.GIVE: "cleared",
    NextAct.KEEP: "cleared",
    NextAct.CLOSE: "cleared",
}
_NEXT = {
    NextAct.AWAIT: "Next: chase them, or note at their step what they said.",
    NextAct.CHANGE: "Next: change the words. Ctrl Enter asks again.",
    NextAct.KEEP: "Next: say at each promise what became of it.",
    NextAct.CLOSE: "Next: choose how it ended. Ctrl Shift Enter closes it.",
}


class Standing(QWidget):
    """Three lines, and one for the promise that is due within the hour."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view: View | None = None
        self._next = ""
        self._stands = GrowingLabel("", Look.STRONG, self)
        self._how = GrowingLabel("", Look.BODY, self)
        self._promise = GrowingLabel("", Look.BODY, self)
        self._deadline = GrowingLabel("", Look.SECONDARY, self)
        self._clocks = GrowingLabel("", Look.SECONDARY, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(0.25))
        for line in (self._stands, self._how, self._promise, self._deadline, self._clocks):
            column.addWidget(line)

    def show_view(self, view: View, now: datetime) -> None:
        """Show how an enquiry stands."""
        enquiry = view.enquiry
        holds = enquiry.summary.holding_only and next_act(enquiry) is NextAct.ANSWER
        self._view = view
        self._stands.setText(stands_said(enquiry))
        self._stands.set_role("warning" if holds else _ROLES.get(next_act(enquiry), ""))
        self._clocks.setText(clocks_said(clocks_of(enquiry.answers), enquiry.summary.received_at))
        self.tick(now)

    def show_next(self, act: NextAct, *, words: bool, asks: bool) -> None:
        """Say what comes next; ``words`` are typed, ``asks`` when they are to be cleared first."""
        how = _NEXT.get(act, "")
        if act is NextAct.GIVE:
            how = "Next: give them. Ctrl Enter records that." if words else "Next: use these words."
        elif act is NextAct.ANSWER and not words:
            how = "Next: choose the terms and type the words."
        elif act is NextAct.ANSWER:
            does = "Ask for clearance" if asks else "Give it, and record it"
            how = f"Next: {does.lower()}. Ctrl Enter."
        self._how.setText(how)
        self._how.setVisible(bool(how))

    def tick(self, now: datetime) -> None:
        """Let the time left go by."""
        if self._view is None:
            return
        enquiry, zone = self._view.enquiry, self._view.zone
        waits = enquiry.summary.status in WAITING_STATUSES
        fact = deadline_fact(enquiry, now, zone)
        said = f"Deadline {fact.value}" if waits else ended_said(enquiry, now, zone)
        self._deadline.setText(said)
        self._deadline.set_role(fact.role if waits else "")
        self._deadline.setVisible(bool(said))
        self._promise.setText(self._due(enquiry, now))
        self._promise.set_role("due_soon")
        self._promise.setVisible(bool(self._promise.text()))

    def _due(self, enquiry: Enquiry, now: datetime) -> str:
        assert self._view is not None
        for promise in open_promises(enquiry.promises):
            if promise.due_at - now <= SOON:
                return f"Promised “{promise.words}” {promise_said(promise, now, self._view.zone)}"
        return ""
