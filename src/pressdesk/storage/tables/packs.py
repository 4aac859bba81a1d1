"""Packs: enquiries of several outlets on one subject, gathered or said to be none."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pressdesk.storage.tables.base import Audited, Base
from pressdesk.storage.tables.enquiries import Part


class PackRow(Audited, Base):
    """One pack; ``gathered`` is false for an offer that the office turned down."""

    __tablename__ = "pack"

    name: Mapped[str]
    gathered: Mapped[bool]
    line_to_take_id: Mapped[int | None] = mapped_column(ForeignKey("line_to_take.id"))
    made_by: Mapped[str]
    made_at: Mapped[datetime]


class PackEnquiryRow(Part, Base):
    """An enquiry of a pack; it belongs to one at most."""

    __tablename__ = "pack_enquiry"
    __table_args__ = (
        UniqueConstraint("enquiry_id"),
        Index("ix_pack_enquiry_pack", "pack_id", "enquiry_id"),
    )

    pack_id: Mapped[int] = mapped_column(ForeignKey("pack.id"))
