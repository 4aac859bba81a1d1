"""Feeds, and the last look at each."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from pressdesk.storage.tables.base import Audited, Base


class FeedRow(Audited, Base):
    """A feed that the office reads."""

    __tablename__ = "feed"

    name: Mapped[str]
    address: Mapped[str] = mapped_column(unique=True)
    minutes: Mapped[int]
    active: Mapped[bool]


class FeedLookRow(Base):
    """The last look at a feed.

    Not audited: it is made by the program every few minutes, and would bury in the journal what
    people did. The releases that come by it are journalled like all others.
    """

    __tablename__ = "feed_look"

    feed_id: Mapped[int] = mapped_column(
        ForeignKey("feed.id", ondelete="CASCADE"), primary_key=True
    )
    at: Mapped[datetime]
    new: Mapped[int]
    changed: Mapped[int]
    said: Mapped[str]
    failures: Mapped[int]
    etag: Mapped[str]
    modified: Mapped[str]
