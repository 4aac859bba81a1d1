"""The packs that were made, and whether this database is one."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Mapper, Session

from pressdesk.domain.duty_packs import DutyPack
from pressdesk.errors import Refused
from pressdesk.storage.tables.base import Audited, Base
from pressdesk.storage.tables.duty_packs import DutyPackFileRow, DutyPackHereRow, DutyPackRow
from pressdesk.storage.tables.journal import JournalHead

# What the office keeps to itself: the packs themselves, and feeds, which the office reads.
STAYS = frozenset({"duty_pack", "feed"})


def kinds() -> dict[str, Mapper[Any]]:
    """Return every kind of thing that a pack takes along and brings back, by table."""
    mappers = (mapper for mapper in Base.registry.mappers if issubclass(mapper.class_, Audited))
    named = {mapper.class_.__tablename__: mapper for mapper in mappers}
    return {name: mapper for name, mapper in named.items() if name not in STAYS}


def add(session: Session, code: str, person: str, made_by: str, made_at: datetime) -> DutyPackRow:
    """Give out the next number of a pack."""
    row = DutyPackRow(code=code, person=person, made_by=made_by, made_at=made_at, merged=0)
    session.add(row)
    session.flush()
    return row


def here(session: Session) -> DutyPackHereRow | None:
    """Return which pack this database is; None for an office."""
    return session.scalar(select(DutyPackHereRow))


def as_pack(row: DutyPackHereRow, merged: int = 0) -> DutyPack:
    """Return a pack as a value."""
    return DutyPack(row.id, row.person, row.office, row.made_at, merged)


def made_by_us(session: Session, pack: DutyPackHereRow) -> DutyPackRow:
    """Return the office's own record of a pack. Raises Refused when it made no such pack."""
    row = session.scalar(select(DutyPackRow).where(DutyPackRow.code == pack.code))
    if row is None:
        raise Refused(
            f"This pack was made by another office ({pack.office}), or by a later copy of this "
            "one. Open the office that made it, and merge it there."
        )
    return row


def every(session: Session, office: str) -> tuple[DutyPack, ...]:
    """Return the packs that were made, newest first."""
    rows = session.scalars(select(DutyPackRow).order_by(DutyPackRow.id.desc()))
    return tuple(DutyPack(row.id, row.person, office, row.made_at, row.merged) for row in rows)


def entries(session: Session) -> int:
    """Return how many entries the journal has."""
    return session.scalar(select(JournalHead.entries)) or 0


def file(session: Session, sha256: str) -> bytes | None:
    """Return the bytes of a file that is kept inside a pack."""
    row = session.get(DutyPackFileRow, sha256)
    return row.content if row else None


def keep_file(session: Session, sha256: str, content: bytes) -> None:
    """Keep the bytes of a file inside a pack, once."""
    if session.get(DutyPackFileRow, sha256) is None:
        session.add(DutyPackFileRow(sha256=sha256, content=content))


def files(session: Session) -> tuple[str, ...]:
    """Return the hashes of the files that are kept inside a pack."""
    return tuple(session.scalars(select(DutyPackFileRow.sha256)))
