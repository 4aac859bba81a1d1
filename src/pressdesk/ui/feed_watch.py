"""Looks at the feeds while the window is open, beside all other work, and tells what came."""

from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal

from pressdesk.bootstrap import Services
from pressdesk.domain.feeds import came_said
from pressdesk.domain.said import listed
from pressdesk.errors import PressDeskError
from pressdesk.log import logger
from pressdesk.services.feeds import Looked
from pressdesk.storage.journal import Changed
from pressdesk.ui.kit import Tone
from pressdesk.ui.runner import Task
from pressdesk.ui.tools import Message, Tools

SETTLING = timedelta(seconds=20)
"""How long after the start the feeds are looked at first."""
EVERY = timedelta(minutes=1)
"""How often it is asked which feeds are due; each feed has its own time."""

Round = tuple[Looked, ...]


class FeedWatch(QObject):
    """``told`` carries a message: what is new, or once that a feed cannot be read."""

    told = Signal(object)

    def __init__(self, services: Services, tools: Tools, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._tools = services, tools
        self._under_way = False
        self._asked = tools.clock.now() + SETTLING - EVERY
        self._complained: set[int | None] = set()
        tools.ticker.ticked.connect(self._tick)

    def _tick(self, now: datetime) -> None:
        """Begin a round when it is time, also after sleep or when the clock was set back."""
        since = now - self._asked
        if not self._under_way and (since >= EVERY or since < -EVERY):
            self._under_way, self._asked = True, now
            work = partial(_looked, self._services)
            task = self._tools.runner.run_long(self, work, self._tell, self._fail)
            task.ended.connect(self._end)

    def _tell(self, looked: Round) -> None:
        if looked:
            actor = self._services.context.actor
            self._tools.bus.publish(Changed(frozenset({"feed_look"}), actor))
        if came := came_said((one.feed.name, one.look) for one in looked):
            self.told.emit(Message(came))
        failed = [one for one in looked if one.look.failures]
        fresh = [one for one in failed if one.feed.id not in self._complained]
        # One that is failing since before the start was complained of then.
        if fresh := [one for one in fresh if one.look.failures == 1]:
            self.told.emit(Message(_trouble(fresh), Tone.WARNING))
        self._complained |= {one.feed.id for one in failed}

    def _fail(self, error: PressDeskError) -> None:
        """Say nothing: what a person saves meanwhile says itself that the file is not usable."""
        logger().warning("feeds could not be looked at: %s", type(error).__name__)

    def _end(self) -> None:
        self._under_way = False


def _looked(services: Services, task: Task) -> Round:
    """Look at what is due, on the runner's thread; each look is whole, whenever it is stopped."""
    done: list[Looked] = []

    def step() -> None:
        task.step(len(done), 0)

    for looked in services.feeds.look_at_due(step):
        done.append(looked)
        step()
    return tuple(done)


def _trouble(failed: list[Looked]) -> str:
    if len(failed) == 1:
        (one,) = failed
        return (
            f"The feed “{one.feed.name}” could not be read: {one.look.said} "
            "PressDesk goes on trying; see Settings, Feeds."
        )
    names = listed([f"“{one.feed.name}”" for one in failed])
    return f"The feeds {names} could not be read. PressDesk goes on trying; see Settings, Feeds."
