"""The journal and its head, which makes the removal of the last entries show too."""

from datetime import datetime

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from pressdesk.storage.tables.base import Base


class JournalRow(Base):
    """One chained entry of the journal; only ever inserted."""

    __tablename__ = "journal"
    __table_args__ = (
        Index("ix_journal_kind", "kind", "kind_id", "id"),
        Index("ix_journal_enquiry", "enquiry_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    actor: Mapped[str]
    act: Mapped[str] = mapped_column(String(8))
    kind: Mapped[str] = mapped_column(String(32))
    kind_id: Mapped[int]
    enquiry_id: Mapped[int | None]
    changes: Mapped[str] = mapped_column(Text)
    hash: Mapped[str] = mapped_column(String(64))


class JournalHead(Base):
    """How many entries there are, and the hash of the last."""

    __tablename__ = "journal_head"

    id: Mapped[int] = mapped_column(primary_key=True)
    entries: Mapped[int]
    hash: Mapped[str] = mapped_column(String(64))
