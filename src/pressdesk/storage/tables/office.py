"""The office, its hours, people and lists of words."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pressdesk.storage.tables.base import Audited, Base


class OfficeRow(Audited, Base):
    """The one office of this database; it has the usual rule of packs until it sets its own.

    House targets are minutes of working time.
    """

    __tablename__ = "office"

    name: Mapped[str]
    zone: Mapped[str]
    division: Mapped[str]
    main_line: Mapped[str]
    out_of_hours_line: Mapped[str]
    sample: Mapped[bool] = mapped_column(default=False)
    pack_outlets: Mapped[int | None]
    pack_hours: Mapped[int | None]
    reports_officers: Mapped[bool | None]
    target_acknowledged: Mapped[int | None]
    target_holding: Mapped[int | None]
    target_substantive: Mapped[int | None]
    version: Mapped[int] = mapped_column()
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own form


class HoursRow(Audited, Base):
    """The hours of one weekday from a date on; ``spans`` as people write them."""

    __tablename__ = "hours"
    __table_args__ = (UniqueConstraint("weekday", "applies_from"),)

    weekday: Mapped[int]
    applies_from: Mapped[date]
    spans: Mapped[str]


class SpecialDayRow(Audited, Base):
    """A closure (no spans) or an extra or changed opening of one date."""

    __tablename__ = "special_day"

    day: Mapped[date] = mapped_column(unique=True)
    spans: Mapped[str]
    reason: Mapped[str]


class UrgencyRuleRow(Audited, Base):
    """A rule that proposes urgency; without words it is the deadline rule."""

    __tablename__ = "urgency_rule"

    name: Mapped[str] = mapped_column(unique=True)
    words: Mapped[str]
    position: Mapped[int]


class StaffRow(Audited, Base):
    """Someone who works in the press office."""

    __tablename__ = "staff"

    name: Mapped[str] = mapped_column(unique=True)
    role: Mapped[str]
    number: Mapped[str]
    email: Mapped[str]
    active: Mapped[bool]


class TopicRow(Audited, Base):
    """A subject that the office counts by."""

    __tablename__ = "topic"

    name: Mapped[str] = mapped_column(unique=True)
    active: Mapped[bool]


class OutcomeRow(Audited, Base):
    """How an enquiry may end."""

    __tablename__ = "outcome"

    name: Mapped[str] = mapped_column(unique=True)
    counts: Mapped[bool]
    answered: Mapped[bool]
    foi: Mapped[bool]
    active: Mapped[bool]
    position: Mapped[int]
