"""Templates of clearance, requests for it, and their steps."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from pressdesk.storage.tables.base import Audited, Base
from pressdesk.storage.tables.enquiries import Part


class ClearanceTemplateRow(Audited, Base):
    """The steps of a kind of answer and whom it informs, a name a line."""

    __tablename__ = "clearance_template"

    name: Mapped[str] = mapped_column(unique=True)
    steps: Mapped[str]
    in_order: Mapped[bool]
    informs: Mapped[str]
    active: Mapped[bool]
    position: Mapped[int]


class ClearanceRow(Part, Base):
    """One request: the exact words and their hash."""

    __tablename__ = "clearance"

    template: Mapped[str]
    words: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(String(64))
    state: Mapped[str] = mapped_column(String(12))
    in_order: Mapped[bool]
    informs: Mapped[str]
    asked_by: Mapped[str]
    asked_at: Mapped[datetime]


class ClearanceStepRow(Part, Base):
    """One step of a request."""

    __tablename__ = "clearance_step"

    clearance_id: Mapped[int] = mapped_column(ForeignKey("clearance.id"), index=True)
    position: Mapped[int]
    name: Mapped[str]
    state: Mapped[str] = mapped_column(String(12))
    asked_at: Mapped[datetime | None]
    chased_at: Mapped[datetime | None]
    settled_at: Mapped[datetime | None]
    by: Mapped[str]
    noted_by: Mapped[str]
    words: Mapped[str] = mapped_column(Text)
