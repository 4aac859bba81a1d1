"""Releases that bear on a question."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from pressdesk.bootstrap import Services
from pressdesk.domain.bearing import Strength
from pressdesk.domain.embargo import Embargo, until_said
from pressdesk.domain.said import MONTHS, linked_said
from pressdesk.errors import NotFound
from pressdesk.services.known import Known
from pressdesk.storage.releases import ReleaseSummary
from pressdesk.ui.known.asked import MOST, Asked
from pressdesk.ui.known.look import KnownLook

MOST_WORDS = 8
"""Words that matched which are named."""


def find(services: Services, asked: Asked, known: Known, zone: ZoneInfo) -> tuple[KnownLook, ...]:
    """Return the releases linked already, then those that bear on the question."""
    now = services.context.clock.now()
    if asked.enquiry_id is not None:  # what is linked stands on its own there
        unlinked = [one for one in known.releases if one.id not in asked.linked]
        return tuple(look_of(one, now, zone) for one in unlinked[:MOST])
    others = {one.id: one for one in known.releases[:MOST]}
    linked = (others.pop(one, None) or _summary(services, one) for one in asked.linked)
    every = (*filter(None, linked), *others.values())
    return tuple(look_of(one, now, zone) for one in every)


def look_of(release: ReleaseSummary, now: datetime, zone: ZoneInfo) -> KnownLook:
    """Return a release as a card shows it at the instant ``now``."""
    return KnownLook(
        id=release.id,
        title=release.headline,
        facts=published(release.published_on),
        action="Link",
        taken="Linked ✓",
        why=release.matched[:MOST_WORDS],
        learned=linked_said(release.linked),
        passage=release.passage,
        weak=release.strength is Strength.WEAK,
        embargo=release.embargo,
        held=held_said(release.embargo, now, zone),
        seen_at=now,
    )


def _summary(services: Services, release_id: int) -> ReleaseSummary | None:
    try:
        found = services.releases.show(release_id)
    except NotFound:  # taken away since the draft was kept
        return None
    parts = found.parts
    return ReleaseSummary(release_id, parts.headline, parts.published_on, 0, embargo=found.embargo)


def published(on: date | None) -> str:
    """Return “Published 14 May 2018”; nothing without a date."""
    return f"Published {day(on)}" if on else ""


def held_said(embargo: Embargo, now: datetime, zone: ZoneInfo) -> str:
    """Return “Embargoed until tomorrow 00:01”; nothing when it is free."""
    return f"Embargoed {until_said(embargo, now, zone)}" if embargo.holds(now) else ""


def day(on: date) -> str:
    """Return “14 May 2018”."""
    return f"{on.day} {MONTHS[on.month - 1][:3]} {on.year}"
