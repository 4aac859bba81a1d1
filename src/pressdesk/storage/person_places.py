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
from pressdesk.storage.person_map import CONTACT, HOLDER, PARTS, SHELVES, Part, Shelf
from pressdesk.storage.search import batches
from pressdesk.storage.tables.contacts import JournalistRow
from pressdesk.storage.tables.embargoes import EmbargoHolderRow
from pressdesk.storage.tables.enquiries import EnquiryRow
from pressdesk.storage.tables.journal import JournalRow

_BATCH = 500


_CONTACT, _HOLDER = JournalistRow.__tablename__, EmbargoHolderRow.__tablename__
_LASTING = (
    _CONTACT,
    _HOLDER,
    *("embargo_event", "staff", "shift", "handover", "export", "saved_filter"),
)
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
    for part in PARTS:
        yield from _of_part(looking, part)
    yield from _holders(looking)
    for shelf in SHELVES:
        yield from _of_shelf(looking, shelf)
    yield from titled(session, words, most)
    yield from _audit(looking)
    searched = f"The words of {len(found.every):,} enquiries, as told above, to find them by."
    if found.every:
        yield Place(Where.SEARCH, How.WORDS, "Search index", "Words", searched)


def _journalists(looking: _Looking) -> Iterator[Place]:
    """Yield the person's entries in the contacts, and others whose notes speak of them."""
    row, told = JournalistRow, CONTACT
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


def _of_part(looking: _Looking, part: Part) -> Iterator[Place]:
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


def _told(looking: _Looking, part: Part, rows: Iterable[Any]) -> Iterator[Place]:
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
    by_words = like_any([getattr(row, name) for name in HOLDER], looking.words.needles())
    for one in looking.session.scalars(select(row).where(by_id | by_words)):
        own = one.journalist_id in looking.sought.journalists
        words = " · ".join(filter(None, (getattr(one, name) for name in HOLDER)))
        how = How.IDENTITY if own else looking.words.how(words)
        if how is not None:
            yield Place(Where.EMBARGOES, how, one.name, "Holds a copy", words, one.given_at)


def _of_shelf(looking: _Looking, shelf: Shelf) -> Iterator[Place]:
    columns = [getattr(shelf.row, name) for name in shelf.fields]
    query = select(shelf.row).where(like_any(columns, looking.words.needles()))
    for one in looking.session.scalars(query.limit(looking.most)):
        what, at = str(getattr(one, shelf.what)), getattr(one, shelf.at) if shelf.at else None
        for name, title in shelf.fields.items():
            text = getattr(one, name) or ""
            if how := looking.words.how(text):
                yield Place(shelf.where, how, what, title, text, at)


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


def _key_of(part: Part) -> ColumnElement[int]:
    key: ColumnElement[int] = (
        EnquiryRow.id.expression if part.row is EnquiryRow else part.row.enquiry_id.expression
    )
    return key
