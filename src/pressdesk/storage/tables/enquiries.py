"""Enquiries and what belongs to them. Every part carries ``enquiry_id`` for the timeline."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from pressdesk.storage.tables.base import Audited, Base


class EnquiryRow(Audited, Base):
    """One enquiry. ``number`` is unique within ``year``; ``logged_at`` never changes."""

    __tablename__ = "enquiry"
    __table_args__ = (
        UniqueConstraint("year", "number"),
        Index("ix_enquiry_received", "received_at", "id"),
        Index("ix_enquiry_deadline", "deadline_at", "id"),
        Index("ix_enquiry_status", "status", "received_at", "id"),
        Index("ix_enquiry_line", "line_used", "received_at", "id"),
        Index("ix_enquiry_outlet", "outlet_id", "received_at", "id"),
        Index("ix_enquiry_journalist", "journalist_id", "received_at", "id"),
        Index("ix_enquiry_owner", "owner_id", "received_at", "id"),
        # By deadline, the log walks an index for the filters that hold on many rows.
        Index("ix_enquiry_status_deadline", "status", "deadline_at", "id"),
        Index("ix_enquiry_line_deadline", "line_used", "deadline_at", "id"),
        Index("ix_enquiry_owner_deadline", "owner_id", "deadline_at", "id"),
    )

    year: Mapped[int]
    number: Mapped[int]
    reference: Mapped[str] = mapped_column(String(20), unique=True)
    received_at: Mapped[datetime]
    logged_at: Mapped[datetime]
    channel: Mapped[str] = mapped_column(String(16))
    type: Mapped[str] = mapped_column(String(16))
    subject: Mapped[str]
    journalist_id: Mapped[int | None] = mapped_column(ForeignKey("journalist.id"))
    outlet_id: Mapped[int | None] = mapped_column(ForeignKey("outlet.id"))
    call_back: Mapped[str]
    email: Mapped[str]
    deadline_words: Mapped[str]
    deadline_at: Mapped[datetime | None]
    publication: Mapped[str]
    urgent: Mapped[bool]
    line_expected: Mapped[str] = mapped_column(String(16))
    line_used: Mapped[str] = mapped_column(String(16))
    held_until: Mapped[datetime | None]
    status: Mapped[str] = mapped_column(String(20))
    finished: Mapped[bool]
    taken_by_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    outcome_id: Mapped[int | None] = mapped_column(ForeignKey("outcome.id"))
    outcome_note: Mapped[str]
    closed_at: Mapped[datetime | None]
    foi_reference: Mapped[str | None]
    foi_due: Mapped[date | None]
    version: Mapped[int] = mapped_column()
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own form

    @property
    def enquiry_id(self) -> int:
        """The enquiry whose timeline this row belongs to: itself."""
        return self.id


class Part(Audited):
    """Something that belongs to one enquiry."""

    @declared_attr
    def enquiry_id(cls) -> Mapped[int]:  # noqa: N805 - a class-level attribute
        """Give the enquiry it belongs to."""
        return mapped_column(ForeignKey("enquiry.id"), index=True, sort_order=-1)


class QuestionRow(Part, Base):
    """One question, on its own. It is open while ``state`` says nothing."""

    __tablename__ = "question"

    position: Mapped[int]
    words: Mapped[str] = mapped_column(Text)
    state: Mapped[str | None] = mapped_column(String(12))
    note: Mapped[str | None]
    settled_by: Mapped[str | None]
    settled_at: Mapped[datetime | None]


class DecisionRow(Part, Base):
    """One routing decision with its reason; inserted, never changed."""

    __tablename__ = "decision"

    decided_for: Mapped[datetime]
    route: Mapped[str] = mapped_column(String(16))
    number: Mapped[str]
    urgent: Mapped[bool]
    urgent_reason: Mapped[str]
    reason: Mapped[str]
    held_until: Mapped[datetime | None]
    override_reason: Mapped[str]
    actor: Mapped[str]


class AnswerRow(Part, Base):
    """Words that were given. Those of before there were kinds have none: they were substantive."""

    __tablename__ = "answer"
    # Covers the question of when each clock of an enquiry stopped, which reports ask of thousands.
    __table_args__ = (Index("ix_answer_clocks", "enquiry_id", "kind", "given_at"),)

    words: Mapped[str] = mapped_column(Text)
    terms: Mapped[str] = mapped_column(String(24))
    given_by: Mapped[str]
    given_at: Mapped[datetime]
    channel: Mapped[str] = mapped_column(String(16))
    cleared_by: Mapped[str]
    kind: Mapped[str | None] = mapped_column(String(16))
    basis: Mapped[str | None]
    clearance_id: Mapped[int | None]
    difference: Mapped[str | None]
    sources: Mapped[str | None] = mapped_column(Text)


class PromiseRow(Part, Base):
    """Something promised to the journalist by a moment."""

    __tablename__ = "promise"

    words: Mapped[str] = mapped_column(Text)
    due_at: Mapped[datetime]
    made_by: Mapped[str]
    made_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(12))
    settled_by: Mapped[str]
    settled_at: Mapped[datetime | None]


class NoteRow(Part, Base):
    """An internal note."""

    __tablename__ = "note"

    words: Mapped[str] = mapped_column(Text)
    author: Mapped[str]
    written_at: Mapped[datetime]


class EnquiryTopicRow(Part, Base):
    """A topic of an enquiry."""

    __tablename__ = "enquiry_topic"
    __table_args__ = (
        UniqueConstraint("enquiry_id", "topic_id"),
        Index("ix_enquiry_topic_topic", "topic_id", "enquiry_id"),
    )

    topic_id: Mapped[int] = mapped_column(ForeignKey("topic.id"))


class EnquiryReleaseRow(Part, Base):
    """A release linked to an enquiry."""

    __tablename__ = "enquiry_release"
    __table_args__ = (
        UniqueConstraint("enquiry_id", "release_id"),
        Index("ix_enquiry_release_release", "release_id", "enquiry_id"),
    )

    release_id: Mapped[int] = mapped_column(ForeignKey("release.id"))


class AttachmentRow(Part, Base):
    """A file kept by the hash of its content."""

    __tablename__ = "attachment"

    name: Mapped[str]
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int]
    added_by: Mapped[str]
    added_at: Mapped[datetime]


class ReferenceCounter(Base):
    """The last number given in a year; numbers are never given twice."""

    __tablename__ = "reference_counter"

    year: Mapped[int] = mapped_column(primary_key=True)
    last: Mapped[int]
