"""Synonyms: what the office has added to the shipped list, and what it has switched off."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from pressdesk.storage.tables.synonyms import SynonymRow


def kept(session: Session) -> tuple[tuple[str, bool], ...]:
    """Return each group kept, by its words, with whether it is used."""
    rows = select(SynonymRow.words, SynonymRow.active).order_by(SynonymRow.words)
    return tuple((row.words, row.active) for row in session.execute(rows))


def keep(session: Session, words: str, *, active: bool) -> None:
    """Add a group, or switch one that is there."""
    row = _row(session, words)
    if row is None:
        session.add(SynonymRow(words=words, active=active))
    else:
        row.active = active


def remove(session: Session, words: str) -> bool:
    """Take a group away; say whether it was there."""
    row = _row(session, words)
    if row is not None:
        session.delete(row)
    return row is not None


def _row(session: Session, words: str) -> SynonymRow | None:
    return session.scalar(select(SynonymRow).where(SynonymRow.words == words))
