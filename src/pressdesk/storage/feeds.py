"""Feeds: kept, and with each the last look at it."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pressdesk.domain.feeds import Feed, FeedState, Look
from pressdesk.errors import NotFound, Refused
from pressdesk.storage.tables.feeds import FeedLookRow, FeedRow

Marks = tuple[str, str]
"""What the server said of the state of a feed: ETag and Last-Modified, each may be empty."""


def listed(session: Session) -> tuple[FeedState, ...]:
    """Return the feeds by name, each with the last look at it."""
    query = select(FeedRow, FeedLookRow).outerjoin(FeedLookRow).order_by(func.lower(FeedRow.name))
    return tuple(FeedState(_feed(row), _look(look)) for row, look in session.execute(query))


def state(session: Session, feed_id: int) -> FeedState:
    """Return one feed with the last look at it; raise NotFound."""
    return FeedState(_feed(_row(session, feed_id)), _look(session.get(FeedLookRow, feed_id)))


def marks(session: Session, feed_id: int) -> Marks:
    """Return what the server said at the last look that gave something."""
    row = session.get(FeedLookRow, feed_id)
    return (row.etag, row.modified) if row else ("", "")


def save(session: Session, feed: Feed) -> int:
    """Keep a feed; return the id. Raises Refused for an address that is kept already."""
    same = session.scalar(select(FeedRow).where(FeedRow.address == feed.address))
    if same is not None and same.id != feed.id:
        raise Refused(f"This address is kept already, as “{same.name}”.", field="address")
    row = _row(session, feed.id) if feed.id else FeedRow(address="")
    if row.address != feed.address and (look := session.get(FeedLookRow, feed.id or 0)):
        session.delete(look)  # it told of another address
    row.name, row.address = feed.name, feed.address
    row.minutes, row.active = feed.minutes, feed.active
    session.add(row)
    session.flush()
    return row.id


def remove(session: Session, feed_id: int) -> None:
    """Take a feed off; what came by it stays. Raises NotFound."""
    session.delete(_row(session, feed_id))


def keep_look(session: Session, feed: Feed, look: Look, marks: Marks) -> None:
    """Keep how a look went, unless the feed was removed or moved meanwhile."""
    kept = session.get(FeedRow, feed.id)
    if kept is None or kept.address != feed.address:
        return
    row = session.get(FeedLookRow, kept.id) or FeedLookRow(feed_id=kept.id)
    row.at, row.new, row.changed = look.at, look.new, look.changed
    row.said, row.failures = look.said, look.failures
    row.etag, row.modified = marks
    session.add(row)


def _row(session: Session, feed_id: int) -> FeedRow:
    row = session.get(FeedRow, feed_id)
    if row is None:
        raise NotFound("There is no such feed. List the feeds again.")
    return row


def _feed(row: FeedRow) -> Feed:
    return Feed(row.name, row.address, row.minutes, row.active, row.id)


def _look(row: FeedLookRow | None) -> Look | None:
    return Look(row.at, row.new, row.changed, row.said, row.failures) if row else None
