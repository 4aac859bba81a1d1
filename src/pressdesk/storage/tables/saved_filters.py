"""Filters of the log under a name."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from pressdesk.storage.tables.base import Audited, Base


class SavedFilterRow(Audited, Base):
    """One saved filter; ``starts`` and ``ends`` are days as they were typed."""

    __tablename__ = "saved_filter"

    name: Mapped[str] = mapped_column(unique=True)
    text: Mapped[str]
    starts: Mapped[str]
    ends: Mapped[str]
    line: Mapped[str | None] = mapped_column(String(16))
    status: Mapped[str | None] = mapped_column(String(20))
    outlet_id: Mapped[int | None] = mapped_column(ForeignKey("outlet.id"))
    owner: Mapped[str]
    topic: Mapped[str]
    sort: Mapped[str] = mapped_column(String(8))
