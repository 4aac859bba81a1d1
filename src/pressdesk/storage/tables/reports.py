"""Reports: the months whose figures are closed."""

from datetime import date, datetime

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from pressdesk.storage.tables.base import Audited, Base


class FrozenMonthRow(Audited, Base):
    """A month by its first day; ``days`` are the tallies of its days as JSON."""

    __tablename__ = "frozen_month"

    month: Mapped[date] = mapped_column(unique=True)
    frozen_at: Mapped[datetime]
    days: Mapped[str] = mapped_column(Text)
