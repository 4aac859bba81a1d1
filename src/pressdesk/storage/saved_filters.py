"""Filters of the log under a name."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pressdesk.domain.enquiries import Sort, Status
from pressdesk.domain.routing import Route
from pressdesk.domain.saved_filters import SavedFilter
from pressdesk.errors import NotFound
from pressdesk.storage.tables.contacts import OutletRow
from pressdesk.storage.tables.saved_filters import SavedFilterRow


def kept(session: Session) -> tuple[SavedFilter, ...]:
    """Return the saved filters by name."""
    query = select(SavedFilterRow, OutletRow.name).outerjoin(
        OutletRow, SavedFilterRow.outlet_id == OutletRow.id
    )
    rows = session.execute(query.order_by(func.lower(SavedFilterRow.name)))
    return tuple(_filter(row, outlet or "") for row, outlet in rows)


def keep(session: Session, saved: SavedFilter) -> int:
    """Keep a filter, in place of an earlier one of that name; return its id."""
    row = _row(session, saved.name) or SavedFilterRow()
    row.name, row.text, row.starts, row.ends = saved.name, saved.text, saved.starts, saved.ends
    row.line = saved.line.value if saved.line else None
    row.status = saved.status.value if saved.status else None
    row.outlet_id, row.owner, row.topic = saved.outlet_id, saved.owner, saved.topic
    row.sort = saved.sort.value
    session.add(row)
    session.flush()
    return row.id


def remove(session: Session, name: str) -> None:
    """Remove a saved filter; raise NotFound."""
    row = _row(session, name)
    if row is None:
        raise NotFound(f"There is no saved filter “{name}”.")
    session.delete(row)


def _row(session: Session, name: str) -> SavedFilterRow | None:
    return session.scalar(select(SavedFilterRow).where(SavedFilterRow.name == name))


def _filter(row: SavedFilterRow, outlet: str) -> SavedFilter:
    return SavedFilter(
        name=row.name,
        text=row.text,
        starts=row.starts,
        ends=row.ends,
        line=Route(row.line) if row.line else None,
        status=Status(row.status) if row.status else None,
        outlet_id=row.outlet_id,
        outlet=outlet,
        owner=row.owner,
        topic=row.topic,
        sort=Sort(row.sort),
        id=row.id,
    )
