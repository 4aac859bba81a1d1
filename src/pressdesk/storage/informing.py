"""Who was told of an enquiry for information."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from pressdesk.domain.informing import Informed
from pressdesk.storage.tables.informing import InformedRow


def add(session: Session, enquiry_id: int, informed: Informed) -> None:
    """Keep that somebody was told."""
    session.add(
        InformedRow(
            enquiry_id=enquiry_id,
            name=informed.name,
            how=informed.how,
            told_by=informed.told_by,
            told_at=informed.told_at,
        )
    )


def of_enquiry(session: Session, enquiry_id: int) -> tuple[Informed, ...]:
    """Return who was told of an enquiry, in the order in which it was done."""
    query = select(InformedRow).where(InformedRow.enquiry_id == enquiry_id)
    rows = session.scalars(query.order_by(InformedRow.told_at, InformedRow.id))
    return tuple(Informed(row.name, row.told_by, row.told_at, row.how) for row in rows)
