"""The facts of an export, read on and on as columns; no row becomes an object."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any, Final, TypeVar

from sqlalchemy import ColumnElement, Select, String, func, select, type_coerce
from sqlalchemy.orm import Session, aliased

from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.clocks import clocks_of
from pressdesk.domain.enquiries import Answer, Channel, Terms
from pressdesk.domain.exports import Facts, Picked, What
from pressdesk.domain.instants import Instants
from pressdesk.storage import enquiry_lists
from pressdesk.storage.tables.base import UtcDateTime
from pressdesk.storage.tables.contacts import JournalistRow, OutletRow
from pressdesk.storage.tables.enquiries import (
    AnswerRow,
    EnquiryRow,
    EnquiryTopicRow,
    NoteRow,
    QuestionRow,
)
from pressdesk.storage.tables.office import OutcomeRow, StaffRow, TopicRow

T = TypeVar("T")

_OWN: Final = EnquiryRow.__table__.c
_TAKER: Final = aliased(StaffRow)
_NAMES: Final[Mapping[str, tuple[Any, ColumnElement[bool]]]] = {
    "journalist": (JournalistRow, EnquiryRow.journalist_id == JournalistRow.id),
    "outlet": (OutletRow, EnquiryRow.outlet_id == OutletRow.id),
    "owner": (StaffRow, EnquiryRow.owner_id == StaffRow.id),
    "outcome": (OutcomeRow, EnquiryRow.outcome_id == OutcomeRow.id),
    "taken_by": (_TAKER, EnquiryRow.taken_by_id == _TAKER.id),
}
_SEVERAL: Final = ("questions", "topics", "answers", "notes")


def facts_of(session: Session, what: What, needs: Collection[str], size: int) -> Iterator[Facts]:
    """Yield the facts named in ``needs`` of every enquiry in its order, ``size`` at a time.

    A fact is a column of the enquiry, a name, or ``questions``, ``topics``, ``answers``, ``notes``
    and ``clocks``. What is on the list comes from one statement, as one state of the log, of
    which no more than ``size`` rows are in memory.
    """
    needed = {*needs, *(("answers",) if "clocks" in needs else ())}
    several = needed.intersection(_SEVERAL)
    by_id = several or isinstance(what, Picked)
    names = sorted(needed - {"clocks", *several} | ({"id"} if by_id else set()))
    for rows in _rows(session, what, names, size):
        facts = dict(zip(names, zip(*rows, strict=True), strict=True))
        for name in names:
            if _is_instant(name):
                facts[name] = Instants(facts[name])
        for name in several:
            facts[name] = _gathered(session, name, facts["id"])
        if "clocks" in needs:
            facts["clocks"] = list(map(clocks_of, facts["answers"]))
        yield facts


def _rows(session: Session, what: What, names: Sequence[str], size: int) -> Iterator[Sequence[Any]]:
    if isinstance(what, Picked):
        return _picked(session, what, names, size)
    statement = _with_names(enquiry_lists.every(what), names)
    # Not through the session, which would hold all rows before it gave the first.
    return session.connection().execute(statement).partitions(size)


def _picked(
    session: Session, picked: Picked, names: Sequence[str], size: int
) -> Iterator[Sequence[Any]]:
    for start in range(0, len(picked.ids), size):
        ids = picked.ids[start : start + size]
        statement = _with_names(select(EnquiryRow.id).where(EnquiryRow.id.in_(ids)), names)
        found = {row.id: row for row in session.execute(statement)}
        yield [found[enquiry_id] for enquiry_id in ids]


def _with_names(ids: Select[Any], names: Sequence[str]) -> Select[Any]:
    """Return the query of ids as one of the facts that stand in one row with each."""
    statement = ids.with_only_columns(*map(_column, names), maintain_column_froms=True)
    for name in names:
        if name in _NAMES:
            statement = statement.outerjoin(*_NAMES[name])
    return statement


def _column(name: str) -> ColumnElement[Any]:
    if name in _NAMES:
        return func.coalesce(_NAMES[name][0].name, "").label(name)
    return type_coerce(_OWN[name], String).label(name) if _is_instant(name) else _OWN[name]


def _is_instant(name: str) -> bool:
    return name in _OWN and isinstance(_OWN[name].type, UtcDateTime)


def _gathered(session: Session, name: str, ids: Sequence[int]) -> list[tuple[Any, ...]]:
    """Return what each enquiry has several of, an empty tuple where there is nothing."""
    query, taken = _topics(ids) if name == "topics" else _parts(name, ids)
    found: dict[int, list[Any]] = {}
    for row in session.execute(query):
        found.setdefault(row.enquiry_id, []).append(taken(row))
    return [tuple(found.get(enquiry_id, ())) for enquiry_id in ids]


def _parts(name: str, ids: Sequence[int]) -> tuple[Select[Any], Callable[[Any], Any]]:
    kinds: dict[str, tuple[Any, Callable[[Any], Any]]] = {
        "questions": (QuestionRow, _words),
        "notes": (NoteRow, _words),
        "answers": (AnswerRow, _given),
    }
    kind, taken = kinds[name]
    columns = kind.__table__.c
    return select(*columns).where(columns.enquiry_id.in_(ids)).order_by(columns.id), taken


def _topics(ids: Sequence[int]) -> tuple[Select[Any], Callable[[Any], Any]]:
    columns = EnquiryTopicRow.__table__.c
    query = select(columns.enquiry_id, TopicRow.name).join(
        TopicRow, columns.topic_id == TopicRow.id
    )
    return query.where(columns.enquiry_id.in_(ids)).order_by(TopicRow.name), _name


def _words(row: Any) -> str:
    return str(row.words)


def _name(row: Any) -> str:
    return str(row.name)


def _given(row: Any) -> Answer:
    return Answer(
        row.words,
        Terms(row.terms),
        row.given_by,
        row.given_at,
        Channel(row.channel),
        row.cleared_by,
        kind=AnswerKind(row.kind or AnswerKind.SUBSTANTIVE),
    )
