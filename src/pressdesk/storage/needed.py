"""Whether something of the office is pointed at by something else, so that it must stay."""

from typing import Any

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from pressdesk.storage.tables.base import Base


def is_needed(session: Session, row: Any) -> bool:
    """Say whether any other row points at this one."""
    own: Table = row.__table__
    keys = (key for table in Base.metadata.tables.values() for key in table.foreign_keys)
    return any(
        session.scalar(select(key.parent).where(key.parent == row.id).limit(1)) is not None
        for key in keys
        if key.column.table is own
    )
