"""Releases: the source text, whole, the parts that were read from it, and the versions before."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pressdesk.storage.tables.base import Audited, Base


class Kept:
    """What is kept of each version: its words, its parts, and where they came from.

    ``original`` is the file it came in (see ``domain.releases.Original``); none for pasted text.
    """

    parts: Mapped[dict[str, Any]] = mapped_column(JSON)
    source_name: Mapped[str]
    source_url: Mapped[str | None]
    source_text: Mapped[str] = mapped_column(Text)
    source_sha256: Mapped[str] = mapped_column(String(64), unique=True)
    original: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    added_by: Mapped[str]
    added_at: Mapped[datetime]
    corrected_by: Mapped[str | None]
    corrected_at: Mapped[datetime | None]


class ReleaseRow(Audited, Kept, Base):
    """One press release, in its newest version; ``embargo`` is empty when it never had one."""

    __tablename__ = "release"

    headline: Mapped[str]
    published_on: Mapped[date | None] = mapped_column(index=True)
    embargo: Mapped[str | None] = mapped_column(String(8))
    embargo_until: Mapped[datetime | None] = mapped_column(index=True)
    embargo_reason: Mapped[str | None]


class ReleaseVersionRow(Audited, Kept, Base):
    """A version that a newer one has taken the place of."""

    __tablename__ = "release_version"
    __table_args__ = (UniqueConstraint("release_id", "number"),)

    release_id: Mapped[int] = mapped_column(ForeignKey("release.id"))
    number: Mapped[int]


class ReleaseKeyRow(Base):
    """What another version of a release is known by; read from its versions, so not audited."""

    __tablename__ = "release_key"

    key: Mapped[str] = mapped_column(primary_key=True)
    release_id: Mapped[int] = mapped_column(ForeignKey("release.id"), primary_key=True)
