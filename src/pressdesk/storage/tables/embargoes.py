"""Who holds a copy of an embargoed release, and what happened to its embargo."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from pressdesk.storage.tables.base import Audited, Base


class EmbargoHolderRow(Audited, Base):
    """One holder of a copy; name and number are kept as they were when it was given."""

    __tablename__ = "embargo_holder"

    release_id: Mapped[int] = mapped_column(ForeignKey("release.id"), index=True)
    journalist_id: Mapped[int | None] = mapped_column(ForeignKey("journalist.id"), index=True)
    name: Mapped[str]
    outlet: Mapped[str]
    number: Mapped[str]
    agreed: Mapped[str] = mapped_column(String(8))
    agreed_at: Mapped[datetime | None]
    agreed_how: Mapped[str]
    given_at: Mapped[datetime]
    given_by: Mapped[str]
    rung_at: Mapped[datetime | None]
    rung_by: Mapped[str | None]


class EmbargoEventRow(Audited, Base):
    """Something that happened to an embargo; with ``enquiry_id`` it stands in that timeline too."""

    __tablename__ = "embargo_event"

    release_id: Mapped[int] = mapped_column(ForeignKey("release.id"), index=True)
    enquiry_id: Mapped[int | None] = mapped_column(ForeignKey("enquiry.id"), index=True)
    kind: Mapped[str] = mapped_column(String(8))
    at: Mapped[datetime]
    by: Mapped[str]
    words: Mapped[str] = mapped_column(Text)
