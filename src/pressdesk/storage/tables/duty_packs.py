"""Duty packs that were made, and what a pack knows of itself."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from pressdesk.storage.tables.base import Audited, Base


class DutyPackRow(Audited, Base):
    """One pack that the office made. ``merged`` is the last entry of its journal that came back."""

    __tablename__ = "duty_pack"

    code: Mapped[str] = mapped_column(String(32), unique=True)
    person: Mapped[str]
    made_by: Mapped[str]
    made_at: Mapped[datetime]
    merged: Mapped[int]


class DutyPackHereRow(Base):
    """Stands in a pack alone, and only once: which pack this database is, by its number.

    ``entries`` are those of its journal when it was made; ``mark`` is the last entry of the
    office's journal at that moment. Not audited: it never changes.
    """

    __tablename__ = "duty_pack_here"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(32))
    person: Mapped[str]
    office: Mapped[str]
    made_at: Mapped[datetime]
    entries: Mapped[int]
    mark: Mapped[int]


class DutyPackFileRow(Base):
    """The bytes of a kept file inside a pack, which has no folder beside it. Not audited."""

    __tablename__ = "duty_pack_file"

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class DutyPackLifeRow(Base):
    """Which row of the office a row that was new in a pack became.

    ``since`` is the last entry of the office's journal then: a row with the same id that was
    removed and made anew after it is another one. Not audited: it says nothing of its own.
    """

    __tablename__ = "duty_pack_life"

    pack_id: Mapped[int] = mapped_column(ForeignKey("duty_pack.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(32), primary_key=True)
    home_id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int]
    since: Mapped[int]
