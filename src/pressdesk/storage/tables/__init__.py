"""The tables, a module per feature; importing this knows them all."""

from pressdesk.storage.tables import (
    clearance,
    contacts,
    drafts,
    duty_packs,
    embargoes,
    enquiries,
    exports,
    feeds,
    handover,
    journal,
    lines_to_take,
    office,
    packs,
    releases,
    reminders,
    rota,
    synonyms,
)
from pressdesk.storage.tables.base import Base

__all__ = [
    "Base",
    "clearance",
    "contacts",
    "drafts",
    "duty_packs",
    "embargoes",
    "enquiries",
    "exports",
    "feeds",
    "handover",
    "journal",
    "lines_to_take",
    "office",
    "packs",
    "releases",
    "reminders",
    "rota",
    "synonyms",
]
