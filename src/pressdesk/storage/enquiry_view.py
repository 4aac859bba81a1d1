"""One enquiry, whole, and its timeline."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from pressdesk.domain import releases as release_parts
from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.enquiries import Answer, Channel, Enquiry, EnquiryType, Terms
from pressdesk.domain.enquiry_parts import Attachment, InternalNote, KeptDecision, LinkedRelease
from pressdesk.domain.journal import Act, Entry
from pressdesk.domain.questions import Question, QuestionState
from pressdesk.domain.routing import Route
from pressdesk.domain.timeline import Names
from pressdesk.storage import (
    clearance,
    contacts,
    embargoes,
    enquiries,
    informing,
    lines_to_take,
    promises,
    targets,
)
from pressdesk.storage.enquiry_lists import summaries, summary_of
from pressdesk.storage.tables.contacts import JournalistRow, OutletRow
from pressdesk.storage.tables.enquiries import (
    AnswerRow,
    AttachmentRow,
    DecisionRow,
    EnquiryReleaseRow,
    EnquiryRow,
    EnquiryTopicRow,
    NoteRow,
)
from pressdesk.storage.tables.journal import JournalRow
from pressdesk.storage.tables.lines_to_take import LineToTakeRow, LineVersionRow
from pressdesk.storage.tables.office import OutcomeRow, StaffRow, TopicRow
from pressdesk.storage.tables.packs import PackRow
from pressdesk.storage.tables.releases import ReleaseRow

LINE_OF_VERSION = (
    select(LineToTakeRow.title)
    .where(LineToTakeRow.id == LineVersionRow.line_to_take_id)
    .scalar_subquery()
)

# What the ids of the timeline point to, and the column that names it.
_NAMED: dict[str, tuple[Any, Any]] = {
    "owner_id": (StaffRow, StaffRow.name),
    "taken_by_id": (StaffRow, StaffRow.name),
    "journalist_id": (JournalistRow, JournalistRow.name),
    "outlet_id": (OutletRow, OutletRow.name),
    "outcome_id": (OutcomeRow, OutcomeRow.name),
    "topic_id": (TopicRow, TopicRow.name),
    "release_id": (ReleaseRow, ReleaseRow.headline),
    "line_to_take_id": (LineToTakeRow, LineToTakeRow.title),
    "pack_id": (PackRow, PackRow.name),
    "line_version_id": (LineVersionRow, LINE_OF_VERSION),
}


def whole(session: Session, enquiry_id: int) -> Enquiry:
    """Return one enquiry with all that belongs to it; raise NotFound."""
    row = enquiries.row(session, enquiry_id)
    summary = session.execute(summaries().where(EnquiryRow.id == enquiry_id)).one()
    taken_by = session.scalar(select(StaffRow.name).where(StaffRow.id == row.taken_by_id))
    person = contacts.journalist(session, row.journalist_id) if row.journalist_id else None
    return Enquiry(
        summary=summary_of(summary),
        version=row.version,
        logged_at=row.logged_at,
        taken_by=taken_by or "",
        journalist=person,
        call_back=row.call_back,
        email=row.email,
        channel=Channel(row.channel),
        type=EnquiryType(row.type),
        topics=_topics(session, enquiry_id),
        asked=asked(session, enquiry_id),
        publication=row.publication,
        outcome_note=row.outcome_note,
        closed_at=row.closed_at,
        decisions=_decisions(session, enquiry_id),
        answers=_answers(session, enquiry_id),
        notes=_notes(session, enquiry_id),
        releases=_releases(session, enquiry_id),
        files=_files(session, enquiry_id),
        promises=promises.of_enquiry(session, enquiry_id),
        clearances=clearance.of_enquiry(session, enquiry_id),
        targets=targets.of_enquiry(session, enquiry_id),
        informed=informing.of_enquiry(session, enquiry_id),
        foi_reference=row.foi_reference or "",
        foi_due=row.foi_due,
    )


def asked(session: Session, enquiry_id: int) -> tuple[Question, ...]:
    """Return the questions of an enquiry, in their order."""
    return tuple(
        Question(
            row.id,
            row.words,
            QuestionState(row.state or QuestionState.OPEN),
            row.note or "",
            row.settled_by or "",
            row.settled_at,
        )
        for row in enquiries.question_rows(session, enquiry_id)
    )


def id_of(session: Session, reference: str) -> int | None:
    """Return the id of the enquiry with this reference, in any case."""
    return session.scalar(
        select(EnquiryRow.id).where(EnquiryRow.reference == reference.strip().upper())
    )


def timeline(session: Session, enquiry_id: int) -> tuple[Entry, ...]:
    """Return every change of an enquiry and its parts, oldest first."""
    query = select(JournalRow).where(JournalRow.enquiry_id == enquiry_id).order_by(JournalRow.id)
    return tuple(entry_of(row) for row in session.scalars(query))


def names(session: Session, entries: Iterable[Entry]) -> Names:
    """Return what the ids in these entries stand for, by field and id."""
    wanted: dict[str, set[int]] = {}
    for entry in entries:
        for field, values in entry.fields().items():
            if field in _NAMED:
                wanted.setdefault(field, set()).update(id_ for id_ in values if id_ is not None)
    found: dict[tuple[str, int], str] = {}
    for field, ids in wanted.items():
        kind, name = _NAMED[field]
        rows = session.execute(select(kind.id, name).where(kind.id.in_(ids)))
        called = {row[0]: row[1] for row in rows}
        gone = {id_: last_name(session, kind, id_) for id_ in ids if id_ not in called}
        found.update({(field, id_): words for id_, words in (called | gone).items() if words})
    return found


def last_name(session: Session, kind: Any, id_: int) -> str:
    """Return the name that something had when it was removed, as the journal tells it."""
    gone = select(JournalRow.changes).where(
        JournalRow.kind == kind.__tablename__,
        JournalRow.kind_id == id_,
        JournalRow.act == Act.REMOVED,
    )
    changes = session.scalar(gone.order_by(JournalRow.id.desc()).limit(1))
    return str(json.loads(changes).get("name", ("",))[0] or "") if changes else ""


def entry_of(row: Any) -> Entry:
    """Return a journal row as a value."""
    return Entry(
        row.at, row.actor, Act(row.act), row.kind, row.kind_id, row.enquiry_id, row.changes
    )


def _parts(session: Session, kind: Any, enquiry_id: int) -> list[Any]:
    return list(
        session.scalars(select(kind).where(kind.enquiry_id == enquiry_id).order_by(kind.id))
    )


def _topics(session: Session, enquiry_id: int) -> tuple[str, ...]:
    query = (
        select(TopicRow.name)
        .join(EnquiryTopicRow, EnquiryTopicRow.topic_id == TopicRow.id)
        .where(EnquiryTopicRow.enquiry_id == enquiry_id)
    )
    return tuple(session.scalars(query.order_by(TopicRow.name)))


def _decisions(session: Session, enquiry_id: int) -> tuple[KeptDecision, ...]:
    return tuple(
        KeptDecision(
            row.decided_for,
            Route(row.route),
            row.number,
            row.urgent,
            row.urgent_reason,
            row.reason,
            row.held_until,
            row.override_reason,
            row.actor,
        )
        for row in _parts(session, DecisionRow, enquiry_id)
    )


def _answers(session: Session, enquiry_id: int) -> tuple[Answer, ...]:
    lines = lines_to_take.used_in_answers(session, enquiry_id)
    return tuple(
        Answer(
            row.words,
            Terms(row.terms),
            row.given_by,
            row.given_at,
            Channel(row.channel),
            row.cleared_by,
            row.id,
            lines=lines.get(row.id, ()),
            kind=AnswerKind(row.kind or AnswerKind.SUBSTANTIVE),
            basis=row.basis or "",
            difference=row.difference or "",
            cleared_words=_cleared_words(session, row),
            sources=tuple((row.sources or "").splitlines()),
        )
        for row in _parts(session, AnswerRow, enquiry_id)
    )


def _cleared_words(session: Session, answer: AnswerRow) -> str:
    """Return the words that were cleared, when others were given."""
    if answer.clearance_id is None or not answer.difference:
        return ""
    return clearance.row(session, answer.clearance_id).words


def _notes(session: Session, enquiry_id: int) -> tuple[InternalNote, ...]:
    return tuple(
        InternalNote(row.words, row.author, row.written_at, row.id)
        for row in _parts(session, NoteRow, enquiry_id)
    )


def _releases(session: Session, enquiry_id: int) -> tuple[LinkedRelease, ...]:
    query = (
        select(
            ReleaseRow.id,
            ReleaseRow.headline,
            ReleaseRow.published_on,
            ReleaseRow.parts,
            *embargoes.COLUMNS,
        )
        .join(EnquiryReleaseRow, EnquiryReleaseRow.release_id == ReleaseRow.id)
        .where(EnquiryReleaseRow.enquiry_id == enquiry_id)
        .order_by(EnquiryReleaseRow.id)
    )
    return tuple(
        LinkedRelease(
            row.id,
            row.headline,
            row.published_on,
            len(release_parts.from_json(row.parts).notes),
            embargoes.embargo_from(*row[4:]),
        )
        for row in session.execute(query)
    )


def _files(session: Session, enquiry_id: int) -> tuple[Attachment, ...]:
    return tuple(
        Attachment(row.id, row.name, row.sha256, row.size, row.added_by, row.added_at)
        for row in _parts(session, AttachmentRow, enquiry_id)
    )
