"""Shifts: kept and read by the time they cover."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from pressdesk.domain.rota import Shift
from pressdesk.errors import NotFound
from pressdesk.storage.tables.rota import ShiftRow


def shifts_between(session: Session, start: datetime, end: datetime) -> tuple[Shift, ...]:
    """Return the shifts that touch [start, end), earliest first."""
    query = select(ShiftRow).where(ShiftRow.ends_at > start, ShiftRow.starts_at < end)
    rows = session.scalars(query.order_by(ShiftRow.starts_at, ShiftRow.id))
    return tuple(Shift(row.id, row.person, row.starts_at, row.ends_at, row.number) for row in rows)


def save_shift(session: Session, shift: Shift) -> int:
    """Keep one shift; return the id. Raises NotFound when someone removed it meanwhile."""
    row = ShiftRow() if shift.id is None else _present(session, shift.id)
    row.person, row.number = shift.person, shift.number
    row.starts_at, row.ends_at = shift.starts_at, shift.ends_at
    session.add(row)
    session.flush()
    return row.id


def remove_shift(session: Session, shift_id: int) -> None:
    """Take one shift off the rota."""
    session.delete(_present(session, shift_id))


def _present(session: Session, shift_id: int) -> ShiftRow:
    row = session.get(ShiftRow, shift_id)
    if row is None:
        raise NotFound("This shift is not on the rota any more.")
    return row
