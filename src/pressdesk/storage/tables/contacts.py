"""Journalists and outlets."""

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from pressdesk.storage.tables.base import Audited, Base


class OutletRow(Audited, Base):
    """A newspaper, station, site or agency. ``key`` is the name folded for finding it again."""

    __tablename__ = "outlet"

    name: Mapped[str]
    key: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str] = mapped_column(String(16))
    notes: Mapped[str]
    version: Mapped[int] = mapped_column()
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own form


class JournalistRow(Audited, Base):
    """A journalist. ``merged_into`` is set on a duplicate, which then only keeps its history."""

    __tablename__ = "journalist"
    __table_args__ = (Index("ix_journalist_key", "key"),)

    name: Mapped[str]
    key: Mapped[str]
    outlet_id: Mapped[int | None] = mapped_column(ForeignKey("outlet.id"), index=True)
    number: Mapped[str]
    other_number: Mapped[str]
    email: Mapped[str]
    notes: Mapped[str]
    merged_into: Mapped[int | None] = mapped_column(ForeignKey("journalist.id"))
    version: Mapped[int] = mapped_column()
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own form
