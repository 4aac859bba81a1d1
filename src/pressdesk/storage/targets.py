"""House targets of enquiries: kept, and set anew while they are open."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from pressdesk.domain.answers import KINDS, AnswerKind
from pressdesk.domain.enquiries import WAITING_STATUSES
from pressdesk.domain.targets import Target, is_ahead
from pressdesk.storage.enquiry_lists import FURTHEST, given_of, targets_in
from pressdesk.storage.tables.enquiries import EnquiryRow
from pressdesk.storage.tables.targets import TargetRow


@dataclass(frozen=True)
class Waiting:
    """An enquiry whose targets are open: when it came in, and the furthest that was given."""

    enquiry_id: int
    received_at: datetime
    given: AnswerKind | None = None


def waiting(session: Session, only: int | None = None) -> tuple[Waiting, ...]:
    """Return the enquiries that wait for an answer, or the one of them that is named."""
    query = select(EnquiryRow.id, EnquiryRow.received_at, FURTHEST.label("given")).where(
        EnquiryRow.status.in_(WAITING_STATUSES)
    )
    if only is not None:
        query = query.where(EnquiryRow.id == only)
    return tuple(
        Waiting(row.id, row.received_at, given_of(row.given)) for row in session.execute(query)
    )


def put(
    session: Session, enquiry: Waiting, targets: Iterable[Target], moved: str | None = None
) -> None:
    """Have the open targets of an enquiry be these; those that were settled stay as they are.

    ``moved`` is kept when it changes any that was there before.
    """
    row = session.scalar(select(TargetRow).where(TargetRow.enquiry_id == enquiry.enquiry_id))
    wanted = {target.kind: target.due_at for target in targets}
    if row is None and not wanted:
        return
    row = row or TargetRow(enquiry_id=enquiry.enquiry_id)
    session.add(row)
    for kind in (kind for kind in KINDS if is_ahead(kind, enquiry.given)):
        before, due = getattr(row, f"{kind}_by"), wanted.get(kind)
        if before != due:
            setattr(row, f"{kind}_by", due)
            row.moved = moved if before else row.moved


def of_enquiry(session: Session, enquiry_id: int) -> tuple[Target, ...]:
    """Return the targets of an enquiry, open and settled."""
    row = session.scalar(select(TargetRow).where(TargetRow.enquiry_id == enquiry_id))
    return targets_in(row) if row else ()
