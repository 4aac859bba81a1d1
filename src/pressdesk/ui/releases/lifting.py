"""Watches for the embargoes that end by themselves, and says so once."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal

from pressdesk.bootstrap import Services
from pressdesk.services.embargoes import ReleaseEmbargo
from pressdesk.ui.bus import Changed
from pressdesk.ui.tools import Message, Tools

_JUST_AFTER = timedelta(microseconds=1)


@dataclass(frozen=True)
class Lifted:
    """What the lists hear when time alone has freed a release: nothing was saved by anybody."""

    tables: frozenset[str] = field(default=frozenset({"release"}))
    actor: str = ""


class LiftWatch(QObject):
    """``lifted`` carries the :class:`Message` about the releases that have just become free.

    It compares each tick with the ends it has read, so that a tick after sleep tells all that
    ended meanwhile, and none of them twice.
    """

    lifted = Signal(object)

    def __init__(self, services: Services, tools: Tools, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._tools = services, tools
        self._coming: tuple[ReleaseEmbargo, ...] | None = None
        self._told = tools.clock.now().replace(microsecond=0)
        tools.ticker.ticked.connect(self._tick)
        tools.bus.changed.connect(self._on_changed)
        self._read()

    def _read(self) -> None:
        self._coming = None
        since = self._told + _JUST_AFTER
        work = partial(self._services.embargoes.lifting_between, since)
        self._tools.runner.run(self, work, self._take, key="lifting")

    def _take(self, found: tuple[ReleaseEmbargo, ...]) -> None:
        self._coming = found

    def _on_changed(self, changed: Changed) -> None:
        if "release" in changed.tables:
            self._read()

    def _tick(self, now: datetime) -> None:
        if self._coming is None:  # told at a tick after it has been read
            return
        set_back, self._told = now < self._told, now
        if set_back:
            self._read()
            return
        ended = tuple(one for one in self._coming if not one.embargo.holds(now))
        if ended:
            self._tell(ended)

    def _tell(self, ended: tuple[ReleaseEmbargo, ...]) -> None:
        first = ended[0]
        act = partial(self._tools.navigator.release_requested.emit, first.id)
        sentence = f"The embargo on “{first.headline}” has ended. Its words may be used."
        if len(ended) > 1:
            sentence = f"The embargoes on {len(ended)} releases have ended."
        self.lifted.emit(Message(sentence, action="Open the release", act=act))
        self._tools.bus.publish(Lifted())
