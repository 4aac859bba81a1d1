"""For information: those who are told what is said and never hold it up.

Whom to tell follows from the clearance of the words, or from what an answer rests on. Who was told
is recorded when it was done; nobody has to be told before words are given.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from pressdesk.domain.clearance import Clearance, ClearanceState, Template
from pressdesk.domain.said import when_said

USUALLY = "by email"
"""How somebody is told, when nothing else is said."""


@dataclass(frozen=True)
class Informed:
    """That somebody was told: by whom, when, and how (“by email”)."""

    name: str
    told_by: str
    told_at: datetime
    how: str = USUALLY


@dataclass(frozen=True)
class ForInformation:
    """Somebody who is to be told; ``informed`` is the last time they were, if ever."""

    name: str
    informed: Informed | None = None


def names_to_inform(
    clearances: Iterable[Clearance], bases: Iterable[str], templates: Iterable[Template]
) -> tuple[str, ...]:
    """Return who is to be told of an enquiry, each once.

    ``bases`` names what its answers rest on; a kind that needs no clearance may inform too.
    """
    live = (one for one in clearances if one.state is not ClearanceState.WITHDRAWN)
    asked = (name for one in live for name in one.informs)
    known = {template.name: template.informs for template in templates}
    rested_on = (name for basis in bases for name in known.get(basis, ()))
    return tuple(dict.fromkeys((*asked, *rested_on)))


def for_information(
    names: Iterable[str], informed: Iterable[Informed]
) -> tuple[ForInformation, ...]:
    """Return who is to be told, with the last time they were, then whoever else was told."""
    last = {one.name.lower(): one for one in informed}
    wanted = [ForInformation(name, last.pop(name.lower(), None)) for name in names]
    return (*wanted, *(ForInformation(one.name, one) for one in last.values()))


def informed_said(one: ForInformation, now: datetime, zone: ZoneInfo) -> str:
    """Return “not told yet”, or “told today 14:10 by email, by Priya Nair”."""
    told = one.informed
    if told is None:
        return "not told yet"
    return f"told {when_said(told.told_at, now, zone)} {told.how}, by {told.told_by}"
