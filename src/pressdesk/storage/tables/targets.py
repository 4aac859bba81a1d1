"""The house targets of enquiries."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from pressdesk.storage.tables.base import Base
from pressdesk.storage.tables.enquiries import Part


class TargetRow(Part, Base):
    """By when each clock of one enquiry is to stop; ``moved`` is why one was set anew last."""

    __tablename__ = "target"
    __table_args__ = (UniqueConstraint("enquiry_id"),)

    acknowledged_by: Mapped[datetime | None]
    holding_by: Mapped[datetime | None]
    substantive_by: Mapped[datetime | None]
    moved: Mapped[str | None]
