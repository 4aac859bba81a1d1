"""Enquiries: kept and changed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pressdesk.domain.enquiries import Answer, EnquiryForm, Status, reference
from pressdesk.domain.enquiry_parts import Attachment
from pressdesk.domain.routing import Decision, Route
from pressdesk.errors import Conflict, NotFound
from pressdesk.storage import contacts, lines_to_take, office
from pressdesk.storage.tables.enquiries import (
    AnswerRow,
    AttachmentRow,
    DecisionRow,
    EnquiryReleaseRow,
    EnquiryRow,
    EnquiryTopicRow,
    NoteRow,
    QuestionRow,
    ReferenceCounter,
)
from pressdesk.storage.tables.releases import ReleaseRow


@dataclass(frozen=True)
class Routed:
    """A decision as it is to be kept: what the program expects and what was used."""

    decision: Decision
    line_used: Route
    override_reason: str
    actor: str


def next_number(session: Session, year: int) -> int:
    """Give out the next number of a year. The write lock of the session makes it unique."""
    counter = session.get(ReferenceCounter, year, with_for_update=True)
    if counter is None:
        counter = ReferenceCounter(year=year, last=0)
        session.add(counter)
    counter.last += 1
    return counter.last


def row(session: Session, enquiry_id: int, version: int | None = None) -> EnquiryRow:
    """Return the row of an enquiry; raise NotFound, or Conflict when ``version`` is stale."""
    found = session.get(EnquiryRow, enquiry_id)
    if found is None:
        raise NotFound("This enquiry does not exist.")
    if version is not None and found.version != version:
        raise Conflict(
            f"Someone else changed {found.reference} while you had it open. "
            "Your words are kept; look at theirs and save again."
        )
    return found


def add(
    session: Session, form: EnquiryForm, routed: Routed, logged_at: datetime, year: int
) -> EnquiryRow:
    """Keep a new enquiry with its first decision; return its row."""
    number = next_number(session, year)
    enquiry = EnquiryRow(
        year=year,
        number=number,
        reference=reference(year, number),
        logged_at=logged_at,
        status=Status.NEW,
        taken_by_id=office.staff_id(session, routed.actor),
        owner_id=None,
        outcome_note="",
    )
    put_facts(session, enquiry, form)
    put_routing(enquiry, routed)
    session.add(enquiry)
    session.flush()
    add_decision(session, enquiry.id, routed)
    put_parts(session, enquiry.id, form)
    for release_id in dict.fromkeys(form.release_ids):
        link_release(session, enquiry.id, release_id)
    for line_id in dict.fromkeys(form.line_to_take_ids):
        lines_to_take.link(session, enquiry.id, line_id)
    if form.notes.strip():
        add_note(session, enquiry.id, form.notes, routed.actor, logged_at)
    return enquiry


def put_facts(session: Session, enquiry: EnquiryRow, form: EnquiryForm) -> None:
    """Write the facts of a form into a row; a new name becomes a contact."""
    outlet_id = contacts.outlet_named(session, form.outlet)
    enquiry.journalist_id = form.journalist_id
    enquiry.outlet_id = outlet_id
    enquiry.received_at = form.received_at
    enquiry.channel, enquiry.type = form.channel, form.type
    enquiry.subject = form.title
    enquiry.call_back, enquiry.email = form.call_back, form.email
    enquiry.deadline_words, enquiry.deadline_at = form.deadline_words, form.deadline_at
    enquiry.publication, enquiry.finished = form.publication, form.finished


def put_routing(enquiry: EnquiryRow, routed: Routed) -> None:
    """Show a decision on the enquiry itself, where lists read it."""
    decision = routed.decision
    enquiry.urgent = decision.urgency.urgent
    enquiry.line_expected, enquiry.line_used = decision.route, routed.line_used
    enquiry.held_until = decision.held_until if routed.line_used is Route.HELD else None


def put_parts(session: Session, enquiry_id: int, form: EnquiryForm) -> None:
    """Make questions and topics be those of the form."""
    _put_questions(session, enquiry_id, [words.strip() for words in form.questions])
    _put_topics(session, enquiry_id, form.topics)


def _put_questions(session: Session, enquiry_id: int, asked: Iterable[str]) -> None:
    """Keep each question with what became of it, wherever it stands now.

    One whose words are known stays what it was; the others take the rows left over in turn, since
    a question that was reworded is still that question.
    """
    kept = list(question_rows(session, enquiry_id))
    known: dict[str, list[QuestionRow]] = {}
    for row in kept:
        known.setdefault(row.words, []).append(row)
    questions = [words for words in asked if words]
    same = [known[words].pop(0) if known.get(words) else None for words in questions]
    spare = iter([row for row in kept if row not in same])
    for position, (words, found) in enumerate(zip(questions, same, strict=True)):
        reworded = found or next(spare, None)
        if reworded is None:
            session.add(QuestionRow(enquiry_id=enquiry_id, position=position, words=words))
        else:
            reworded.position, reworded.words = position, words
    for row in spare:
        session.delete(row)


def question_rows(session: Session, enquiry_id: int) -> tuple[QuestionRow, ...]:
    """Return the rows of the questions of an enquiry, in their order."""
    query = select(QuestionRow).where(QuestionRow.enquiry_id == enquiry_id)
    return tuple(session.scalars(query.order_by(QuestionRow.position)))


def _put_topics(session: Session, enquiry_id: int, names: Iterable[str]) -> None:
    wanted = {office.topic_id(session, name.strip()) for name in names if name.strip()}
    query = select(EnquiryTopicRow).where(EnquiryTopicRow.enquiry_id == enquiry_id)
    for topic in session.scalars(query):
        if topic.topic_id in wanted:
            wanted.remove(topic.topic_id)
        else:
            session.delete(topic)
    for topic_id in sorted(wanted):
        session.add(EnquiryTopicRow(enquiry_id=enquiry_id, topic_id=topic_id))


def add_decision(session: Session, enquiry_id: int, routed: Routed) -> None:
    """Keep a routing decision beside the earlier ones."""
    decision = routed.decision
    session.add(
        DecisionRow(
            enquiry_id=enquiry_id,
            decided_for=decision.decided_for,
            route=decision.route,
            number=decision.number,
            urgent=decision.urgency.urgent,
            urgent_reason=decision.urgency.reason,
            reason=decision.reason,
            held_until=decision.held_until,
            override_reason=routed.override_reason,
            actor=routed.actor,
        )
    )


def add_answer(
    session: Session, enquiry_id: int, answer: Answer, clearance_id: int | None = None
) -> int:
    """Keep the words that were given, and the request that cleared them; return the id."""
    kept = AnswerRow(
        enquiry_id=enquiry_id,
        words=answer.words,
        terms=answer.terms,
        given_by=answer.given_by,
        given_at=answer.given_at,
        channel=answer.channel,
        cleared_by=answer.cleared_by,
        kind=answer.kind,
        basis=answer.basis,
        clearance_id=clearance_id,
        difference=answer.difference,
        sources="\n".join(answer.sources) or None,
    )
    session.add(kept)
    session.flush()
    return kept.id


def add_note(session: Session, enquiry_id: int, words: str, author: str, at: datetime) -> None:
    """Keep an internal note."""
    session.add(NoteRow(enquiry_id=enquiry_id, words=words, author=author, written_at=at))


def link_release(session: Session, enquiry_id: int, release_id: int) -> None:
    """Show a release beside the enquiry; linking twice changes nothing."""
    if session.get(ReleaseRow, release_id) is None:
        raise NotFound("There is no such release. Look for it in Releases.")
    if _link(session, enquiry_id, release_id) is None:
        session.add(EnquiryReleaseRow(enquiry_id=enquiry_id, release_id=release_id))


def linked_releases(session: Session, enquiry_id: int) -> tuple[int, ...]:
    """Return the ids of the releases beside an enquiry."""
    query = select(EnquiryReleaseRow.release_id).where(EnquiryReleaseRow.enquiry_id == enquiry_id)
    return tuple(session.scalars(query))


def unlink_release(session: Session, enquiry_id: int, release_id: int) -> None:
    """Take a release away from the enquiry."""
    link = _link(session, enquiry_id, release_id)
    if link is not None:
        session.delete(link)


def _link(session: Session, enquiry_id: int, release_id: int) -> EnquiryReleaseRow | None:
    return session.scalar(
        select(EnquiryReleaseRow).where(
            EnquiryReleaseRow.enquiry_id == enquiry_id,
            EnquiryReleaseRow.release_id == release_id,
        )
    )


def kept_files(session: Session) -> Iterator[tuple[str, str]]:
    """Yield the hash and a name of each content that is kept with enquiries."""
    query = select(AttachmentRow.sha256, func.min(AttachmentRow.name))
    for row in session.execute(query.group_by(AttachmentRow.sha256)):
        yield row[0], row[1]


def add_attachment(session: Session, enquiry_id: int, attachment: Attachment) -> int:
    """Keep the record of a file; return its id."""
    kept = AttachmentRow(
        enquiry_id=enquiry_id,
        name=attachment.name,
        sha256=attachment.sha256,
        size=attachment.size,
        added_by=attachment.added_by,
        added_at=attachment.added_at,
    )
    session.add(kept)
    session.flush()
    return kept.id
