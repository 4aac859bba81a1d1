"""Feeds that the office reads: how often, how the last look went, when the next is due."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

LEAST_MINUTES, MOST_MINUTES = 5, 1_440
_LONGEST_PAUSE = timedelta(days=1)
_MOST_DOUBLINGS = 8  # twice as long after each failure, up to the longest pause


@dataclass(frozen=True)
class Feed:
    """An RSS or Atom feed by its address, looked at every so many ``minutes`` while ``active``."""

    name: str
    address: str
    minutes: int = 60
    active: bool = True
    id: int | None = None


@dataclass(frozen=True)
class Look:
    """One look at a feed: when, how many releases were ``new``, how many ``changed``.

    ``said`` is a sentence about what is amiss, empty when nothing is. ``failures`` counts the
    looks in a row that gave nothing; 0 when this one did.
    """

    at: datetime
    new: int = 0
    changed: int = 0
    said: str = ""
    failures: int = 0

    @property
    def came(self) -> str:
        """Say what came by the look: “2 new, 1 changed”; empty when nothing did."""
        told = (self.new, "new"), (self.changed, "changed")
        return ", ".join(f"{count:,} {word}" for count, word in told if count)


@dataclass(frozen=True)
class FeedState:
    """A feed and the last look at it; None before the first."""

    feed: Feed
    last: Look | None = None

    def failed(self, at: datetime, sentence: str) -> Look:
        """Return the look that came to nothing."""
        failures = self.last.failures if self.last else 0
        return Look(at, said=sentence, failures=failures + 1)

    def is_due(self, now: datetime) -> bool:
        """Say whether it is time to look; a feed that fails is looked at less and less often.

        A last look that lies in the future (the clock was set back) does not count.
        """
        if not self.feed.active:
            return False
        return self.last is None or self.last.at > now or now >= self.last.at + self._pause()

    def _pause(self) -> timedelta:
        usual = timedelta(minutes=self.feed.minutes)
        failures = min(self.last.failures if self.last else 0, _MOST_DOUBLINGS)
        return usual if not failures else max(usual, min(usual * 2**failures, _LONGEST_PAUSE))


def came_said(came: Iterable[tuple[str, Look]]) -> str:
    """Say what came, by the names of the feeds; empty when nothing did.

    “3 new releases from Police news. 1 changed release from Fire news.”
    """
    return " ".join(
        f"{count:,} {word} {'release' if count == 1 else 'releases'} from {name}."
        for name, look in came
        for count, word in ((look.new, "new"), (look.changed, "changed"))
        if count
    )
