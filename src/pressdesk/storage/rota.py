"""Shifts: kept and read by the time they cover."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from pressdesk.domain.rota import Change, Shift
from pressdesk.errors import Conflict, NotFound
from pressdesk.storage.tables.rota import ShiftRow


def shifts_between(session: Session, start: datetime, end: datetime) -> tuple[Shift, ...]:
    """Return the shifts that touch [start, end), earliest first."""
    query = select(ShiftRow).where(ShiftRow.ends_at > start, ShiftRow.starts_at < end)
    rows = session.scalars(query.order_by(ShiftRow.starts_at, ShiftRow.id))
    return tuple(_shift(row) for row in rows)


def shift(session: Session, shift_id: int) -> Shift:
    """Return one shift; raise NotFound when someone removed it meanwhile."""
    return _shift(_present(session, shift_id))


def save_shift(session: Session, shift: Shift) -> int:
    """Keep one shift; return the id.

    Raises NotFound when someone removed it meanwhile, Conflict when someone changed it.
    """
    row = ShiftRow() if shift.id is None else _unchanged(session, shift.id, shift.version)
    row.person, row.number = shift.person, shift.number
    row.starts_at, row.ends_at = shift.starts_at, shift.ends_at
    row.instead_of, row.change = shift.instead_of, shift.change.value
    session.add(row)
    session.flush()
    return row.id


def remove_shift(session: Session, shift_id: int, version: int | None = None) -> None:
    """Take one shift off the rota; with ``version``, only as it was seen."""
    present = _present(session, shift_id)
    session.delete(present if version is None else _unchanged(session, shift_id, version))


def _shift(row: ShiftRow) -> Shift:
    return Shift(
        id=row.id,
        person=row.person,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        number=row.number,
        instead_of=row.instead_of,
        change=Change(row.change),
        version=row.version,
    )


def _unchanged(session: Session, shift_id: int, version: int) -> ShiftRow:
    row = _present(session, shift_id)
    if row.version != version:
        raise Conflict(
            f"Someone else changed this shift meanwhile; it is {row.person}’s now. "
            "Look at the rota and change it again."
        )
    return row


def _present(session: Session, shift_id: int) -> ShiftRow:
    row = session.get(ShiftRow, shift_id)
    if row is None:
        raise NotFound("This shift is not on the rota any more.")
    return row
