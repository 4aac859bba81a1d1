"""What is being typed, kept until it is saved or thrown away."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from pressdesk.storage.tables.drafts import DraftRow


@dataclass(frozen=True)
class Draft:
    """The latest state of one thing being typed. ``content`` belongs to the form that wrote it."""

    key: str
    person: str
    content: str
    updated_at: datetime


def keep(session: Session, draft: Draft) -> None:
    """Keep the latest state of a draft."""
    session.merge(DraftRow(**vars(draft)))


def discard(session: Session, key: str) -> None:
    """Throw a draft away; one that is not there is fine."""
    session.execute(delete(DraftRow).where(DraftRow.key == key))


def waiting(session: Session, person: str, prefix: str) -> tuple[Draft, ...]:
    """Return the drafts of a person whose key starts with ``prefix``, oldest first."""
    query = select(DraftRow).where(
        DraftRow.person == person, DraftRow.key.startswith(prefix, autoescape=True)
    )
    rows = session.scalars(query.order_by(DraftRow.updated_at))
    return tuple(Draft(row.key, row.person, row.content, row.updated_at) for row in rows)
