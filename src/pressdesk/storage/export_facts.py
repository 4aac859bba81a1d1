"""The facts of an export, read on and on as columns; no row becomes an object."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final

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
_OF_AN_ANSWER: Final = (
    *("words", "terms", "given_by", "given_at", "channel", "cleared_by", "kind"),
)


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
    query = _several(name)
    query = query.where(query.selected_columns[0].in_(ids))
    found: dict[int, list[Any]] = {}
    for enquiry_id, *told in session.execute(query):
        found.setdefault(enquiry_id, []).append(_given(told) if name == "answers" else told[0])
    return [tuple(found.get(enquiry_id, ())) for enquiry_id in ids]


def _several(name: str) -> Select[Any]:
    """Return the query of what an enquiry has several of: whose it is, then what is told of it."""
    if name == "topics":
        columns = EnquiryTopicRow.__table__.c
        query = select(columns.enquiry_id, TopicRow.name)
        return query.join(TopicRow, columns.topic_id == TopicRow.id).order_by(TopicRow.name)
    kinds: dict[str, tuple[Any, tuple[str, ...]]] = {
        "questions": (QuestionRow, ("words",)),
        "notes": (NoteRow, ("words",)),
        "answers": (AnswerRow, _OF_AN_ANSWER),
    }
    kind, told = kinds[name]
    columns = kind.__table__.c
    return select(columns.enquiry_id, *(columns[one] for one in told)).order_by(columns.id)


def _given(told: Sequence[Any]) -> Answer:
    words, terms, given_by, given_at, channel, cleared_by, kind = told
    return Answer(
        words,
        Terms(terms),
        given_by,
        given_at,
        Channel(channel),
        cleared_by,
        kind=AnswerKind(kind or AnswerKind.SUBSTANTIVE),
    )
