"""What a handover says: one page of sections, the same on screen, on paper and in a terminal."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from pressdesk.domain.handover import Kind, Night
from pressdesk.domain.rota_warnings import period_said
from pressdesk.domain.said import when_said

LONGEST = 12
"""How many entries a section shows; a page that nobody can take in hands over nothing."""


@dataclass(frozen=True)
class Entry:
    """One thing to know. ``role`` is the colour of ``when``; an id leads to what it is about."""

    when: str
    words: str
    detail: str = ""
    role: str = "text"
    enquiry_id: int | None = None
    release_id: int | None = None


@dataclass(frozen=True)
class Section:
    """Entries under a title; ``nothing`` is said when there are none, ``more`` are not shown."""

    title: str
    entries: tuple[Entry, ...]
    nothing: str
    more: int = 0


@dataclass(frozen=True)
class Taken:
    """Who took a handover over, and when (UTC)."""

    by: str
    at: datetime


@dataclass(frozen=True)
class HandoverPage:
    """One handover. ``taken`` is None until somebody takes it over."""

    office: str
    zone: ZoneInfo
    kind: Kind
    night: Night
    sections: tuple[Section, ...]
    made_at: datetime
    taken: Taken | None = None

    @property
    def period(self) -> str:
        """The night in words: “Monday 23 November 17:00 to Tuesday 24 November 08:30”."""
        return period_said((self.night.begins, self.night.ends), self.zone)

    @property
    def standing(self) -> str:
        """Whether it is taken over, in words."""
        if self.taken is None:
            return "Not taken over yet"
        when = when_said(self.taken.at, self.made_at, self.zone)
        return f"Taken over by {self.taken.by}, {when}"


def section(title: str, entries: Iterable[Entry], nothing: str) -> Section:
    """Return a section of the first entries, with the count of those left out."""
    entries = tuple(entries)
    return Section(title, entries[:LONGEST], nothing, max(0, len(entries) - LONGEST))


def lines(page: HandoverPage) -> Iterator[str]:
    """Yield the page as plain lines."""
    yield page.kind.label
    yield f"{page.office}, {page.period}"
    yield f"{page.standing}."
    for part in page.sections:
        yield ""
        yield part.title
        yield from (f"  {line}" for line in _told(part))


def _told(part: Section) -> Iterator[str]:
    if not part.entries:
        yield part.nothing
    for entry in part.entries:
        yield ": ".join(filter(None, (entry.when, entry.words)))
        if entry.detail:
            yield f"    {entry.detail}"
    if part.more:
        yield more_said(part)


def more_said(part: Section) -> str:
    """Return “and 3 more on the desk”, or nothing."""
    return f"and {part.more} more on the desk" if part.more else ""
