"""Who is on duty when."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from pressdesk.storage.tables.base import Audited, Base


class ShiftRow(Audited, Base):
    """One shift, half-open."""

    __tablename__ = "shift"

    person: Mapped[str]
    starts_at: Mapped[datetime] = mapped_column(index=True)
    ends_at: Mapped[datetime] = mapped_column(index=True)
    number: Mapped[str]
