"""Embargoed words on the command line: read on a terminal, kept from files and other programs."""

import sys

from pressdesk.bootstrap import Services
from pressdesk.domain.embargo import Embargo, Use, until_said
from pressdesk.domain.local_time import zone_named


def goes_out(*, as_json: bool) -> bool:
    """Say whether what is printed goes to a file or a program, which exports it."""
    return as_json or not sys.stdout.isatty()


def let_out(
    services: Services, release: tuple[int, Embargo], despite: str | None, *, as_json: bool
) -> None:
    """Ask before words of a release (its id, its embargo) go out while it is embargoed."""
    release_id, embargo = release
    if embargo.holds(services.context.clock.now()) and goes_out(as_json=as_json):
        services.embargoes.use(release_id, Use.EXPORT, despite)


def held_back(services: Services, embargo: Embargo, words: str) -> str:
    """Return the words, or “Under embargo until tomorrow 00:01.” in their place."""
    until = _until(services, embargo)
    return f"Under embargo {until}." if until and words else words


def mark(services: Services, embargo: Embargo) -> str:
    """Return “  EMBARGOED until tomorrow 00:01”, or nothing for a release that is free."""
    until = _until(services, embargo)
    return f"  EMBARGOED {until}" if until else ""


def _until(services: Services, embargo: Embargo) -> str:
    now = services.context.clock.now()
    if not embargo.holds(now):
        return ""
    return until_said(embargo, now, zone_named(services.office.facts().office.zone))
