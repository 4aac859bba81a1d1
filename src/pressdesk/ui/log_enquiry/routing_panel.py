"""Where the enquiry goes, in one sentence and its reason, as it is typed."""

from datetime import datetime
from zoneinfo import ZoneInfo

from pressdesk.domain.local_time import local_day
from pressdesk.domain.routing import Decision, Route
from pressdesk.domain.said import moment_said
from pressdesk.ui.kit import Card, GrowingLabel, Look

_PANELS = {Route.MAIN: "open", Route.OUT_OF_HOURS: "out_of_hours", Route.HELD: "held"}


class RoutingPanel(Card):
    """The decision and its reason, coloured by the line; says nothing until there is one."""

    def __init__(self) -> None:
        super().__init__()
        self._goes, self._reason = GrowingLabel("", Look.STRONG), GrowingLabel("", Look.SECONDARY)
        self.body.addWidget(self._goes)
        self.body.addWidget(self._reason)
        self.setAccessibleName("Routing")
        self.hide()

    def text(self) -> str:
        """Return what it says."""
        return f"{self._goes.text()} {self._reason.text()}"

    def show_decision(self, decision: Decision, zone: ZoneInfo) -> None:
        """Say where the enquiry goes, and why."""
        self._goes.setText(goes_to(decision, zone))
        self._reason.setText(decision.reason)
        self.set_panel(_PANELS[decision.route])
        self.setAccessibleDescription(self.text())
        self.show()


def goes_to(decision: Decision, zone: ZoneInfo) -> str:
    """Return “Goes to the out-of-hours line, 07836 217729 · Sam Okafor”, or until when it waits."""
    if decision.route is Route.MAIN:
        return f"Goes to the main line, {decision.number}"
    if decision.route is Route.OUT_OF_HOURS:
        duty = decision.duty_officer or "nobody is on the rota"
        return f"Goes to the out-of-hours line, {decision.number} · {duty}"
    until = _until(decision.held_until, decision.decided_for, zone)
    return f"Held until {until}, then the main line, {decision.number}"


def _until(opening: datetime | None, at: datetime, zone: ZoneInfo) -> str:
    if opening is None:
        return "further notice"
    return moment_said(opening, zone, seen_from=local_day(at, zone))
