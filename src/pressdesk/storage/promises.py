"""Promises: kept, and settled."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from pressdesk.domain.enquiries import Status
from pressdesk.domain.promises import Promise, PromiseState
from pressdesk.errors import NotFound
from pressdesk.storage.tables.enquiries import EnquiryRow, PromiseRow


def add(session: Session, enquiry_id: int, promise: Promise) -> int:
    """Keep a new promise; return its id."""
    kept = PromiseRow(
        enquiry_id=enquiry_id,
        words=promise.words,
        due_at=promise.due_at,
        made_by=promise.made_by,
        made_at=promise.made_at,
        state=promise.state,
        settled_by=promise.settled_by,
        settled_at=promise.settled_at,
    )
    session.add(kept)
    session.flush()
    return kept.id


def settle(
    session: Session, promise_id: int, state: PromiseState, person: str, at: datetime
) -> None:
    """Keep what became of a promise; raise NotFound."""
    row = session.get(PromiseRow, promise_id)
    if row is None:
        raise NotFound("There is no such promise.")
    is_open = state is PromiseState.OPEN
    row.state = state
    row.settled_by, row.settled_at = ("", None) if is_open else (person, at)


def is_on_closed(session: Session, promise_id: int) -> bool:
    """Say whether the enquiry of a promise is closed."""
    query = select(EnquiryRow.status).join(PromiseRow, PromiseRow.enquiry_id == EnquiryRow.id)
    return session.scalar(query.where(PromiseRow.id == promise_id)) == Status.CLOSED


def still_open(session: Session) -> tuple[tuple[int, Promise], ...]:
    """Return every open promise with the id of its enquiry, the nearest first."""
    query = select(PromiseRow).where(PromiseRow.state == PromiseState.OPEN)
    rows = session.scalars(query.order_by(PromiseRow.due_at, PromiseRow.id))
    return tuple((row.enquiry_id, _promise(row)) for row in rows)


def settled_since(session: Session, since: datetime) -> tuple[tuple[int, Promise], ...]:
    """Return the promises kept or broken since an instant, each with the id of its enquiry."""
    query = select(PromiseRow).where(
        PromiseRow.state.in_((PromiseState.KEPT, PromiseState.BROKEN)),
        PromiseRow.settled_at >= since,
    )
    rows = session.scalars(query.order_by(PromiseRow.settled_at, PromiseRow.id))
    return tuple((row.enquiry_id, _promise(row)) for row in rows)


def of_enquiry(session: Session, enquiry_id: int) -> tuple[Promise, ...]:
    """Return the promises of an enquiry, in the order in which they are due."""
    query = select(PromiseRow).where(PromiseRow.enquiry_id == enquiry_id)
    rows = session.scalars(query.order_by(PromiseRow.due_at, PromiseRow.id))
    return tuple(_promise(row) for row in rows)


def _promise(row: PromiseRow) -> Promise:
    return Promise(
        row.id,
        row.words,
        row.due_at,
        row.made_by,
        row.made_at,
        PromiseState(row.state),
        row.settled_by,
        row.settled_at,
    )
