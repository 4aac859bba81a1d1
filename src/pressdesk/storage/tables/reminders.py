"""Lead times of reminders, and what was told to whom."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from pressdesk.storage.tables.base import Audited, Base


class LeadRow(Audited, Base):
    """One lead time that the office set otherwise than usual."""

    __tablename__ = "lead_time"

    name: Mapped[str] = mapped_column(String(24), unique=True)
    amount: Mapped[int]


class ToldRow(Base):
    """That a person was told a thing. Not audited: it says nothing about the office's work."""

    __tablename__ = "told"

    person: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    told_at: Mapped[datetime] = mapped_column(index=True)
