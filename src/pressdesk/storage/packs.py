"""Packs: what the spotter reads, what was gathered, what was turned down."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pressdesk.domain.enquiries import OPEN_STATUSES, WAITING_STATUSES
from pressdesk.domain.packs import Asking, Pack, PackMember, is_given
from pressdesk.errors import NotFound, Refused
from pressdesk.storage import enquiries, lines_to_take, search
from pressdesk.storage.enquiry_lists import summaries, summary_of
from pressdesk.storage.tables.contacts import OutletRow
from pressdesk.storage.tables.enquiries import EnquiryRow, QuestionRow
from pressdesk.storage.tables.packs import PackEnquiryRow, PackRow


def askings(session: Session, since: datetime, limit: int = 200) -> tuple[Asking, ...]:
    """Return the open enquiries received since a moment that are in no pack, oldest first."""
    gathered = select(PackEnquiryRow.enquiry_id)
    rows = session.execute(
        select(EnquiryRow.id, func.coalesce(OutletRow.name, ""), EnquiryRow.received_at)
        .add_columns(EnquiryRow.subject, EnquiryRow.reference)
        .outerjoin(OutletRow, EnquiryRow.outlet_id == OutletRow.id)
        .where(EnquiryRow.status.in_(OPEN_STATUSES), EnquiryRow.received_at >= since)
        .where(EnquiryRow.id.not_in(gathered))
        .order_by(EnquiryRow.received_at.desc(), EnquiryRow.id.desc())
        .limit(limit)
    ).all()
    asked = _questions(session, [row[0] for row in rows])
    return tuple(
        Asking(id_, outlet, received_at, "\n".join((subject, *asked.get(id_, ()))), reference)
        for id_, outlet, received_at, subject, reference in reversed(rows)
    )


def common(session: Session, stems: Iterable[str]) -> set[str]:
    """Return those stems that more than a tenth of the enquiries logged of late hold."""
    return {stem for stem in stems if search.is_common(session, stem)}


def add(
    session: Session,
    name: str,
    members: Iterable[int],
    made: tuple[str, datetime],
    *,
    gathered: bool,
) -> int:
    """Keep a pack, or an offer that was turned down; return its id."""
    by, at = made
    pack = PackRow(name=name, gathered=gathered, line_to_take_id=None, made_by=by, made_at=at)
    session.add(pack)
    session.flush()
    join(session, pack.id, members)
    return pack.id


def join(session: Session, pack_id: int, members: Iterable[int]) -> None:
    """Put enquiries into a pack; raise Refused when one is in a pack already."""
    for enquiry_id in dict.fromkeys(members):
        reference = enquiries.row(session, enquiry_id).reference
        taken = select(PackEnquiryRow.id).where(PackEnquiryRow.enquiry_id == enquiry_id)
        if session.scalar(taken) is not None:
            raise Refused(f"{reference} is in a pack already. Look at the desk again.")
        session.add(PackEnquiryRow(enquiry_id=enquiry_id, pack_id=pack_id))


def leave(session: Session, enquiry_id: int) -> None:
    """Take an enquiry out of its pack."""
    row = session.scalar(select(PackEnquiryRow).where(PackEnquiryRow.enquiry_id == enquiry_id))
    if row is not None:
        session.delete(row)


def row(session: Session, pack_id: int) -> PackRow:
    """Return the row of a pack; raise NotFound."""
    found = session.get(PackRow, pack_id)
    if found is None or not found.gathered:
        raise NotFound("There is no such pack.")
    return found


def show(session: Session, pack_id: int) -> Pack:
    """Return a pack with its enquiries in the order in which they came; raise NotFound."""
    pack = row(session, pack_id)
    query = summaries().join(PackEnquiryRow, PackEnquiryRow.enquiry_id == EnquiryRow.id)
    query = query.where(PackEnquiryRow.pack_id == pack_id)
    query = query.order_by(EnquiryRow.received_at, EnquiryRow.id)
    members = [summary_of(found) for found in session.execute(query)]
    line_id = pack.line_to_take_id
    return Pack(
        id=pack.id,
        name=pack.name,
        members=tuple(PackMember(one, is_given(one)) for one in members),
        line=lines_to_take.summary(session, line_id) if line_id is not None else None,
    )


def under_way(session: Session, since: datetime) -> tuple[Pack, ...]:
    """Return the packs gathered since a moment, or in which somebody still waits, newest first."""
    query = (
        select(PackRow.id)
        .join(PackEnquiryRow, PackEnquiryRow.pack_id == PackRow.id)
        .join(EnquiryRow, EnquiryRow.id == PackEnquiryRow.enquiry_id)
        .where(PackRow.gathered)
        .where(EnquiryRow.status.in_(WAITING_STATUSES) | (PackRow.made_at >= since))
        .group_by(PackRow.id)
        .order_by(PackRow.id.desc())
    )
    return tuple(show(session, pack_id) for pack_id in session.scalars(query))


def _questions(session: Session, ids: list[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    query = select(QuestionRow.enquiry_id, QuestionRow.words)
    query = query.where(QuestionRow.enquiry_id.in_(ids)).order_by(QuestionRow.id)
    for enquiry_id, words in session.execute(query):
        found.setdefault(enquiry_id, []).append(words)
    return found
