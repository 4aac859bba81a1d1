"""Rows of an export, read a page at a time; presets; the record of what was written."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.enquiries import Answer, Channel, EnquirySummary, EnquiryType, Terms
from pressdesk.domain.exports import LoggedEnquiry, People, Preset
from pressdesk.errors import NotFound
from pressdesk.storage.tables.enquiries import (
    AnswerRow,
    EnquiryRow,
    EnquiryTopicRow,
    NoteRow,
    QuestionRow,
)
from pressdesk.storage.tables.exports import ExportPresetRow, ExportRow
from pressdesk.storage.tables.office import StaffRow, TopicRow

T = TypeVar("T")

_OWN = (
    *("id", "logged_at", "channel", "type", "call_back", "email", "publication"),
    *("outcome_note", "closed_at"),
)


def logged(session: Session, summaries: Sequence[EnquirySummary]) -> tuple[LoggedEnquiry, ...]:
    """Return these enquiries with all that an export tells of them, in the order given."""
    ids = [summary.id for summary in summaries]
    own = {row.id: row for row in session.execute(_own(ids))}
    questions = _gathered(session, _parts(QuestionRow, ids), lambda row: row.words)
    notes = _gathered(session, _parts(NoteRow, ids), lambda row: row.words)
    answers = _gathered(session, _parts(AnswerRow, ids), _given)
    topics = _gathered(session, _topics(ids), lambda row: row.name)
    return tuple(
        LoggedEnquiry(
            summary,
            logged_at=own[summary.id].logged_at,
            channel=Channel(own[summary.id].channel),
            type=EnquiryType(own[summary.id].type),
            call_back=own[summary.id].call_back,
            email=own[summary.id].email,
            publication=own[summary.id].publication,
            taken_by=own[summary.id].taken_by or "",
            outcome_note=own[summary.id].outcome_note,
            closed_at=own[summary.id].closed_at,
            questions=questions.get(summary.id, ()),
            topics=topics.get(summary.id, ()),
            answers=answers.get(summary.id, ()),
            notes=notes.get(summary.id, ()),
        )
        for summary in summaries
    )


def presets(session: Session) -> tuple[Preset, ...]:
    """Return the presets of the office by name."""
    rows = session.scalars(select(ExportPresetRow).order_by(ExportPresetRow.name))
    return tuple(
        Preset(row.name, tuple(row.columns.split(",")), People(row.people), own=True)
        for row in rows
    )


def keep_preset(session: Session, preset: Preset) -> None:
    """Keep a preset, in place of an earlier one of that name."""
    row = _preset(session, preset.name) or ExportPresetRow(name=preset.name)
    row.columns, row.people = ",".join(preset.columns), preset.people.value
    session.add(row)


def remove_preset(session: Session, name: str) -> None:
    """Remove a preset of the office; raise NotFound."""
    row = _preset(session, name)
    if row is None:
        raise NotFound(f"The office has no preset “{name}”.")
    session.delete(row)


def record(session: Session, **told: Any) -> None:
    """Record a file that is about to take its place; the journal keeps it."""
    session.add(ExportRow(**told))
    session.flush()


def _preset(session: Session, name: str) -> ExportPresetRow | None:
    return session.scalar(select(ExportPresetRow).where(ExportPresetRow.name == name))


def _own(ids: list[int]) -> Select[Any]:
    columns: tuple[ColumnElement[Any], ...] = (
        *(EnquiryRow.__table__.c[name] for name in _OWN),
        StaffRow.name.label("taken_by"),
    )
    query = select(*columns).outerjoin(StaffRow, EnquiryRow.taken_by_id == StaffRow.id)
    return query.where(EnquiryRow.id.in_(ids))


def _parts(kind: Any, ids: list[int]) -> Select[Any]:
    columns = kind.__table__.c
    return select(*columns).where(columns.enquiry_id.in_(ids)).order_by(columns.id)


def _topics(ids: list[int]) -> Select[Any]:
    columns: tuple[ColumnElement[Any], ...] = (
        EnquiryTopicRow.__table__.c.enquiry_id,
        TopicRow.__table__.c.name,
    )
    query = select(*columns).join(TopicRow, EnquiryTopicRow.topic_id == TopicRow.id)
    return query.where(EnquiryTopicRow.enquiry_id.in_(ids)).order_by(TopicRow.name)


def _gathered(
    session: Session, query: Select[Any], taken: Callable[[Any], T]
) -> dict[int, tuple[T, ...]]:
    found: dict[int, tuple[T, ...]] = {}
    for row in session.execute(query):
        found[row.enquiry_id] = (*found.get(row.enquiry_id, ()), taken(row))
    return found


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
