"""What a report counts: narrow rows of what was received, so that a year takes a moment."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Integer, String, func, select, type_coerce
from sqlalchemy.orm import Session

from pressdesk.domain.contacts import OutletKind
from pressdesk.domain.counting import Facts
from pressdesk.domain.tallies import NOBODY, By, Key
from pressdesk.storage.counted import ACKNOWLEDGED, ANSWERED, HELD, epoch
from pressdesk.storage.tables.contacts import JournalistRow, OutletRow
from pressdesk.storage.tables.enquiries import EnquiryReleaseRow, EnquiryRow, EnquiryTopicRow
from pressdesk.storage.tables.office import TopicRow
from pressdesk.storage.tables.releases import ReleaseRow

Between = tuple[datetime, datetime]
"""Half-open time of receipt, in UTC."""

_FACTS: tuple[ColumnElement[Any], ...] = (
    epoch(EnquiryRow.received_at),
    epoch(EnquiryRow.deadline_at),
    epoch(EnquiryRow.closed_at),
    type_coerce(EnquiryRow.urgent, Integer),
    type_coerce(EnquiryRow.line_expected, String),
    type_coerce(EnquiryRow.line_used, String),
    EnquiryRow.outlet_id.expression,
    EnquiryRow.journalist_id.expression,
    EnquiryRow.owner_id.expression,
    EnquiryRow.outcome_id.expression,
    epoch(ACKNOWLEDGED),
    epoch(HELD),
    epoch(ANSWERED),
)


def facts(session: Session, between: Between) -> Facts:
    """Return what was received between two instants."""
    query = select(*_FACTS).where(*_within(between))
    # Straight from the connection: the rows are values, and a year has many.
    return Facts.of(session.connection().execute(query).all())


def topics(session: Session, between: Between) -> Counter[Key]:
    """Count by topic; an enquiry counts once for each that it has."""
    return _linked(session, between, EnquiryTopicRow, EnquiryTopicRow.topic_id, outer=True)


def releases(session: Session, between: Between) -> Counter[Key]:
    """Count by linked release; an enquiry counts once for each."""
    return _linked(session, between, EnquiryReleaseRow, EnquiryReleaseRow.release_id, outer=False)


def outlet_kinds(session: Session) -> Mapping[int, OutletKind]:
    """Return the kind of every outlet."""
    rows = session.execute(select(OutletRow.id, OutletRow.kind))
    return {outlet_id: OutletKind(kind) for outlet_id, kind in rows}


def journalists_now(session: Session) -> dict[Key, Key]:
    """Return under which id the enquiries of each journalist stand since duplicates were merged."""
    query = select(JournalistRow.id, func.coalesce(JournalistRow.merged_into, JournalistRow.id))
    return dict(session.execute(query).all())


_NAMES: dict[By, tuple[Any, Any]] = {
    By.OUTLET: (OutletRow.id, OutletRow.name),
    By.JOURNALIST: (JournalistRow.id, JournalistRow.name),
    By.TOPIC: (TopicRow.id, TopicRow.name),
    By.RELEASE: (ReleaseRow.id, ReleaseRow.headline),
}


def names(session: Session, by: By, ids: Iterable[int]) -> dict[int, str]:
    """Return what some outlets, journalists, topics or releases are called; gone ones lack."""
    key, name = _NAMES[by]
    return dict(session.execute(select(key, name).where(key.in_(tuple(ids)))).all())


def release_name(session: Session, release_id: int | None) -> str:
    """Return the headline of a release; nothing for none."""
    if release_id is None:
        return ""
    return names(session, By.RELEASE, (release_id,)).get(release_id, "")


def _linked(
    session: Session, between: Between, link: Any, key: Any, *, outer: bool
) -> Counter[Key]:
    query = select(key, func.count()).select_from(EnquiryRow)
    query = query.join(link, link.enquiry_id == EnquiryRow.id, isouter=outer)
    rows = session.execute(query.where(*_within(between)).group_by(key))
    return Counter({NOBODY if found is None else found: count for found, count in rows})


def _within(between: Between) -> tuple[ColumnElement[bool], ...]:
    starts, ends = between
    return EnquiryRow.received_at >= starts, EnquiryRow.received_at < ends
