"""Reminders: their lead times, and what was told to whom."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from pressdesk.domain.reminders import Leads
from pressdesk.storage.tables.reminders import LeadRow, ToldRow

KEPT = timedelta(days=400)
"""How long it is remembered that something was told; longer than any thing is looked at."""


def leads(session: Session) -> Leads:
    """Return the lead times as the office has set them."""
    usual = asdict(Leads())
    kept = {row.name: row.amount for row in session.scalars(select(LeadRow))}
    return Leads(**{name: kept.get(name, amount) for name, amount in usual.items()})


def save_leads(session: Session, leads: Leads) -> None:
    """Keep the lead times."""
    rows = {row.name: row for row in session.scalars(select(LeadRow))}
    for name, amount in asdict(leads).items():
        row = rows.get(name) or LeadRow(name=name)
        row.amount = amount
        session.add(row)


def told(session: Session, person: str) -> frozenset[str]:
    """Return the keys of all that a person was told."""
    return frozenset(session.scalars(select(ToldRow.key).where(ToldRow.person == person)))


def keep_told(session: Session, person: str, keys: Iterable[str], now: datetime) -> None:
    """Keep that a person was told some things, and forget what was told long ago."""
    session.execute(delete(ToldRow).where(ToldRow.told_at < now - KEPT))
    session.add_all(ToldRow(person=person, key=key, told_at=now) for key in keys)
