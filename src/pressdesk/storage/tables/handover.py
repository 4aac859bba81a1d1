"""Handovers that were taken over."""

from datetime import datetime

from sqlalchemy import String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pressdesk.storage.tables.base import Audited, Base


class HandoverRow(Audited, Base):
    """One handover of the night that begins at ``night``, with the words that were taken over."""

    __tablename__ = "handover"
    __table_args__ = (UniqueConstraint("kind", "night"),)

    kind: Mapped[str] = mapped_column(String(8))
    night: Mapped[datetime]
    taken_by: Mapped[str]
    taken_at: Mapped[datetime]
    words: Mapped[str] = mapped_column(Text)
