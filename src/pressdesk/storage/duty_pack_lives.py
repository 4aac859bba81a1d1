"""Which row of the office a row of a pack is.

A row that was there when the pack was made has the same id on both sides; one that is new in the
pack gets another id in the office, and is remembered so that a second merge finds it again. SQLite
may give an id anew after a removal, so each side's journal is asked whether it is still the same.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Date, UniqueConstraint, select
from sqlalchemy.orm import Mapper, Session

from pressdesk.domain.journal import Act
from pressdesk.storage import duty_packs
from pressdesk.storage.journal import JOURNAL
from pressdesk.storage.needed import is_needed
from pressdesk.storage.tables.base import UtcDateTime
from pressdesk.storage.tables.duty_packs import DutyPackHereRow, DutyPackLifeRow

# Fields that name another thing without a foreign key.
LOOSE = {("answer", "clearance_id"): "clearance"}
# What makes two new rows the same thing where no constraint of the table says so.
SAME = {"journalist": ("key", "outlet_id")}


@dataclass(frozen=True)
class Life:
    """A row of the office from one moment on; no ``office_id`` when there is none."""

    office_id: int | None
    since: int


class Lives:
    """The identities of one merge."""

    def __init__(self, pack: DutyPackHereRow, office: Session) -> None:
        self._pack, self._office = pack, office
        self._kinds = duty_packs.kinds()
        known = office.scalars(select(DutyPackLifeRow).where(DutyPackLifeRow.pack_id == pack.id))
        self._lives = {(row.kind, row.home_id): Life(row.office_id, row.since) for row in known}

    def begin(self, kind: str, home_id: int, office_id: int | None) -> None:
        """Remember what a row that is new in the pack became."""
        life = Life(office_id, duty_packs.entries(self._office))
        self._lives[kind, home_id] = life
        if office_id is not None:
            key = {"pack_id": self._pack.id, "kind": kind, "home_id": home_id}
            kept = DutyPackLifeRow(**key, office_id=office_id, since=life.since)
            self._office.merge(kept)

    def office_id(self, kind: str, home_id: int) -> int | None:
        """Return the id in the office of a row of the pack; None when it is no longer there."""
        life = self._lives.get((kind, home_id), Life(home_id, self._pack.mark))
        return None if self._is_gone(kind, life) else life.office_id

    def row(self, kind: str, home_id: int) -> Any:
        """Return the row of the office; None when it is no longer there."""
        office_id = self.office_id(kind, home_id)
        found = self._kinds[kind].class_
        return None if office_id is None else self._office.get(found, office_id)

    def values(self, kind: str, values: dict[str, Any]) -> tuple[dict[str, Any], bool]:
        """Return values of the pack's journal as the office keeps them, and whether all can be.

        They cannot when a field must name something that is no longer there.
        """
        mapper, whole = self._kinds[kind], True
        kept = {}
        for name, value in values.items():
            column = mapper.columns[name]
            if value is not None and (target := refers_to(mapper, name)):
                kept[name] = self.office_id(target, value)
                whole = whole and (column.nullable or kept[name] is not None)
            else:
                kept[name] = _typed(column.type, value)
        return kept, whole

    def twin(self, kind: str, values: dict[str, Any]) -> Any:
        """Return the row of the office that is the same thing as a new one; None when none is."""
        same = SAME.get(kind)
        alike = self._alike(kind, same, values) if same else None
        return self.other_like(kind, values) if alike is None else alike

    def other_like(self, kind: str, values: dict[str, Any], own: int = 0) -> Any:
        """Return the row beside which the table would not take these values; None when it does."""
        for names in _unique(self._kinds[kind]):
            if all(values.get(name) is not None for name in names):
                found = self._alike(kind, names, values)
                if found is not None and found.id != own:
                    return found
        return None

    def is_needed(self, row: Any) -> bool:
        """Say whether something else of the office points at a row, so that it must stay."""
        return is_needed(self._office, row)

    def _alike(self, kind: str, names: tuple[str, ...], values: dict[str, Any]) -> Any:
        found = self._kinds[kind].class_
        alike = [getattr(found, name) == values.get(name) for name in names]
        return self._office.scalar(select(found).where(*alike).limit(1))

    def _is_gone(self, kind: str, life: Life) -> bool:
        removed = select(JOURNAL.c.id).where(
            JOURNAL.c.kind == kind,
            JOURNAL.c.kind_id == life.office_id,
            JOURNAL.c.act == Act.REMOVED,
            JOURNAL.c.id > life.since,
        )
        return self._office.scalar(removed.limit(1)) is not None


def refers_to(mapper: Mapper[Any], name: str) -> str:
    """Return the table whose row a field names; empty when it names none."""
    for key in mapper.columns[name].foreign_keys:
        return str(key.column.table.name)
    return LOOSE.get((mapper.class_.__tablename__, name), "")


def _unique(mapper: Mapper[Any]) -> list[tuple[str, ...]]:
    table: Any = mapper.local_table
    constraints = (one for one in table.constraints if isinstance(one, UniqueConstraint))
    return [tuple(mapper.get_property_by_column(part).key for part in one) for one in constraints]


def _typed(kind: Any, value: Any) -> Any:
    """Return a value of the journal's JSON as its column takes it."""
    if isinstance(value, str) and isinstance(kind, UtcDateTime):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if isinstance(value, str) and isinstance(kind, Date) else value
