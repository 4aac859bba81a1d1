"""The desk and the log: rows read straight into summaries, a page at a time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, case, false, func, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute, Session

from pressdesk.domain.answers import KINDS, AnswerKind
from pressdesk.domain.clearance import LIVE, ClearanceState
from pressdesk.domain.enquiries import (
    OPEN_STATUSES,
    EnquirySummary,
    LogQuery,
    Named,
    Sort,
    Status,
)
from pressdesk.domain.promises import PromiseState
from pressdesk.domain.routing import Route
from pressdesk.domain.targets import Target
from pressdesk.storage import counted, search
from pressdesk.storage.tables.clearance import ClearanceRow
from pressdesk.storage.tables.contacts import JournalistRow, OutletRow
from pressdesk.storage.tables.enquiries import (
    AnswerRow,
    EnquiryRow,
    EnquiryTopicRow,
    PromiseRow,
)
from pressdesk.storage.tables.office import OutcomeRow, StaffRow, TopicRow
from pressdesk.storage.tables.targets import TargetRow

Attribute = InstrumentedAttribute[Any]

_IS_OPEN = EnquiryRow.status != Status.CLOSED
FURTHEST = (
    select(
        func.max(
            case(
                *((AnswerRow.kind == kind, place) for place, kind in enumerate(KINDS)),
                else_=KINDS.index(AnswerKind.SUBSTANTIVE),
            )
        )
    )
    .where(AnswerRow.enquiry_id == EnquiryRow.id)
    .scalar_subquery()
)
_PROMISED = (
    select(func.min(PromiseRow.due_at))
    .where(PromiseRow.enquiry_id == EnquiryRow.id, PromiseRow.state == PromiseState.OPEN)
    .scalar_subquery()
)
_CLEARANCE = (
    select(func.min(ClearanceRow.state))  # one is live at most
    .where(ClearanceRow.enquiry_id == EnquiryRow.id, ClearanceRow.state.in_(LIVE))
    .scalar_subquery()
)

SUMMARY = (
    EnquiryRow.id,
    EnquiryRow.reference,
    EnquiryRow.subject,
    func.coalesce(JournalistRow.name, "").label("journalist"),
    func.coalesce(OutletRow.name, "").label("outlet"),
    EnquiryRow.received_at,
    EnquiryRow.deadline_at,
    EnquiryRow.deadline_words,
    EnquiryRow.status,
    EnquiryRow.line_expected,
    EnquiryRow.line_used,
    EnquiryRow.held_until,
    EnquiryRow.urgent,
    func.coalesce(StaffRow.name, "").label("owner"),
    EnquiryRow.finished,
    func.coalesce(OutcomeRow.name, "").label("outcome"),
    FURTHEST.label("given"),
    _PROMISED.label("promised_at"),
    _CLEARANCE.label("clearance"),
    *(getattr(TargetRow, f"{kind}_by") for kind in KINDS),
)


@dataclass(frozen=True)
class Page:
    """Which rows: ``size`` of them, starting ``offset`` rows in, or right after the row ``after``.

    Scrolling on uses ``after`` (the key of an index, the same speed at any depth); a jump
    uses ``offset``, which walks a covering index only.
    """

    size: int = 100
    offset: int = 0
    after: EnquirySummary | None = None


def summary_of(row: Any) -> EnquirySummary:
    """Return one row of SUMMARY as a value."""
    return EnquirySummary(
        id=row.id,
        reference=row.reference,
        subject=row.subject,
        journalist=row.journalist,
        outlet=row.outlet,
        received_at=row.received_at,
        deadline_at=row.deadline_at,
        deadline_words=row.deadline_words,
        status=Status(row.status),
        route=Route(row.line_expected),
        line_used=Route(row.line_used),
        held_until=row.held_until,
        urgent=row.urgent,
        owner=row.owner,
        finished=row.finished,
        outcome=row.outcome,
        given=given_of(row.given),
        promised_at=row.promised_at,
        clearance=row.clearance and ClearanceState(row.clearance),
        targets=targets_in(row),
    )


def given_of(furthest: int | None) -> AnswerKind | None:
    """Return the kind that FURTHEST names by its place."""
    return None if furthest is None else KINDS[furthest]


def targets_in(row: Any) -> tuple[Target, ...]:
    """Return the targets in the columns of a row."""
    due = ((kind, getattr(row, f"{kind}_by")) for kind in KINDS)
    return tuple(Target(kind, at) for kind, at in due if at is not None)


def summaries() -> Select[Any]:
    """Return the query of summaries, not yet filtered or ordered."""
    columns: tuple[ColumnElement[Any] | Attribute, ...] = SUMMARY
    return (
        select(*columns)
        .select_from(EnquiryRow)
        .outerjoin(JournalistRow, EnquiryRow.journalist_id == JournalistRow.id)
        .outerjoin(OutletRow, EnquiryRow.outlet_id == OutletRow.id)
        .outerjoin(StaffRow, EnquiryRow.owner_id == StaffRow.id)
        .outerjoin(OutcomeRow, EnquiryRow.outcome_id == OutcomeRow.id)
        .outerjoin(TargetRow, _IS_OPEN & (TargetRow.enquiry_id == EnquiryRow.id))
    )


def open_enquiries(session: Session) -> tuple[EnquirySummary, ...]:
    """Return every open enquiry, the nearest deadline first."""
    query = summaries().where(EnquiryRow.status.in_(OPEN_STATUSES))
    order = (EnquiryRow.deadline_at.is_(None), EnquiryRow.deadline_at, EnquiryRow.id)
    return tuple(summary_of(row) for row in session.execute(query.order_by(*order)))


def page_of(session: Session, query: LogQuery, page: Page) -> tuple[EnquirySummary, ...]:
    """Return one page of the log as ``query`` shows it."""
    # Ids first, from an index alone; the rows themselves are then read for this page only.
    ids = _ids(query).order_by(*_order(query)).limit(page.size)
    if page.after is not None:
        ids = ids.where(_past(query, page.after))
    elif page.offset:
        ids = ids.offset(page.offset)
    return summaries_of(session, session.scalars(ids).all())


def summaries_of(session: Session, wanted: Sequence[int]) -> tuple[EnquirySummary, ...]:
    """Return some enquiries by their ids, in that order."""
    rows = session.execute(summaries().where(EnquiryRow.id.in_(wanted)))
    found = {row.id: summary_of(row) for row in rows}
    return tuple(found[enquiry_id] for enquiry_id in wanted)


def count(session: Session, query: LogQuery) -> int:
    """Return how many enquiries ``query`` shows."""
    return session.scalar(select(func.count()).select_from(_ids(query).subquery())) or 0


def every(query: LogQuery) -> Select[Any]:
    """Return the query of every id in its order, on which more of the enquiry may be hung."""
    return _ids(query, whole=True).order_by(*_order(query))


def _ids(query: LogQuery, *, whole: bool = False) -> Select[Any]:
    """Return the query of the ids alone, filtered and not yet ordered.

    ``whole`` has it go through the enquiries even where their words alone would do.

    Typed words lead: asking the word index about one enquiry after another, as a planner may
    choose to, takes minutes on a large log.
    """
    if typed := words_query(query):
        words = search.ENQUIRY_WORDS
        ids = select(words.c.rowid).where(search.holds(words, typed))
        narrowing = conditions(query, search.beside_words)
        if narrowing or whole:
            ids = ids.join_from(words, EnquiryRow, words.c.rowid == EnquiryRow.id)
        return ids.where(*narrowing)
    narrowing = conditions(query, as_it_is)
    if query.sort is Sort.DEADLINE:
        narrowing.append(EnquiryRow.deadline_at.is_not(None))
    return select(EnquiryRow.id).where(*narrowing)


def words_query(query: LogQuery) -> str:
    """Return the FTS5 query of all that leads: the words, and the names that were asked for.

    The words of an enquiry hold who asked, so that names narrow before any row is read.
    """
    names = (query.also.outlets, query.also.journalists)
    queries = [search.names_query(one.name for one in some) for some in names if some]
    return search.all_of([search.prefix_query(query.text), *queries])


def as_it_is(column: Attribute) -> ColumnElement[Any]:
    """Return a column that an index may serve."""
    return column.expression


def conditions(
    query: LogQuery, column: Callable[[Attribute], ColumnElement[Any]]
) -> list[ColumnElement[bool]]:
    """Return what narrows a query besides its words; ``column`` says how a column is named."""
    equal = {
        EnquiryRow.line_used: query.line,
        EnquiryRow.status: query.status,
        EnquiryRow.outlet_id: query.outlet_id,
        EnquiryRow.journalist_id: query.journalist_id,
    }
    found: list[ColumnElement[bool]] = [
        column(kept) == value for kept, value in equal.items() if value is not None
    ]
    several = {
        EnquiryRow.outlet_id: ids_of(query.also.outlets),
        EnquiryRow.journalist_id: ids_of(query.also.journalists),
        EnquiryRow.status: query.also.statuses,
        EnquiryRow.line_used: query.also.lines,
    }
    found += [
        column(kept).in_(values) if values else false()
        for kept, values in several.items()
        if values is not None
    ]
    if query.received_from:
        found.append(column(EnquiryRow.received_at) >= query.received_from)
    if query.received_before:
        found.append(column(EnquiryRow.received_at) < query.received_before)
    if query.owner:
        owner = select(StaffRow.id).where(StaffRow.name == query.owner).scalar_subquery()
        found.append(column(EnquiryRow.owner_id) == owner)
    if query.topic:
        topic = select(EnquiryTopicRow.enquiry_id).join(
            TopicRow, EnquiryTopicRow.topic_id == TopicRow.id
        )
        found.append(column(EnquiryRow.id).in_(topic.where(TopicRow.name == query.topic)))
    return [*found, *counted.conditions(query, column)]


def ids_of(some: tuple[Named, ...] | None) -> tuple[int, ...] | None:
    """Return the ids of journalists or outlets; None stays None."""
    return None if some is None else tuple(one.id for one in some)


def _order(query: LogQuery) -> tuple[ColumnElement[Any], ...]:
    if words_query(query):
        return (search.ENQUIRY_WORDS.c.rowid.desc(),)
    orders: dict[Sort, tuple[ColumnElement[Any], ...]] = {
        Sort.NEWEST: (EnquiryRow.received_at.desc(), EnquiryRow.id.desc()),
        Sort.OLDEST: (EnquiryRow.received_at.asc(), EnquiryRow.id.asc()),
        Sort.DEADLINE: (EnquiryRow.deadline_at.asc(), EnquiryRow.id.asc()),
    }
    return orders[query.sort]


def _past(query: LogQuery, last: EnquirySummary) -> ColumnElement[bool]:
    """Return the condition that a row comes after ``last`` in the order of ``query``."""
    if words_query(query):
        return search.ENQUIRY_WORDS.c.rowid < last.id
    if query.sort is Sort.NEWEST:
        return tuple_(EnquiryRow.received_at, EnquiryRow.id) < (last.received_at, last.id)
    column, value = (
        (EnquiryRow.received_at, last.received_at)
        if query.sort is Sort.OLDEST
        else (EnquiryRow.deadline_at, last.deadline_at)
    )
    return tuple_(column, EnquiryRow.id) > (value, last.id)
