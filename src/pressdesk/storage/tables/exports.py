"""Exports: what the office chose to send out, under a name, and what was sent out by whom."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from pressdesk.storage.tables.base import Audited, Base


class ExportPresetRow(Audited, Base):
    """Columns in their order, apart by commas, and how people stand in the file."""

    __tablename__ = "export_preset"

    name: Mapped[str] = mapped_column(unique=True)
    columns: Mapped[str]
    people: Mapped[str] = mapped_column(String(16))


class ExportRow(Audited, Base):
    """One file that was written; ``file`` is its name without the folder."""

    __tablename__ = "export"

    made_by: Mapped[str]
    made_at: Mapped[datetime]
    filters: Mapped[str]
    columns: Mapped[str]
    people: Mapped[str] = mapped_column(String(16))
    format: Mapped[str] = mapped_column(String(8))
    rows: Mapped[int]
    file: Mapped[str]
