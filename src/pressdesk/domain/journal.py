"""The journal: every change of every field, chained so that tampering shows.

Each entry carries the hash of the one before it. An entry that was edited, removed or slipped in
behind the program's back breaks the chain from there on.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

FIRST_HASH = "0" * 64


class Act(StrEnum):
    """What was done to a thing."""

    CREATED = "created"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True)
class Entry:
    """One act on one thing. ``changes`` maps each field to its value before and after, as JSON.

    ``enquiry_id`` is the enquiry whose timeline it belongs to, if any; it outlives the thing.
    """

    at: datetime
    actor: str
    act: Act
    kind: str
    kind_id: int
    enquiry_id: int | None
    changes: str

    def fields(self) -> dict[str, tuple[Any, Any]]:
        """Return each changed field with its value before and after."""
        return {name: (old, new) for name, (old, new) in json.loads(self.changes).items()}


def plain(value: object) -> object:
    """Return ``value`` in the form that JSON keeps; instants in UTC."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return value.isoformat() if isinstance(value, date) else value


def as_json(changes: Mapping[str, tuple[object, object]]) -> str:
    """Return changes as canonical JSON, the same text for the same changes."""
    pairs = {name: [plain(old), plain(new)] for name, (old, new) in changes.items()}
    return json.dumps(pairs, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def seal(previous: str, entry: Entry) -> str:
    """Return the hash that chains ``entry`` to the hash before it (SHA-256, hex)."""
    words = [
        previous,
        str(plain(entry.at)),
        entry.actor,
        entry.act,
        entry.kind,
        str(entry.kind_id),
        str(entry.enquiry_id),
        entry.changes,
    ]
    return hashlib.sha256(json.dumps(words).encode()).hexdigest()
