"""Who was told of an enquiry for information."""

from datetime import datetime

from sqlalchemy.orm import Mapped

from pressdesk.storage.tables.base import Base
from pressdesk.storage.tables.enquiries import Part


class InformedRow(Part, Base):
    """One person told once."""

    __tablename__ = "informed"

    name: Mapped[str]
    how: Mapped[str]
    told_by: Mapped[str]
    told_at: Mapped[datetime]
