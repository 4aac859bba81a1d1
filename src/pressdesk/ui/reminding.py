"""Looks for what is to be told, and tells it unless it is in sight already."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject

from pressdesk.bootstrap import Services
from pressdesk.domain.reminders import Reminder, notices
from pressdesk.errors import PressDeskError
from pressdesk.services.reminders import Notifier
from pressdesk.ui.bus import Changed
from pressdesk.ui.kit import Tone
from pressdesk.ui.tools import Message, Tools

LOOKS_AGAIN = timedelta(seconds=30)
WATCHES = frozenset(
    {
        "enquiry",
        "shift",
        "hours",
        "special_day",
        "office",
        "lead_time",
        "release",
        "promise",
        "target",
        "clearance_step",
    }
)


class Reminding(QObject):
    """Looks twice a minute, after each change, and at once when the clock has jumped.

    ``in_sight`` answers whether the person sees a reminder's row now; it is then kept as told.
    """

    def __init__(
        self,
        services: Services,
        tools: Tools,
        in_sight: Callable[[Reminder], bool],
        notifier: Notifier,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services, self._tools = services, tools
        self._in_sight, self._notifier = in_sight, notifier
        self._looked_at: datetime | None = None
        self._complaint = ""
        tools.ticker.ticked.connect(self._tick)
        tools.bus.changed.connect(self._on_changed)

    def look(self) -> None:
        """Ask what is to be told now."""
        self._looked_at = self._tools.clock.now()
        self._tools.runner.run(self, self._services.reminders.take, self._tell, self._complain)

    def _tick(self, now: datetime) -> None:
        since = self._looked_at
        if since is None or not timedelta() <= now - since < LOOKS_AGAIN:
            self.look()

    def _complain(self, error: PressDeskError) -> None:
        """Say once why nothing can be told; the next look is half a minute away."""
        if str(error) != self._complaint:
            self._complaint = str(error)
            self._tools.navigator.say(Message(self._complaint, Tone.WARNING))

    def _on_changed(self, changed: Changed) -> None:
        if changed.tables & WATCHES:
            self.look()

    def _tell(self, found: tuple[Reminder, ...]) -> None:
        unseen = [reminder for reminder in found if not self._in_sight(reminder)]
        for notice in notices(unseen, self._tools.clock.now()):
            self._notifier.tell(notice)
