"""Who is on duty when."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from pressdesk.storage.tables.base import Audited, Base


class ShiftRow(Audited, Base):
    """One shift, half-open; ``instead_of`` is who was on it before a swap or cover."""

    __tablename__ = "shift"

    person: Mapped[str]
    starts_at: Mapped[datetime] = mapped_column(index=True)
    ends_at: Mapped[datetime] = mapped_column(index=True)
    number: Mapped[str]
    instead_of: Mapped[str]
    change: Mapped[str] = mapped_column(String(8))
    version: Mapped[int] = mapped_column()
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own form
