"""An embargo: until when the words of a release may not be used, and who holds a copy.

A release is embargoed until exactly its instant: at that instant it is free. An embargo of which
the end is not known holds until a person sets its end or lifts it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from pressdesk.domain.deadlines import time_left
from pressdesk.domain.said import when_said

_NEVER: Final = datetime.min.replace(tzinfo=UTC)
_MINUTE: Final = timedelta(minutes=1)


class EmbargoState(StrEnum):
    """How a release stands: never embargoed, until a time, with no known end, lifted by hand."""

    NONE = "none"
    UNTIL = "until"
    NO_END = "no_end"
    LIFTED = "lifted"


@dataclass(frozen=True)
class Embargo:
    """``until`` is a UTC instant for UNTIL, else None.

    ``reason`` says what was assumed or could not be understood of the embargo line, or why a
    person set or lifted it.
    """

    state: EmbargoState = EmbargoState.NONE
    until: datetime | None = None
    reason: str = ""

    def holds(self, now: datetime) -> bool:
        """Say whether the release is under embargo at the instant ``now``."""
        if self.until is not None:
            return now < self.until
        return self.state is EmbargoState.NO_END


NOT_EMBARGOED: Final = Embargo()


def last_of(embargoes: Iterable[Embargo]) -> Embargo:
    """Return the one that ends last, before all one without a known end; none of none."""
    every = tuple(embargoes)
    for one in every:
        if one.state is EmbargoState.NO_END:
            return one
    ends = (one for one in every if one.until is not None)
    return max(ends, key=lambda one: one.until or _NEVER, default=NOT_EMBARGOED)


class Agreement(StrEnum):
    """Whether someone who holds a copy keeps to the embargo."""

    ASKED = "asked"
    AGREED = "agreed"
    REFUSED = "refused"

    @property
    def label(self) -> str:
        """The words on screen."""
        return {"asked": "Asked, no answer yet", "agreed": "Agreed", "refused": "Refused"}[self]


@dataclass(frozen=True)
class Holder:
    """Someone who holds a copy of an embargoed release.

    ``journalist_id`` is set for a contact. ``agreed_at`` and ``agreed_how`` say when and how the
    answer was given (“by email”); ``rung_at`` when they were rung about a broken embargo.
    """

    name: str
    outlet: str = ""
    number: str = ""
    journalist_id: int | None = None
    agreed: Agreement = Agreement.ASKED
    agreed_at: datetime | None = None
    agreed_how: str = ""
    given_at: datetime | None = None
    given_by: str = ""
    rung_at: datetime | None = None
    rung_by: str = ""
    id: int | None = None


class Use(StrEnum):
    """What is done with embargoed words that has to be asked about first."""

    COPY = "copy"
    EXPORT = "export"
    LINK = "link"
    ANSWER = "answer"


class EventKind(StrEnum):
    """What happens to an embargo and is kept beside it."""

    SET = "set"
    LIFTED = "lifted"
    COPY = Use.COPY.value
    EXPORT = Use.EXPORT.value
    LINK = Use.LINK.value
    ANSWER = Use.ANSWER.value
    REMOVED = "removed"
    BROKEN = "broken"


@dataclass(frozen=True)
class Event:
    """Something that happened to an embargo: when, by whom, and in which words."""

    kind: EventKind
    at: datetime
    by: str
    words: str = ""


def left_said(until: datetime, now: datetime) -> str:
    """Return the time until an embargo ends, in whole units gone by: “5 h 20 min”, “42 s”."""
    left = until - now
    return f"{int(left.total_seconds())} s" if left < _MINUTE else time_left(until, now)


def mark_said(embargo: Embargo, now: datetime) -> str:
    """Return the mark of a release in a list, “Embargoed 5 h 20 min”; empty when free."""
    if not embargo.holds(now):
        return ""
    if embargo.until is None:
        return "Embargoed, no end known"
    return f"Embargoed {left_said(embargo.until, now)}"


def until_said(embargo: Embargo, now: datetime, zone: ZoneInfo) -> str:
    """Return “until tomorrow 00:01”, or that no end is known."""
    if embargo.until is None:
        return "with no known end"
    return f"until {when_said(embargo.until, now, zone)}"


def event_said(event: Event) -> str:
    """Return what happened, without when and by whom."""
    return f"{_EVENTS[event.kind]}: {event.words}" if event.words else _EVENTS[event.kind]


_EVENTS: Final = {
    EventKind.SET: "Set the embargo",
    EventKind.LIFTED: "Lifted the embargo",
    EventKind.COPY: "Copied words despite the embargo",
    EventKind.EXPORT: "Exported words despite the embargo",
    EventKind.LINK: "Linked it to an enquiry despite the embargo",
    EventKind.ANSWER: "Answered with it despite the embargo",
    EventKind.REMOVED: "Removed from those who hold a copy",
    EventKind.BROKEN: "Embargo broken",
}
