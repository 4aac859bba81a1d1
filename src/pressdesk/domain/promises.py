"""What a press officer promised a journalist: “I'll ring by 3”."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from pressdesk.domain.deadlines import DeadlineKind, understand
from pressdesk.domain.hours import OpeningHours
from pressdesk.errors import Refused

SOON = timedelta(hours=1)
NO_TIME = "Say by when, like “I’ll ring by 3” or “figures on Fri 10am”."


class PromiseState(StrEnum):
    """What became of a promise. *Released*: the journalist no longer needs it."""

    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"
    RELEASED = "released"

    @property
    def label(self) -> str:
        """The state as printed on screen."""
        return "No longer needed" if self is PromiseState.RELEASED else self.value.capitalize()


@dataclass(frozen=True)
class Promise:
    """Words promised by somebody, and the moment by which they are due."""

    id: int
    words: str
    due_at: datetime
    made_by: str
    made_at: datetime
    state: PromiseState = PromiseState.OPEN
    settled_by: str = ""
    settled_at: datetime | None = None

    @property
    def late(self) -> bool:
        """Say whether it was kept, but after it was due."""
        kept = self.state is PromiseState.KEPT and self.settled_at is not None
        return kept and self.settled_at > self.due_at  # type: ignore[operator]


def due_in(words: str, now: datetime, hours: OpeningHours) -> datetime:
    """Return the moment that the words of a promise name; raise Refused when they name none.

    The words are read as a deadline would be: whole first, then without their beginning, so that
    “I'll ring by 3” is due at three.
    """
    for start in (0, *(found.start() for found in re.finditer(r"(?<=\s)\S", words))):
        understood = understand(words[start:], now, hours)
        if understood.kind is DeadlineKind.AT and understood.at is not None:
            if understood.at <= now:
                raise Refused("That moment has passed. " + NO_TIME, field="promise")
            return understood.at
        if understood.choices:
            raise Refused(understood.note + " Add BST or GMT.", field="promise")
    raise Refused(NO_TIME, field="promise")


def open_promises(promises: Iterable[Promise]) -> tuple[Promise, ...]:
    """Return the promises that are still to be kept, the nearest first."""
    kept = (promise for promise in promises if promise.state is PromiseState.OPEN)
    return tuple(sorted(kept, key=lambda promise: promise.due_at))
