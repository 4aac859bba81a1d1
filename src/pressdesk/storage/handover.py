"""Handovers: which were taken over, and what was said during a night."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from pressdesk.domain.enquiries import EnquirySummary
from pressdesk.domain.handover import Kind
from pressdesk.domain.handover_page import Taken
from pressdesk.storage.enquiry_lists import summaries, summary_of
from pressdesk.storage.tables.enquiries import AnswerRow, EnquiryRow, EnquiryTopicRow
from pressdesk.storage.tables.handover import HandoverRow
from pressdesk.storage.tables.office import TopicRow


@dataclass(frozen=True)
class Said:
    """Words that were given, by whom and when (UTC), on which enquiry."""

    enquiry: EnquirySummary
    words: str
    given_by: str
    given_at: datetime


def taken(session: Session, kind: Kind, night: datetime) -> Taken | None:
    """Return who took over the handover of the night that begins at an instant, and when."""
    row = session.scalar(
        select(HandoverRow).where(HandoverRow.kind == kind.value, HandoverRow.night == night)
    )
    return Taken(row.taken_by, row.taken_at) if row else None


def keep(session: Session, kind: Kind, night: datetime, taken: Taken, words: str) -> None:
    """Keep that a handover was taken over, with the words it said."""
    session.add(
        HandoverRow(kind=kind.value, night=night, taken_by=taken.by, taken_at=taken.at, words=words)
    )


def said_between(session: Session, start: datetime, end: datetime) -> tuple[Said, ...]:
    """Return the answers given in [start, end), earliest first."""
    given = select(AnswerRow).where(AnswerRow.given_at >= start, AnswerRow.given_at < end)
    rows = session.scalars(given.order_by(AnswerRow.given_at, AnswerRow.id)).all()
    found = enquiries_of(session, {row.enquiry_id for row in rows})
    return tuple(Said(found[row.enquiry_id], row.words, row.given_by, row.given_at) for row in rows)


def enquiries_of(session: Session, ids: Collection[int]) -> dict[int, EnquirySummary]:
    """Return some enquiries by id, open or closed."""
    query = summaries().where(EnquiryRow.id.in_(ids))
    return {row.id: summary_of(row) for row in session.execute(query)}


def topics_of(session: Session, enquiry_ids: tuple[int, ...]) -> frozenset[str]:
    """Return the names of the topics of some enquiries."""
    query = select(TopicRow.name).join(EnquiryTopicRow, EnquiryTopicRow.topic_id == TopicRow.id)
    return frozenset(session.scalars(query.where(EnquiryTopicRow.enquiry_id.in_(enquiry_ids))))


def call_backs(session: Session, enquiry_ids: tuple[int, ...]) -> dict[int, str]:
    """Return the number on which the journalist of each enquiry is rung back."""
    query = select(EnquiryRow.id, EnquiryRow.call_back).where(EnquiryRow.id.in_(enquiry_ids))
    return {row.id: row.call_back for row in session.execute(query)}
