"""The log narrowed to what a figure counts, by the rules of ``domain.counting``."""

from collections.abc import Callable, Iterator
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Integer, and_, case, cast, exists, false, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.counted import (
    EPOCH_HOURS,
    HOUR,
    WEEK_HOURS,
    Given,
    Kept,
    Lacking,
    WeekHour,
    stretches,
)
from pressdesk.domain.enquiries import LogQuery
from pressdesk.domain.routing import Route
from pressdesk.storage.tables.contacts import OutletRow
from pressdesk.storage.tables.enquiries import (
    AnswerRow,
    EnquiryReleaseRow,
    EnquiryRow,
    EnquiryTopicRow,
)
from pressdesk.storage.tables.office import OutcomeRow

Condition = ColumnElement[bool]
Named = Callable[[InstrumentedAttribute[Any]], ColumnElement[Any]]


def epoch(instant: Any) -> ColumnElement[int]:
    """Return an instant as whole seconds from 1970."""
    return cast(func.strftime("%s", instant), Integer)


def first_given(*kinds: AnswerKind) -> ColumnElement[Any]:
    """Return when words of some kinds were first given; without kinds, any words at all."""
    found = select(func.min(AnswerRow.given_at)).where(AnswerRow.enquiry_id == EnquiryRow.id)
    if kinds:
        # Answers of before there were kinds were substantive.
        kind = func.coalesce(AnswerRow.kind, AnswerKind.SUBSTANTIVE)
        found = found.where(kind.in_(kinds))
    return found.scalar_subquery()


ACKNOWLEDGED = first_given()
HELD = first_given(AnswerKind.HOLDING)
ANSWERED = first_given(AnswerKind.SUBSTANTIVE)


def conditions(query: LogQuery, named: Named) -> Iterator[Condition]:
    """Yield what narrows the log to what is counted; ``named`` says how a column is named."""
    wanted = query.counted
    if wanted.urgent is not None:
        yield named(EnquiryRow.urgent).is_(wanted.urgent)
    if wanted.in_hours is not None:
        main = named(EnquiryRow.line_expected) == Route.MAIN
        yield main if wanted.in_hours else ~main
    if wanted.wrong_line is not None:
        wrong = named(EnquiryRow.line_expected) != named(EnquiryRow.line_used)
        yield wrong if wanted.wrong_line else ~wrong
    if wanted.expected:
        yield named(EnquiryRow.line_expected) == wanted.expected
    if wanted.outlet_kind:
        kinds = select(OutletRow.id).where(OutletRow.kind == wanted.outlet_kind)
        yield named(EnquiryRow.outlet_id).in_(kinds)
    if wanted.release_id is not None:
        linked = select(EnquiryReleaseRow.enquiry_id)
        linked = linked.where(EnquiryReleaseRow.release_id == wanted.release_id)
        yield named(EnquiryRow.id).in_(linked)
    if wanted.outcome:
        outcome = select(OutcomeRow.id).where(OutcomeRow.name == wanted.outcome)
        yield named(EnquiryRow.outcome_id).in_(outcome)
    yield from _answering(query)
    if wanted.hour:
        yield _in_hour(query, wanted.hour)
    if wanted.lacking:
        yield _LACKS[wanted.lacking]


def _answering(query: LogQuery) -> Iterator[Condition]:
    wanted = query.counted
    if wanted.counts is not None:
        yield _COUNTS if wanted.counts else ~_COUNTS
    if wanted.is_open is not None:
        still = EnquiryRow.closed_at.is_(None)
        yield still if wanted.is_open else ~still
    if wanted.stopped:
        yield _STOPPED[wanted.stopped].is_not(None)
    if wanted.given:
        yield and_(_COUNTS, _GIVEN[wanted.given])
    if wanted.kept is Kept.LEFT_OUT:
        yield ~_COUNTS
    elif wanted.kept is Kept.NO_DEADLINE:
        yield and_(_COUNTS, EnquiryRow.deadline_at.is_(None))
    elif wanted.kept:
        passed: Condition = EnquiryRow.closed_at.is_not(None)
        if wanted.as_at:
            passed = or_(passed, EnquiryRow.deadline_at < wanted.as_at)
        kept = {
            Kept.IN_TIME: epoch(_answered_at()) <= epoch(EnquiryRow.deadline_at),
            Kept.LATE: epoch(_answered_at()) > epoch(EnquiryRow.deadline_at),
            Kept.MISSED: and_(_answered_at().is_(None), passed),
            Kept.RUNNING: and_(_answered_at().is_(None), ~passed),
        }
        yield and_(_COUNTS, EnquiryRow.deadline_at.is_not(None), kept[wanted.kept])


def _in_hour(query: LogQuery, wanted: WeekHour) -> Condition:
    """Return the condition of an hour of the local week: a sum in each stretch of one offset."""
    if query.received_from is None or query.received_before is None:
        return false()  # a report always counts between two instants
    found = []
    zone = ZoneInfo(wanted.zone)
    for stretch in stretches(query.received_from, query.received_before, zone):
        local = epoch(EnquiryRow.received_at) + stretch.offset
        hour = (local // HOUR + EPOCH_HOURS) % WEEK_HOURS
        begun, not_over = (
            EnquiryRow.received_at >= stretch.begins,
            EnquiryRow.received_at < stretch.ends,
        )
        found.append(and_(begun, not_over, hour == wanted.number))
    return or_(false(), *found)


def _outcomes(condition: Any) -> ColumnElement[bool]:
    return EnquiryRow.outcome_id.in_(select(OutcomeRow.id).where(condition))


_COUNTS = or_(EnquiryRow.outcome_id.is_(None), _outcomes(OutcomeRow.counts))
_CLOSING = case((_outcomes(OutcomeRow.answered), EnquiryRow.closed_at))


def _answered_at() -> ColumnElement[Any]:
    return func.coalesce(ANSWERED, _CLOSING)


_STOPPED = {
    AnswerKind.ACKNOWLEDGED: func.coalesce(ACKNOWLEDGED, _CLOSING),
    AnswerKind.HOLDING: HELD,
    AnswerKind.SUBSTANTIVE: _answered_at(),
}
_GIVEN = {
    Given.ANSWER: _answered_at().is_not(None),
    Given.HOLDING_ONLY: and_(_answered_at().is_(None), HELD.is_not(None)),
    Given.NOTHING: and_(_answered_at().is_(None), HELD.is_(None)),
}
_LACKS: dict[Lacking, Condition] = {
    Lacking.OUTLET: EnquiryRow.outlet_id.is_(None),
    Lacking.JOURNALIST: EnquiryRow.journalist_id.is_(None),
    Lacking.OWNER: EnquiryRow.owner_id.is_(None),
    Lacking.OUTCOME: EnquiryRow.outcome_id.is_(None),
    Lacking.TOPIC: ~exists().where(EnquiryTopicRow.enquiry_id == EnquiryRow.id),
}
