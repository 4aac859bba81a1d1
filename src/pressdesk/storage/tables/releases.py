"""Releases: the source text, whole, and the parts that were read from it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from pressdesk.storage.tables.base import Audited, Base


class ReleaseRow(Audited, Base):
    """One press release; ``embargo`` is empty for one that never was under embargo."""

    __tablename__ = "release"

    headline: Mapped[str]
    published_on: Mapped[date | None] = mapped_column(index=True)
    parts: Mapped[dict[str, Any]] = mapped_column(JSON)
    source_name: Mapped[str]
    source_text: Mapped[str] = mapped_column(Text)
    source_sha256: Mapped[str] = mapped_column(String(64), unique=True)
    added_by: Mapped[str]
    added_at: Mapped[datetime]
    embargo: Mapped[str | None] = mapped_column(String(8))
    embargo_until: Mapped[datetime | None] = mapped_column(index=True)
    embargo_reason: Mapped[str | None]
