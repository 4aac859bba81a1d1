"""Journalists and outlets: found, kept, merged."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from pressdesk.domain.contacts import Journalist, Outlet, OutletKind
from pressdesk.errors import Conflict, NotFound
from pressdesk.storage.tables.contacts import JournalistRow, OutletRow
from pressdesk.storage.tables.enquiries import EnquiryRow


def folded(name: str) -> str:
    """Return a name as it is compared: no case, single spaces."""
    return " ".join(name.split()).casefold()


def journalist(session: Session, journalist_id: int) -> Journalist:
    """Return one journalist with the number of enquiries so far; raise NotFound."""
    found = _journalists(session, _journalist_query().where(JournalistRow.id == journalist_id))
    if not found:
        raise NotFound("This journalist is not in the contacts any more.")
    return found[0]


def find_journalists(session: Session, typed: str, limit: int = 200) -> tuple[Journalist, ...]:
    """Return journalists whose name or outlet holds each typed word, by name."""
    query = _journalist_query().where(JournalistRow.merged_into.is_(None))
    for word in folded(typed).split():
        query = query.where(
            JournalistRow.key.contains(word, autoescape=True)
            | OutletRow.key.contains(word, autoescape=True)
        )
    return _journalists(session, query.order_by(JournalistRow.key, JournalistRow.id).limit(limit))


def known_journalist(session: Session, name: str, outlet_id: int | None) -> int | None:
    """Return the id of the journalist of exactly this name and outlet, if there is one."""
    return session.scalar(
        select(JournalistRow.id).where(
            JournalistRow.key == folded(name),
            JournalistRow.outlet_id == outlet_id,
            JournalistRow.merged_into.is_(None),
        )
    )


def save_journalist(session: Session, person: Journalist) -> int:
    """Keep a journalist and return the id; raise Conflict when someone saved first."""
    outlet_id = outlet_named(session, person.outlet, person.outlet_kind)
    row = session.get(JournalistRow, person.id) if person.id else None
    if row is None:
        row = JournalistRow(merged_into=None)
        session.add(row)
    elif row.version != person.version:
        raise Conflict(f"Someone else changed {row.name} meanwhile. Look at their changes first.")
    row.name, row.key = person.name, folded(person.name)
    row.outlet_id = outlet_id
    row.number, row.other_number = person.number, person.other_number
    row.email, row.notes = person.email, person.notes
    session.flush()
    return row.id


def merge_journalists(session: Session, keep: int, duplicate: int) -> None:
    """Give all enquiries of ``duplicate`` to ``keep``; fill its gaps; retire the duplicate."""
    kept, gone = session.get(JournalistRow, keep), session.get(JournalistRow, duplicate)
    if kept is None or gone is None:
        raise NotFound("One of these journalists is not in the contacts any more.")
    kept.outlet_id = kept.outlet_id or gone.outlet_id
    for name in ("number", "other_number", "email"):
        setattr(kept, name, getattr(kept, name) or getattr(gone, name))
    if gone.number not in ("", kept.number, kept.other_number) and not kept.other_number:
        kept.other_number = gone.number
    kept.notes = "\n".join(filter(None, (kept.notes, gone.notes)))
    for row in session.scalars(select(EnquiryRow).where(EnquiryRow.journalist_id == duplicate)):
        row.journalist_id = keep
    gone.merged_into = keep


def outlet_named(session: Session, name: str, kind: OutletKind = OutletKind.UNKNOWN) -> int | None:
    """Return the id of the outlet called ``name``, made when new; None for no name."""
    if not folded(name):
        return None
    row = session.scalar(select(OutletRow).where(OutletRow.key == folded(name)))
    if row is None:
        row = OutletRow(name=name.strip(), key=folded(name), kind=kind, notes="")
        session.add(row)
    elif row.kind == OutletKind.UNKNOWN:
        row.kind = kind
    session.flush()
    return row.id


def outlet_name(session: Session, outlet_id: int) -> str:
    """Return the name of an outlet; empty when it is not there any more."""
    return session.scalar(select(OutletRow.name).where(OutletRow.id == outlet_id)) or ""


def find_outlets(session: Session, typed: str, limit: int = 200) -> tuple[Outlet, ...]:
    """Return outlets whose name holds each typed word, by name, with their counts."""
    query = _outlet_query().order_by(OutletRow.key).limit(limit)
    for word in folded(typed).split():
        query = query.where(OutletRow.key.contains(word, autoescape=True))
    return _outlets(session, query)


def save_outlet(session: Session, outlet: Outlet) -> int:
    """Keep an outlet and return the id; raise Conflict when someone saved first."""
    row = session.get(OutletRow, outlet.id) if outlet.id else None
    if row is None:
        row = OutletRow()
        session.add(row)
    elif row.version != outlet.version:
        raise Conflict(f"Someone else changed {row.name} meanwhile. Look at their changes first.")
    row.name, row.key = outlet.name, folded(outlet.name)
    row.kind, row.notes = outlet.kind, outlet.notes
    session.flush()
    return row.id


def merge_outlets(session: Session, keep: int, duplicate: int) -> None:
    """Give journalists and enquiries of ``duplicate`` to ``keep`` and remove the duplicate."""
    gone = session.get(OutletRow, duplicate)
    if gone is None or session.get(OutletRow, keep) is None:
        raise NotFound("One of these outlets is not in the contacts any more.")
    for row in session.scalars(select(JournalistRow).where(JournalistRow.outlet_id == duplicate)):
        row.outlet_id = keep
    for enquiry in session.scalars(select(EnquiryRow).where(EnquiryRow.outlet_id == duplicate)):
        enquiry.outlet_id = keep
    session.flush()
    session.delete(gone)


def _journalist_query() -> Select[Any]:
    enquiries = (
        select(func.count()).where(EnquiryRow.journalist_id == JournalistRow.id).scalar_subquery()
    )
    return select(JournalistRow, OutletRow.name, OutletRow.kind, enquiries).outerjoin(
        OutletRow, JournalistRow.outlet_id == OutletRow.id
    )


def _journalists(session: Session, query: Select[Any]) -> tuple[Journalist, ...]:
    return tuple(
        Journalist(
            name=row.name,
            outlet=outlet or "",
            outlet_kind=OutletKind(kind or OutletKind.UNKNOWN),
            number=row.number,
            other_number=row.other_number,
            email=row.email,
            notes=row.notes,
            id=row.id,
            outlet_id=row.outlet_id,
            version=row.version,
            enquiries=enquiries,
        )
        for row, outlet, kind, enquiries in session.execute(query)
    )


def _outlet_query() -> Select[Any]:
    people = (
        select(func.count())
        .where(JournalistRow.outlet_id == OutletRow.id, JournalistRow.merged_into.is_(None))
        .scalar_subquery()
    )
    enquiries = select(func.count()).where(EnquiryRow.outlet_id == OutletRow.id).scalar_subquery()
    return select(OutletRow, people, enquiries)


def _outlets(session: Session, query: Select[Any]) -> tuple[Outlet, ...]:
    rows: Sequence[Any] = session.execute(query).all()
    return tuple(
        Outlet(row.name, OutletKind(row.kind), row.notes, row.id, row.version, people, enquiries)
        for row, people, enquiries in rows
    )
