"""Lines to take: their facts, every wording, and where they were used."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pressdesk.storage.tables.base import Audited, Base
from pressdesk.storage.tables.enquiries import Part


class LineToTakeRow(Audited, Base):
    """One line; its words are those of its newest version."""

    __tablename__ = "line_to_take"

    title: Mapped[str]
    topic_id: Mapped[int | None] = mapped_column(ForeignKey("topic.id"), index=True)
    kind: Mapped[str] = mapped_column(String(16))
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    release_id: Mapped[int | None] = mapped_column(ForeignKey("release.id"))
    state: Mapped[str] = mapped_column(String(16))
    review_on: Mapped[date | None]
    withdrawn_reason: Mapped[str]
    version: Mapped[int] = mapped_column()
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own form


class LineVersionRow(Audited, Base):
    """One wording. ``number`` counts from 1 within its line; the words are never changed."""

    __tablename__ = "line_version"
    __table_args__ = (UniqueConstraint("line_to_take_id", "number"),)

    line_to_take_id: Mapped[int] = mapped_column(ForeignKey("line_to_take.id"))
    number: Mapped[int]
    words: Mapped[str] = mapped_column(Text)
    written_by: Mapped[str]
    written_at: Mapped[datetime]
    cleared_by: Mapped[str]
    cleared_at: Mapped[datetime | None]


class EnquiryLineRow(Part, Base):
    """A line that stands beside an enquiry."""

    __tablename__ = "enquiry_line_to_take"
    __table_args__ = (
        UniqueConstraint("enquiry_id", "line_to_take_id"),
        Index("ix_enquiry_line_to_take_line", "line_to_take_id", "enquiry_id"),
    )

    line_to_take_id: Mapped[int] = mapped_column(ForeignKey("line_to_take.id"))


class AnswerLineRow(Part, Base):
    """A version of a line whose words an answer has."""

    __tablename__ = "answer_line_to_take"
    __table_args__ = (
        UniqueConstraint("answer_id", "line_version_id"),
        Index("ix_answer_line_to_take_version", "line_version_id", "answer_id"),
    )

    answer_id: Mapped[int] = mapped_column(ForeignKey("answer.id"))
    line_version_id: Mapped[int] = mapped_column(ForeignKey("line_version.id"))
