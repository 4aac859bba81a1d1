"""Journalists and the outlets they work for."""

from dataclasses import dataclass, replace
from enum import StrEnum


class OutletKind(StrEnum):
    """The kinds of outlet that a press office counts by."""

    NATIONAL = "national"
    REGIONAL = "regional"
    LOCAL = "local"
    BROADCAST = "broadcast"
    ONLINE = "online"
    TRADE = "trade"
    AGENCY = "agency"
    FREELANCE = "freelance"
    STUDENT = "student"
    INTERNATIONAL = "international"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        """The kind as printed on screen."""
        return "Kind not known" if self is OutletKind.UNKNOWN else self.value.capitalize()


@dataclass(frozen=True)
class Outlet:
    """A newspaper, station, site or agency."""

    name: str
    kind: OutletKind = OutletKind.UNKNOWN
    notes: str = ""
    id: int | None = None
    version: int = 0
    journalists: int = 0
    enquiries: int = 0


@dataclass(frozen=True)
class Journalist:
    """A journalist; numbers are kept as shown (shaped by the numbering plan of their country)."""

    name: str
    outlet: str = ""
    outlet_kind: OutletKind = OutletKind.UNKNOWN
    number: str = ""
    other_number: str = ""
    email: str = ""
    notes: str = ""
    id: int | None = None
    outlet_id: int | None = None
    version: int = 0
    enquiries: int = 0


def merged(kept: Journalist, gone: Journalist) -> Journalist:
    """Return ``kept`` with what only its duplicate has; what has no field of its own is noted."""
    numbers = _numbers(kept, gone)
    return replace(
        kept,
        outlet=kept.outlet or gone.outlet,
        outlet_id=kept.outlet_id or gone.outlet_id,
        outlet_kind=kept.outlet_kind if kept.outlet_id else gone.outlet_kind,
        number=numbers[0],
        other_number=numbers[1],
        email=kept.email or gone.email,
        notes="\n".join(filter(None, (kept.notes, gone.notes, *_left_over(kept, gone)))),
    )


def merged_outlets(kept: Outlet, gone: Outlet) -> Outlet:
    """Return ``kept`` with the kind that only its duplicate knows, and the notes of both."""
    kind = gone.kind if kept.kind is OutletKind.UNKNOWN else kept.kind
    return replace(kept, kind=kind, notes="\n".join(filter(None, (kept.notes, gone.notes))))


def what_merging_does(kept: Journalist, gone: Journalist) -> str:
    """Return what becomes of a duplicate, in a sentence to read before it is done."""
    result = merged(kept, gone)
    moved = f"{counted(gone.enquiries, 'enquiry')} of {gone.name} will go to {kept.name}"
    said = [moved if gone.enquiries else f"{gone.name} has no enquiries and leaves the contacts"]
    told = (
        ("the outlet", kept.outlet, result.outlet),
        ("the number", kept.number, result.number),
        ("the other number", kept.other_number, result.other_number),
        ("the email", kept.email, result.email),
    )
    said += [f"{after} is kept as {name}" for name, before, after in told if after != before]
    if result.notes != kept.notes:
        said.append("the rest is kept in the notes")
    return _as_warning("; ".join(said))


def what_merging_outlets_does(kept: Outlet, gone: Outlet) -> str:
    """Return what becomes of a duplicate outlet, in a sentence to read before it is done."""
    moved = f"{counted(gone.enquiries, 'enquiry')} and {counted(gone.journalists, 'journalist')}"
    return _as_warning(
        f"{moved} of {gone.name} will go to {kept.name}, and {gone.name} leaves the contacts"
    )


def counted(number: int, thing: str) -> str:
    """Return a count in words that agree: no enquiries, 1 enquiry, 1,204 enquiries."""
    if number == 1:
        return f"1 {thing}"
    things = f"{thing[:-1]}ies" if thing.endswith("y") else f"{thing}s"
    return f"{number:,} {things}" if number else f"no {things}"


def _numbers(kept: Journalist, gone: Journalist) -> tuple[str, ...]:
    every = (kept.number, kept.other_number, gone.number, gone.other_number)
    found = tuple(dict.fromkeys(number for number in every if number))
    return (*found, "", "")


def _left_over(kept: Journalist, gone: Journalist) -> list[str]:
    """List what the duplicate knows and the fields of the kept one cannot hold."""
    lines = [f"Another number: {number}" for number in _numbers(kept, gone)[2:] if number]
    if gone.email and kept.email and gone.email != kept.email:
        lines.append(f"Another email: {gone.email}")
    if gone.outlet and kept.outlet and gone.outlet != kept.outlet:
        lines.append(f"Also listed at {gone.outlet}")
    return lines


def _as_warning(said: str) -> str:
    return f"{said[0].upper()}{said[1:]}. This cannot be undone."
