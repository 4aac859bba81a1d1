"""Journalists and outlets: found, kept, merged."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from pressdesk.domain.contacts import (
    Journalist,
    Outlet,
    OutletKind,
    merged,
    merged_outlets,
)
from pressdesk.errors import Conflict, NotFound, Refused
from pressdesk.storage.tables.contacts import JournalistRow, OutletRow
from pressdesk.storage.tables.embargoes import EmbargoHolderRow
from pressdesk.storage.tables.enquiries import EnquiryRow
from pressdesk.storage.tables.saved_filters import SavedFilterRow


def folded(name: str) -> str:
    """Return a name as it is compared: no case, single spaces."""
    return " ".join(name.split()).casefold()


def journalist(session: Session, journalist_id: int) -> Journalist:
    """Return one journalist with the number of enquiries so far; raise NotFound."""
    found = _journalists(session, _journalist_query().where(JournalistRow.id == journalist_id))
    if not found:
        raise NotFound("This journalist is not in the contacts any more.")
    return found[0]


def find_journalists(
    session: Session, typed: str, limit: int = 200, outlet_id: int | None = None
) -> tuple[Journalist, ...]:
    """Return journalists, of one outlet or of all, whose name or outlet holds each typed word."""
    query = journalists_found(typed)
    if outlet_id is not None:
        query = query.where(JournalistRow.outlet_id == outlet_id)
    return _journalists(session, query.limit(limit))


def journalists_found(typed: str) -> Select[Any]:
    """Return the query of the journalists that answer to typed words, by name."""
    query = _journalist_query().where(JournalistRow.merged_into.is_(None))
    for word in folded(typed).split():
        query = query.where(
            JournalistRow.key.contains(word, autoescape=True)
            | OutletRow.key.contains(word, autoescape=True)
        )
    return query.order_by(JournalistRow.key, JournalistRow.id)


def journalists_of(session: Session, wanted: Sequence[int]) -> tuple[Journalist, ...]:
    """Return some journalists by their ids, in that order."""
    query = _journalist_query().where(JournalistRow.id.in_(wanted))
    found = {person.id: person for person in _journalists(session, query)}
    return tuple(found[one] for one in wanted)


def outlets_of(session: Session, wanted: Sequence[int]) -> tuple[Outlet, ...]:
    """Return some outlets by their ids, in that order."""
    query = _outlet_query().where(OutletRow.id.in_(wanted))
    found = {outlet.id: outlet for outlet in _outlets(session, query)}
    return tuple(found[one] for one in wanted)


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
    # First, since it may flush: a row without its name cannot be kept yet.
    outlet_id = outlet_named(session, person.outlet, person.outlet_kind)
    row = JournalistRow(merged_into=None)
    if person.id is not None:
        row = _present_journalist(session, person.id)
        _check_version(row, person.version)
    _write(row, replace(person, outlet_id=outlet_id))
    session.add(row)
    session.flush()
    return row.id


def merge_journalists(session: Session, keep: int, duplicate: int) -> None:
    """Give all enquiries of ``duplicate`` to ``keep``; fill its gaps; retire the duplicate."""
    kept, gone = _present_journalist(session, keep), _present_journalist(session, duplicate)
    _write(kept, merged(journalist(session, keep), journalist(session, duplicate)))
    for enquiry in session.scalars(select(EnquiryRow).filter_by(journalist_id=duplicate)):
        enquiry.journalist_id = keep
    for holder in session.scalars(select(EmbargoHolderRow).filter_by(journalist_id=duplicate)):
        holder.journalist_id = keep
    # Whoever was merged into the duplicate before now belongs to the one that is kept.
    for older in session.scalars(select(JournalistRow).filter_by(merged_into=duplicate)):
        older.merged_into = keep
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
    return _outlets(session, outlets_found(typed).limit(limit))


def outlets_found(typed: str) -> Select[Any]:
    """Return the query of the outlets that answer to typed words, by name."""
    query = _outlet_query().order_by(OutletRow.key)
    for word in folded(typed).split():
        query = query.where(OutletRow.key.contains(word, autoescape=True))
    return query


def outlet(session: Session, outlet_id: int) -> Outlet:
    """Return one outlet with its counts; raise NotFound."""
    found = _outlets(session, _outlet_query().where(OutletRow.id == outlet_id))
    if not found:
        raise NotFound("This outlet is not in the contacts any more.")
    return found[0]


def save_outlet(session: Session, outlet: Outlet) -> int:
    """Keep an outlet and return the id; raise Conflict when someone saved first."""
    _check_free_name(session, outlet)
    row = OutletRow()
    if outlet.id is not None:
        row = _present_outlet(session, outlet.id)
        _check_version(row, outlet.version)
    row.name, row.key = outlet.name, folded(outlet.name)
    row.kind, row.notes = outlet.kind, outlet.notes
    session.add(row)
    session.flush()
    return row.id


def merge_outlets(session: Session, keep: int, duplicate: int) -> None:
    """Give journalists and enquiries of ``duplicate`` to ``keep`` and remove the duplicate."""
    kept, gone = _present_outlet(session, keep), _present_outlet(session, duplicate)
    result = merged_outlets(outlet(session, keep), outlet(session, duplicate))
    kept.kind, kept.notes = result.kind, result.notes
    for person in session.scalars(select(JournalistRow).filter_by(outlet_id=duplicate)):
        person.outlet_id = keep
    for enquiry in session.scalars(select(EnquiryRow).filter_by(outlet_id=duplicate)):
        enquiry.outlet_id = keep
    for saved in session.scalars(select(SavedFilterRow).filter_by(outlet_id=duplicate)):
        saved.outlet_id = keep
    session.flush()
    session.delete(gone)


def _write(row: JournalistRow, person: Journalist) -> None:
    row.name, row.key = person.name, folded(person.name)
    row.outlet_id = person.outlet_id
    row.number, row.other_number = person.number, person.other_number
    row.email, row.notes = person.email, person.notes


def _present_journalist(session: Session, journalist_id: int) -> JournalistRow:
    row = session.get(JournalistRow, journalist_id)
    if row is None:
        raise NotFound("This journalist is not in the contacts any more.")
    if row.merged_into is not None:
        kept = session.get_one(JournalistRow, row.merged_into)
        raise NotFound(f"{row.name} was merged into {kept.name}. Open {kept.name} instead.")
    return row


def _present_outlet(session: Session, outlet_id: int) -> OutletRow:
    row = session.get(OutletRow, outlet_id)
    if row is None:
        raise NotFound("This outlet is not in the contacts any more.")
    return row


def _check_version(row: JournalistRow | OutletRow, version: int) -> None:
    if row.version != version:
        raise Conflict(f"Someone else changed {row.name} meanwhile. Look at their changes first.")


def _check_free_name(session: Session, outlet: Outlet) -> None:
    known = session.scalar(select(OutletRow).where(OutletRow.key == folded(outlet.name)))
    if known is not None and known.id != outlet.id:
        raise Refused(
            f"There is an outlet called {known.name} already. Change the name or merge the two.",
            field="name",
        )


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
