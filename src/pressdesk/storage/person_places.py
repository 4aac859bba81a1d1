"""Each place where one person stands: a part of the file after the other, each through an index.

The tables of an enquiry's parts are read for the enquiries that were found. Fields that no word
index holds (promises, clearance, notes on outcomes) are looked through besides, since few
enquiries have any. The journal is read for the enquiries and contacts that were found.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from pressdesk.domain.journal import Act, Entry
from pressdesk.domain.person import How, PersonWords, Place, Sought, Where
from pressdesk.storage.person import Found, like_any, titled
from pressdesk.storage.search import batches
from pressdesk.storage.tables.clearance import ClearanceRow, ClearanceStepRow
from pressdesk.storage.tables.contacts import JournalistRow
from pressdesk.storage.tables.drafts import DraftRow
from pressdesk.storage.tables.duty_packs import DutyPackRow
from pressdesk.storage.tables.embargoes import EmbargoEventRow, EmbargoHolderRow
from pressdesk.storage.tables.enquiries import (
    AnswerRow,
    AttachmentRow,
    DecisionRow,
    EnquiryRow,
    NoteRow,
    PromiseRow,
    QuestionRow,
)
from pressdesk.storage.tables.exports import ExportRow
from pressdesk.storage.tables.handover import HandoverRow
from pressdesk.storage.tables.journal import JournalRow
from pressdesk.storage.tables.office import StaffRow
from pressdesk.storage.tables.rota import ShiftRow

_BATCH = 500


@dataclass(frozen=True)
class _Part:
    """A table of an enquiry's parts: its fields in words, and which of them no index holds."""

    where: Where
    row: Any
    fields: dict[str, str]
    unindexed: tuple[str, ...] = ()
    at: str = ""
    own: bool = True
    """Whether what belongs to the person's own enquiries is told whole."""


_PARTS = (
    _Part(
        Where.ENQUIRIES,
        EnquiryRow,
        {
            "subject": "Subject",
            "call_back": "Call-back number",
            "email": "Email",
            "publication": "Planned publication",
            "deadline_words": "Deadline",
            "outcome_note": "Note on the outcome",
        },
        ("outcome_note", "publication"),
        "received_at",
    ),
    _Part(
        Where.QUESTIONS,
        QuestionRow,
        {"words": "Words", "note": "Note", "settled_by": "Settled by"},
        ("note",),
        "settled_at",
    ),
    _Part(Where.NOTES, NoteRow, {"words": "Words", "author": "Author"}, (), "written_at"),
    _Part(
        Where.ANSWERS,
        AnswerRow,
        {
            "words": "Words",
            "given_by": "Given by",
            "cleared_by": "Cleared by",
            "difference": "Why other words were given",
        },
        ("cleared_by", "difference"),
        "given_at",
    ),
    _Part(
        Where.PROMISES,
        PromiseRow,
        {"words": "Words", "made_by": "Made by", "settled_by": "Settled by"},
        ("words",),
        "made_at",
    ),
    _Part(
        Where.CLEARANCE,
        ClearanceRow,
        {"words": "Words", "asked_by": "Asked by", "informs": "Informs"},
        ("words", "informs"),
        "asked_at",
    ),
    _Part(
        Where.CLEARANCE,
        ClearanceStepRow,
        {"words": "What was said", "by": "Settled by", "name": "Step", "noted_by": "Noted by"},
        ("words", "by"),
        "settled_at",
    ),
    _Part(
        Where.DECISIONS,
        DecisionRow,
        {"override_reason": "Reason", "urgent_reason": "Why it is urgent"},
        (),
        "decided_for",
        own=False,
    ),
    _Part(
        Where.ATTACHMENTS,
        AttachmentRow,
        {"name": "Name of the file", "added_by": "Added by"},
        ("name",),
        "added_at",
    ),
    _Part(
        Where.EMBARGOES, EmbargoEventRow, {"words": "What happened", "by": "By"}, ("words",), "at"
    ),
)


@dataclass(frozen=True)
class _Shelf:
    """A small table that is looked through whole."""

    where: Where
    row: Any
    what: str
    fields: dict[str, str]
    at: str = ""


_SHELVES = (
    _Shelf(Where.STAFF, StaffRow, "name", {"name": "Name", "number": "Number", "email": "Email"}),
    _Shelf(Where.DRAFTS, DraftRow, "person", {"content": "What is being typed"}, "updated_at"),
    _Shelf(
        Where.HANDOVERS, HandoverRow, "kind", {"words": "Words", "taken_by": "Taken by"}, "taken_at"
    ),
    _Shelf(
        Where.ROTA,
        ShiftRow,
        "person",
        {"person": "On duty", "instead_of": "Instead of"},
        "starts_at",
    ),
    _Shelf(
        Where.DUTY_PACKS, DutyPackRow, "code", {"person": "For", "made_by": "Made by"}, "made_at"
    ),
    _Shelf(
        Where.EXPORTS, ExportRow, "file", {"filters": "Filters", "made_by": "Made by"}, "made_at"
    ),
)
_CONTACT, _HOLDER = JournalistRow.__tablename__, EmbargoHolderRow.__tablename__
_LASTING = (_CONTACT, _HOLDER, *("embargo_event", "staff", "shift", "handover", "export"))
"""What stands in the journal without an enquiry, and outlives the thing itself."""


@dataclass(frozen=True)
class _Looking:
    """One search through the file. ``labels`` are the references of enquiries, as they are met."""

    session: Session
    sought: Sought
    words: PersonWords
    found: Found
    most: int
    labels: dict[int, str] = field(default_factory=dict)

    def reference(self, enquiry_id: int | None) -> str:
        """Return the reference of an enquiry."""
        if enquiry_id is None:
            return ""
        if enquiry_id not in self.labels:
            wanted = select(EnquiryRow.reference).where(EnquiryRow.id == enquiry_id)
            self.labels[enquiry_id] = self.session.scalar(wanted) or ""
        return self.labels[enquiry_id]


def places(
    session: Session, sought: Sought, words: PersonWords, found: Found, most: int
) -> Iterator[Place]:
    """Yield each place where the person stands, ``most`` of a table beyond the enquiries found."""
    looking = _Looking(session, sought, words, found, most)
    for ids in batches(found.every, _BATCH):
        named = select(EnquiryRow.id, EnquiryRow.reference).where(EnquiryRow.id.in_(ids))
        looking.labels.update(session.execute(named).all())
    yield from _journalists(looking)
    for part in _PARTS:
        yield from _of_part(looking, part)
    yield from _holders(looking)
    for shelf in _SHELVES:
        yield from _of_shelf(looking, shelf)
    yield from titled(session, words, most)
    yield from _audit(looking)
    searched = f"The words of {len(found.every):,} enquiries, as told above, to find them by."
    if found.every:
        yield Place(Where.SEARCH, How.WORDS, "Search index", "Words", searched)


def _journalists(looking: _Looking) -> Iterator[Place]:
    """Yield the person's entries in the contacts, and others whose notes speak of them."""
    row, told = JournalistRow, ("name", "number", "other_number", "email", "notes")
    ids = looking.sought.journalists
    theirs = looking.session.scalars(select(row).where(row.id.in_(ids)))
    for one in theirs:
        words = " · ".join(filter(None, (getattr(one, name) for name in told)))
        yield Place(Where.JOURNALISTS, How.IDENTITY, one.name, "Entry in the contacts", words)
    columns = [getattr(row, name) for name in told]
    others = select(row).where(like_any(columns, looking.words.needles()), row.id.not_in(ids))
    for one in looking.session.scalars(others.limit(looking.most)):
        for name in told:
            if how := looking.words.how(getattr(one, name)):
                title = name.replace("_", " ").capitalize()
                yield Place(Where.JOURNALISTS, how, one.name, title, getattr(one, name))


def _of_part(looking: _Looking, part: _Part) -> Iterator[Place]:
    """Yield the rows of a table that belong to the enquiries found, then what is in others."""
    key = _key_of(part)
    known = set(looking.found.every)
    for ids in batches(looking.found.every, _BATCH):
        query = select(part.row).where(key.in_(ids)).order_by(key.desc(), part.row.id)
        yield from _told(looking, part, looking.session.scalars(query))
    if part.unindexed:
        columns = [getattr(part.row, name) for name in part.unindexed]
        query = select(part.row).where(like_any(columns, looking.words.needles()))
        rows = looking.session.scalars(query.order_by(part.row.id.desc()).limit(looking.most))
        yield from _told(looking, part, (one for one in rows if one.enquiry_id not in known))


def _told(looking: _Looking, part: _Part, rows: Iterable[Any]) -> Iterator[Place]:
    theirs = set(looking.found.theirs)
    for one in rows:
        own = one.enquiry_id in theirs
        for number, (name, title) in enumerate(part.fields.items()):
            text = getattr(one, name) or ""
            how = looking.words.how(text, theirs=own)
            if own and part.own and (how or not number):
                how = How.IDENTITY
            if text and how is not None:
                reference = looking.reference(one.enquiry_id)
                at = getattr(one, part.at)
                yield Place(part.where, how, reference, title, text, at, one.enquiry_id)


def _holders(looking: _Looking) -> Iterator[Place]:
    """Yield the copies of embargoed releases that the person holds."""
    row = EmbargoHolderRow
    by_id = row.journalist_id.in_(looking.sought.journalists)
    by_words = like_any((row.name, row.number, row.agreed_how), looking.words.needles())
    for one in looking.session.scalars(select(row).where(by_id | by_words)):
        own = one.journalist_id in looking.sought.journalists
        words = " · ".join(filter(None, (one.name, one.outlet, one.number, one.agreed_how)))
        how = How.IDENTITY if own else looking.words.how(words)
        if how is not None:
            yield Place(Where.EMBARGOES, how, one.name, "Holds a copy", words, one.given_at)


def _of_shelf(looking: _Looking, shelf: _Shelf) -> Iterator[Place]:
    columns = [getattr(shelf.row, name) for name in shelf.fields]
    query = select(shelf.row).where(like_any(columns, looking.words.needles()))
    for one in looking.session.scalars(query.limit(looking.most)):
        for name, title in shelf.fields.items():
            if how := looking.words.how(getattr(one, name)):
                at = getattr(one, shelf.at) if shelf.at else None
                yield Place(
                    shelf.where, how, getattr(one, shelf.what), title, getattr(one, name), at
                )


def _audit(looking: _Looking) -> Iterator[Place]:
    """Yield the entries of the journal about what was found that speak of the person."""
    row, theirs = JournalRow, set(looking.found.theirs)
    yield from _identified(looking)
    about = like_any((row.changes, row.actor), looking.words.needles())
    newest = select(row).where(about).order_by(row.id.desc())
    told = newest.where(row.kind.in_(_LASTING), row.enquiry_id.is_(None))
    spans = (newest.where(row.enquiry_id.in_(ids)) for ids in batches(looking.found.every, _BATCH))
    for query in (told, *spans):
        for one in looking.session.scalars(query):
            own = one.enquiry_id in theirs
            contact = one.kind == _CONTACT and one.kind_id in looking.sought.journalists
            how = None if contact else looking.words.how(f"{one.changes}\n{one.actor}", theirs=own)
            if how is not None:
                yield _entry(looking, one, how)


def _identified(looking: _Looking) -> Iterator[Place]:
    """Yield the entries about the person's contacts and the copies they hold."""
    row = JournalRow
    for kind, ids in ((_CONTACT, looking.sought.journalists), (_HOLDER, _held_by(looking))):
        query = select(row).where(row.kind == kind, row.kind_id.in_(ids)).order_by(row.id.desc())
        yield from (_entry(looking, one, How.IDENTITY) for one in looking.session.scalars(query))


def _held_by(looking: _Looking) -> Sequence[int]:
    row = EmbargoHolderRow
    ids = select(row.id).where(row.journalist_id.in_(looking.sought.journalists))
    return looking.session.scalars(ids).all()


def _entry(looking: _Looking, one: JournalRow, how: How) -> Place:
    entry = Entry(
        one.at, one.actor, Act(one.act), one.kind, one.kind_id, one.enquiry_id, one.changes
    )
    told = (
        f"{_words(name)}: {'' if old is None else f'{old} → '}{'–' if new is None else new}"
        for name, (old, new) in entry.fields().items()
    )
    what = looking.reference(one.enquiry_id) or _words(one.kind).capitalize()
    title = f"{_words(one.kind).capitalize()} {one.act} by {one.actor}"
    return Place(Where.AUDIT, how, what, title, "; ".join(told), one.at, one.enquiry_id)


def _words(name: str) -> str:
    return name.replace("_", " ")


def _key_of(part: _Part) -> ColumnElement[int]:
    key: ColumnElement[int] = (
        EnquiryRow.id.expression if part.row is EnquiryRow else part.row.enquiry_id.expression
    )
    return key
