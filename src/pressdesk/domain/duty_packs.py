"""Duty packs: the office that the duty officer takes home, and what came back from it.

A pack never gives out a number of the office: its enquiries have a range of their own, and their
reference says so (ENQ-2026-D7-001). It can be told to a journalist at night and stays for good.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pressdesk.domain.said import listed

RANGE = 1_000_000  # numbers a year kept for each pack; an office reaches a tenth of it
LONGEST_NAME = 200
SUFFIX = ".pressdesk-duty"


@dataclass(frozen=True)
class DutyPack:
    """One pack. ``number`` counts the packs of the office from 1; ``person`` is whom it is for.

    ``left_out`` names the kept files that had no room in it; only its maker is told.
    """

    number: int
    person: str
    office: str
    made_at: datetime
    merged: int = 0
    left_out: tuple[str, ...] = ()


class Take(StrEnum):
    """Which side of a clash stands."""

    OURS = "ours"
    THEIRS = "theirs"


@dataclass(frozen=True)
class Differing:
    """One field that was changed on both sides; the words as people read them."""

    label: str
    ours: str
    theirs: str


@dataclass(frozen=True)
class Clash:
    """What two people changed at once: ``ours`` in the office, ``theirs`` in the pack.

    A choice holds for exactly these words; when one side changed again, it is asked anew.
    """

    kind: str
    home_id: int
    what: str
    who: str
    fields: tuple[Differing, ...]


@dataclass(frozen=True)
class Merged:
    """What a merge did. With ``clashes`` it did nothing yet: a person has to choose first.

    ``chosen`` counts the clashes that a person settled. ``set_aside`` tells what came too late
    for something that the office had removed; its words stand in the journal.
    """

    pack: DutyPack
    new: int = 0
    changed: int = 0
    chosen: int = 0
    set_aside: tuple[str, ...] = ()
    clashes: tuple[Clash, ...] = ()


def left_out_said(pack: DutyPack) -> str:
    """Return which files stay in the office; empty when all go along."""
    if not pack.left_out:
        return ""
    stays = "One file stays" if len(pack.left_out) == 1 else f"{len(pack.left_out)} files stay"
    return f"{stays} in the office, since the pack would be too large: {listed(pack.left_out)}."


def merged_said(merged: Merged) -> str:
    """Return what a merge did, in a sentence."""
    pack = merged.pack
    if not (merged.new or merged.changed or merged.chosen or merged.set_aside):
        return f"Nothing new came from duty pack {pack.number}; everything in it is here already."
    return (
        f"Merged duty pack {pack.number} of {pack.person}: "
        f"{merged.new} new, {merged.changed} changed, {merged.chosen} chosen between two sides."
    )
