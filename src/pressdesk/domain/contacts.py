"""Journalists and the outlets they work for."""

from dataclasses import dataclass
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
