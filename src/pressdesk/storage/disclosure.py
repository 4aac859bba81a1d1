"""What a disclosure reads: the enquiries of a year, how they ended, and whom the log knows."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute, Session

from pressdesk.domain.answers import KINDS, AnswerKind
from pressdesk.domain.disclosed_rows import (
    ANSWER,
    ENDING,
    NOTE,
    OUTLET,
    QUESTION,
    SUBJECT,
    OpenRow,
    Words,
)
from pressdesk.domain.disclosure import Fate
from pressdesk.domain.enquiries import Channel, EnquiryType, Terms
from pressdesk.domain.office import Outcome
from pressdesk.storage import office as offices
from pressdesk.storage.enquiry_lists import SUMMARY
from pressdesk.storage.tables.clearance import ClearanceStepRow
from pressdesk.storage.tables.contacts import JournalistRow, OutletRow
from pressdesk.storage.tables.embargoes import EmbargoHolderRow
from pressdesk.storage.tables.enquiries import (
    AnswerRow,
    EnquiryRow,
    EnquiryTopicRow,
    NoteRow,
    PromiseRow,
    QuestionRow,
)
from pressdesk.storage.tables.informing import InformedRow
from pressdesk.storage.tables.office import StaffRow, TopicRow

PAGE = 500
Span = tuple[datetime, datetime]
_GIVEN = next(column for column in SUMMARY if column.key == "given")


@dataclass(frozen=True)
class People:
    """Whom the log knows: by the fields of contacts and staff, and by words typed freely."""

    names: tuple[str, ...]
    officers: tuple[str, ...]
    typed: tuple[str, ...]
    numbers: tuple[str, ...]
    outlets: tuple[str, ...]


def people(session: Session) -> People:
    """Return everybody that the log names, and every number of theirs."""
    names = _distinct(session, JournalistRow.name, EmbargoHolderRow.name, StaffRow.name)
    typed = (
        *(AnswerRow.given_by, AnswerRow.cleared_by, NoteRow.author, ClearanceStepRow.by),
        *(PromiseRow.made_by, PromiseRow.settled_by, QuestionRow.settled_by, InformedRow.name),
    )
    numbers = (
        *(JournalistRow.number, JournalistRow.other_number, StaffRow.number),
        *(EmbargoHolderRow.number, EnquiryRow.call_back),
    )
    return People(
        names=names,
        officers=_distinct(session, StaffRow.name),
        typed=_distinct(session, *typed),
        numbers=_distinct(session, *numbers),
        outlets=_distinct(session, OutletRow.name, EmbargoHolderRow.outlet),
    )


def fates(session: Session, span: Span) -> list[tuple[Fate, int]]:
    """Return how many enquiries received in a span of time had each fate."""
    each = select(_GIVEN, EnquiryRow.outcome_id).where(*_within(span)).subquery()
    given, outcome_id = each.c
    counted = select(given, outcome_id, func.count()).group_by(given, outcome_id)
    outcomes = _outcomes(session)
    return [
        (Fate(None if kind is None else KINDS[kind], outcomes.get(outcome)), count)
        for kind, outcome, count in session.execute(counted)
    ]


def count(session: Session, span: Span) -> int:
    """Return how many enquiries were received in a span of time."""
    return session.scalar(select(func.count()).select_from(EnquiryRow).where(*_within(span))) or 0


def first_and_last(session: Session) -> Span | None:
    """Return when the first and the last enquiry of the log were received."""
    received = EnquiryRow.received_at
    first = session.scalar(select(func.min(received)))
    last = session.scalar(select(func.max(received)))
    return None if first is None or last is None else (first, last)


def rows(session: Session, span: Span, *, notes: bool) -> Iterator[OpenRow]:
    """Yield the enquiries received in a span, the oldest first; ``notes`` with internal ones."""
    outcomes, after = _outcomes(session), None
    while page := session.execute(_page(span, after)).all():
        words = _words(session, page, notes=notes)
        topics = _topics(session, [row.id for row in page])
        answers = _parts(session, AnswerRow, [row.id for row in page])
        for row in page:
            yield _open_row(
                row, words[row.id], topics[row.id], answers[row.id], outcomes.get(row.outcome_id)
            )
        after = (page[-1].received_at, page[-1].id)


def _open_row(
    row: Any,
    words: list[Words],
    topics: list[str],
    answers: list[Any],
    outcome: Outcome | None,
) -> OpenRow:
    kinds = {AnswerKind(one.kind or AnswerKind.SUBSTANTIVE): one for one in reversed(answers)}
    full = [one.given_at for one in answers if one.kind in (None, AnswerKind.SUBSTANTIVE)]
    signed = (name for one in answers for name in (one.given_by, one.cleared_by))
    return OpenRow(
        id=row.id,
        reference=row.reference,
        received_at=row.received_at,
        channel=Channel(row.channel).label,
        type=EnquiryType(row.type).label,
        topics=tuple(topics),
        answered_at=min(full, default=None),
        fate=Fate(max(kinds, key=KINDS.index, default=None), outcome),
        people=tuple(dict.fromkeys(filter(None, (row.journalist, *signed)))),
        words=tuple(words),
    )


def _words(session: Session, page: Sequence[Any], *, notes: bool) -> dict[int, list[Words]]:
    """Return the free text of each enquiry of a page, field after field."""
    ids = [row.id for row in page]
    words = {row.id: [Words(OUTLET, row.outlet), Words(SUBJECT, row.subject)] for row in page}
    kept: dict[str, Any] = {QUESTION: QuestionRow, ANSWER: AnswerRow}
    for field, part in (kept | {NOTE: NoteRow} if notes else kept).items():
        for enquiry_id, parts in _parts(session, part, ids).items():
            words[enquiry_id] += [Words(field, one.words, _lead(one)) for one in parts]
    if notes:
        for row in page:
            words[row.id].append(Words(ENDING, row.outcome_note))
    return words


def _lead(part: Any) -> str:
    """Return the terms and the kind of an answer before its words; nothing before others."""
    if not hasattr(part, "terms"):
        return ""
    kind, terms = AnswerKind(part.kind or AnswerKind.SUBSTANTIVE), Terms(part.terms).label
    return f"{terms}: " if kind.answers else f"{kind.label}, {terms.lower()}: "


def _page(span: Span, after: tuple[datetime, int] | None) -> Select[Any]:
    row = EnquiryRow
    columns: tuple[ColumnElement[Any] | InstrumentedAttribute[Any], ...] = (
        *(row.id, row.reference, row.received_at, row.subject, row.channel, row.type),
        *(row.outcome_id, row.outcome_note),
        func.coalesce(JournalistRow.name, "").label("journalist"),
        func.coalesce(OutletRow.name, "").label("outlet"),
    )
    query = (
        select(*columns)
        .outerjoin(JournalistRow, row.journalist_id == JournalistRow.id)
        .outerjoin(OutletRow, row.outlet_id == OutletRow.id)
        .where(*_within(span))
        .order_by(row.received_at, row.id)
        .limit(PAGE)
    )
    return query if after is None else query.where(tuple_(row.received_at, row.id) > after)


def _within(span: Span) -> tuple[ColumnElement[bool], ...]:
    return EnquiryRow.received_at >= span[0], EnquiryRow.received_at < span[1]


def _parts(session: Session, part: Any, ids: list[int]) -> dict[int, list[Any]]:
    columns = part.__table__.c
    query = select(*columns).where(columns.enquiry_id.in_(ids)).order_by(columns.id)
    return _gathered(session.execute(query), ids, lambda one: one)


def _topics(session: Session, ids: list[int]) -> dict[int, list[str]]:
    link: Any = EnquiryTopicRow.__table__.c
    query = select(link.enquiry_id, TopicRow.name).join(TopicRow, link.topic_id == TopicRow.id)
    found = session.execute(query.where(link.enquiry_id.in_(ids)).order_by(TopicRow.name))
    return _gathered(found, ids, lambda one: one.name)


def _gathered(found: Any, ids: list[int], taken: Any) -> dict[int, list[Any]]:
    each: dict[int, list[Any]] = defaultdict(list)
    for one in found:
        each[one.enquiry_id].append(taken(one))
    return {enquiry_id: each[enquiry_id] for enquiry_id in ids}


def _outcomes(session: Session) -> dict[int | None, Outcome]:
    return {outcome.id: outcome for outcome in offices.outcomes(session)}


def _distinct(session: Session, *columns: InstrumentedAttribute[Any]) -> tuple[str, ...]:
    found = (
        value for column in columns for value in session.scalars(select(column).distinct()) if value
    )
    return tuple(dict.fromkeys(found))
