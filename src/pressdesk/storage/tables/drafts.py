"""What is being typed. Drafts are nobody's business but their writer's: not journalled."""

from datetime import datetime

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from pressdesk.storage.tables.base import Base


class DraftRow(Base):
    """The latest state of one thing being typed by one person."""

    __tablename__ = "draft"

    key: Mapped[str] = mapped_column(primary_key=True)
    person: Mapped[str] = mapped_column(index=True)
    content: Mapped[str] = mapped_column(Text)
    updated_at: Mapped[datetime]
