"""Where one person stands: found by ids through indexes, and by words through the word indexes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, func, or_, select, text
from sqlalchemy.orm import InstrumentedAttribute, Session

from pressdesk.domain.name_forms import Form, folded
from pressdesk.domain.person import How, PersonWords, Place, Sought, Where
from pressdesk.domain.personal_shapes import digits_of
from pressdesk.storage import search
from pressdesk.storage.contact_words import JOURNALIST_WORDS, by_name
from pressdesk.storage.search import ENQUIRY_WORDS, LINE_WORDS, RELEASE_WORDS
from pressdesk.storage.tables.contacts import JournalistRow, OutletRow
from pressdesk.storage.tables.enquiries import EnquiryRow
from pressdesk.storage.tables.lines_to_take import LineToTakeRow
from pressdesk.storage.tables.releases import ReleaseRow

MOST_NAMED = 20
"""Journalists that answer to a name; more are too many to choose from."""

_FORMS_AT_ONCE = 200


@dataclass(frozen=True)
class Found:
    """The enquiries: those of the person, and others in whose words they stand.

    ``total`` are those of the person, also beyond the newest that were asked for.
    """

    theirs: tuple[int, ...]
    others: tuple[int, ...]
    total: int

    @property
    def every(self) -> tuple[int, ...]:
        """All of them, the newest first."""
        return tuple(sorted({*self.theirs, *self.others}, reverse=True))


def journalists_called(session: Session, words: str) -> list[JournalistRow]:
    """Return the journalists in whose name all words stand, those of exactly that name alone."""
    query = by_name(" ".join(f'"{word}"' for word in search.WORD.findall(words)))
    rows = _journalists(session, query)
    same = [row for row in rows if _key(row.name) == _key(words)]
    return same or rows


def journalists_at(session: Session, sought: Sought) -> list[JournalistRow]:
    """Return the journalists who have a number or an e-mail address."""
    if sought.emails:
        email = sought.emails[0]
        rows = _journalists(session, search.names_query([email]))
        return [row for row in rows if row.email.casefold() == email.casefold()]
    digits = digits_of(sought.numbers[0])
    rows = _journalists(session, f'"{digits}" OR "{digits[-6:]}"')
    return [row for row in rows if digits in map(digits_of, (row.number, row.other_number))]


def entries_of(session: Session, journalist_id: int) -> list[JournalistRow]:
    """Return the entries of a journalist: the one, and duplicates that were merged into it."""
    row = JournalistRow
    both = or_(row.id == journalist_id, row.merged_into == journalist_id)
    return list(session.scalars(select(row).where(both).order_by(row.id)))


def outlet_of(session: Session, row: JournalistRow) -> str:
    """Return the name of the outlet of a journalist."""
    return session.scalar(select(OutletRow.name).where(OutletRow.id == row.outlet_id)) or ""


def enquiries(session: Session, sought: Sought, words: PersonWords, most: int) -> Found:
    """Return the newest enquiries of a person and those with words about them, ``most`` of each."""
    row = EnquiryRow
    theirs = row.journalist_id.in_(sought.journalists)
    ids = select(row.id).where(theirs).order_by(row.received_at.desc()).limit(most)
    own = tuple(session.scalars(ids)) if sought.journalists else ()
    total = session.scalar(select(func.count()).where(theirs)) if sought.journalists else 0
    forms = words.forms(alone=True) | words.emails() | words.numbers()
    others = by_words(session, ENQUIRY_WORDS, forms, most)
    return Found(own, tuple(others - set(own)), total or 0)


def titled(session: Session, words: PersonWords, most: int) -> Iterator[Place]:
    """Yield the releases and lines to take in whose words the person stands."""
    forms = words.forms(alone=False) | words.emails() | words.numbers()
    kinds: tuple[tuple[Where, Table, Any, Any], ...] = (
        (Where.RELEASES, RELEASE_WORDS, ReleaseRow.id, ReleaseRow.headline),
        (Where.LINES, LINE_WORDS, LineToTakeRow.id, LineToTakeRow.title),
    )
    for where, index, key, title in kinds:
        found = by_words(session, index, forms, most)
        for name in session.scalars(select(title).where(key.in_(found)).order_by(key.desc())):
            yield Place(where, How.WORDS, name, "Words", name)


def by_words(session: Session, index: Table, forms: Iterable[Form], most: int) -> set[int]:
    """Return the newest rows of a word index in which one of some forms stands."""
    held = _held(session, index, forms)
    found: set[int] = set()
    for start in range(0, len(held), _FORMS_AT_ONCE):
        phrases = (f'"{" ".join(form)}"' for form in held[start : start + _FORMS_AT_ONCE])
        query = search.holds(index, " OR ".join(phrases))
        ids = select(index.c.rowid).where(query).order_by(index.c.rowid.desc()).limit(most)
        found.update(session.scalars(ids))
    return set(sorted(found, reverse=True)[:most])


def like_any(
    columns: Sequence[InstrumentedAttribute[Any] | ColumnElement[Any]], needles: Iterable[str]
) -> ColumnElement[bool]:
    """Return the condition that one of some columns holds one of some words.

    Most notes are empty, and are passed over at once.
    """
    words = tuple(needles)
    return or_(
        *(
            and_(column != "", or_(*(column.icontains(word, autoescape=True) for word in words)))
            for column in columns
        )
    )


def _held(session: Session, index: Table, forms: Iterable[Form]) -> list[Form]:
    """Return the forms of which the index holds every word: few of the groupings of digits."""
    wanted = [form for form in forms if form]
    vocabulary = f"temp.{index.name}_terms"
    # SQLite's own view of the index; it belongs to the connection and changes no file.
    made = f"CREATE VIRTUAL TABLE IF NOT EXISTS {vocabulary}"
    session.execute(text(f"{made} USING fts5vocab(main, {index.name}, row)"))
    sought = text(f"SELECT 1 FROM {vocabulary} WHERE term = :term")  # noqa: S608 - our own name
    known = {
        word
        for word in set(chain.from_iterable(wanted))
        if session.execute(sought, {"term": word}).first() is not None
    }
    return sorted(form for form in wanted if known.issuperset(form))


def _journalists(session: Session, query: str) -> list[JournalistRow]:
    if not query:
        return []
    words = JOURNALIST_WORDS
    ids = select(words.c.rowid).where(search.holds(words, query)).limit(MOST_NAMED)
    found = session.scalars(ids).all()
    return list(session.scalars(select(JournalistRow).where(JournalistRow.id.in_(found))))


def _key(name: str) -> str:
    return " ".join(map(folded, search.WORD.findall(name)))
