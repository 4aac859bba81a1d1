"""What stands beside an enquiry: notes, routing decisions, files, releases."""

from dataclasses import dataclass
from datetime import date, datetime

from pressdesk.domain.embargo import NOT_EMBARGOED, Embargo
from pressdesk.domain.routing import Route


@dataclass(frozen=True)
class InternalNote:
    """A note for colleagues; factual, since the log is open to FOI."""

    words: str
    author: str
    written_at: datetime
    id: int


@dataclass(frozen=True)
class KeptDecision:
    """One routing decision as it was stored; never recomputed."""

    decided_for: datetime
    route: Route
    number: str
    urgent: bool
    urgent_reason: str
    reason: str
    held_until: datetime | None
    override_reason: str
    actor: str


@dataclass(frozen=True)
class Attachment:
    """A file kept with an enquiry by the hash of its content; ``name`` is data, never a path."""

    id: int
    name: str
    sha256: str
    size: int
    added_by: str
    added_at: datetime


@dataclass(frozen=True)
class LinkedRelease:
    """A release shown beside an enquiry."""

    id: int
    headline: str
    published_on: date | None
    notes: int
    embargo: Embargo = NOT_EMBARGOED
