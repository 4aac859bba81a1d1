"""Search everywhere: a few of each kind, each read from an index and none from all its rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, func, literal, select, union_all
from sqlalchemy.orm import InstrumentedAttribute, Session

from pressdesk.domain.enquiries import LogQuery, Named
from pressdesk.domain.misspelt import likely_meant
from pressdesk.domain.search_terms import Term, terms_of
from pressdesk.domain.word_forms import folded
from pressdesk.storage import search
from pressdesk.storage.contact_words import JOURNALIST_WORDS, OUTLET_WORDS, by_name
from pressdesk.storage.enquiry_lists import conditions, ids_of, words_query
from pressdesk.storage.search import ENQUIRY_WORDS, LINE_WORDS, RELEASE_WORDS
from pressdesk.storage.tables.contacts import JournalistRow, OutletRow
from pressdesk.storage.tables.enquiries import EnquiryRow
from pressdesk.storage.tables.releases import ReleaseRow

COUNTED = 1_000  # of a kind; more are “1,000+”
LOOKED_THROUGH = 20_000  # enquiries, the newest, among which what no word says is looked for
MOST_NAMED = 50  # journalists or outlets that one operator stands for; one more is too many
_NAMED_ROWS = {OutletRow: OUTLET_WORDS, JournalistRow: JOURNALIST_WORDS}
_WITH_NAMES = (JOURNALIST_WORDS, OUTLET_WORDS, RELEASE_WORDS, LINE_WORDS)
"""The indexes that are small enough to look through for a word like another."""
_INDEXES = (ENQUIRY_WORDS, *_WITH_NAMES)

Leading = list[tuple[InstrumentedAttribute[Any], Sequence[Any]]]
Contact = type[JournalistRow] | type[OutletRow]


@dataclass(frozen=True)
class Some:
    """The ids found, the best first, at most COUNTED.

    ``cut`` says that only the newest LOOKED_THROUGH enquiries, of the days or with the words, were
    seen.
    """

    ids: tuple[int, ...] = ()
    cut: bool = False


def enquiries(session: Session, query: LogQuery) -> Some:
    """Return the newest enquiries that answer a query of words, days and what is ``also`` asked."""
    typed, leading = words_query(query), _leading(query)
    if any(not values for _, values in leading):
        return Some()
    beside = conditions(query, search.beside_words)
    if typed:
        looked, full = _with_words(session, typed, query)
    else:
        looked, full = _led(query, leading), False
    if (typed and not beside) or (not typed and len(leading) < 2):
        return Some(tuple(session.scalars(looked.limit(COUNTED))))
    some = looked.limit(LOOKED_THROUGH).subquery()
    ids = select(some.c.id).join_from(some, EnquiryRow, some.c.id == EnquiryRow.id)
    order = (some.c.id.desc(),) if typed else (some.c.received_at.desc(), some.c.id.desc())
    found = tuple(session.scalars(ids.where(*beside).order_by(*order).limit(COUNTED)))
    seen = select(func.count()).select_from(some)
    return Some(found, len(found) < COUNTED and (full or session.scalar(seen) == LOOKED_THROUGH))


def releases(
    session: Session, terms: Sequence[Term], first_day: date | None, before: date | None
) -> Some:
    """Return the releases that hold the terms, best first; without terms those of the days."""
    published = ReleaseRow.published_on
    days = [published >= first_day] if first_day else []
    days += [published < before] if before else []
    if not terms:
        ids = select(ReleaseRow.id).where(*days).order_by(published.desc(), ReleaseRow.id.desc())
        return Some(tuple(session.scalars(ids.limit(COUNTED))))
    words = RELEASE_WORDS
    ids = select(words.c.rowid).where(search.holds(words, search.query_of(terms)))
    if days:
        ids = ids.join_from(words, ReleaseRow, words.c.rowid == ReleaseRow.id).where(*days)
    return Some(tuple(session.scalars(ids.order_by(search.best_first()).limit(COUNTED))))


def lines_to_take(session: Session, terms: Sequence[Term]) -> Some:
    """Return the lines to take whose title, topic or newest words hold the terms, best first."""
    words, query = LINE_WORDS, search.query_of(terms)
    ids = select(words.c.rowid).where(search.holds(words, query))
    best = ids.order_by(search.best_first(words)).limit(COUNTED)
    return Some(tuple(session.scalars(best)) if query else ())


def journalists(
    session: Session,
    terms: Sequence[Term],
    names: Iterable[str],
    outlets: tuple[Named, ...] | None,
) -> Some:
    """Return journalists by what is typed of their name, outlet, numbers or email."""
    at_them = search.names_query(one.name for one in outlets or ())
    query = search.all_of([search.query_of(terms), at_them, *map(_name_query, names)])
    ids = _contacts(JournalistRow, query, terms)
    if outlets is not None:
        ids = ids.where(search.beside_words(JournalistRow.outlet_id).in_(ids_of(outlets) or ()))
    return Some(tuple(session.scalars(ids)) if query else ())


def outlets(session: Session, terms: Sequence[Term], names: Iterable[str]) -> Some:
    """Return outlets by what is typed of their name."""
    query = search.all_of([search.query_of(terms), *map(_name_query, names)])
    ids = _contacts(OutletRow, query, terms)
    return Some(tuple(session.scalars(ids)) if query else ())


def journalists_named(session: Session, typed: str) -> tuple[Named, ...]:
    """Return the journalists in whose name each typed word begins one, up to one too many."""
    return _named(session, JournalistRow, typed)


def outlets_named(session: Session, typed: str) -> tuple[Named, ...]:
    """Return the outlets in whose name each typed word begins one, up to one too many."""
    return _named(session, OutletRow, typed)


def likely(session: Session, terms: Iterable[Term]) -> dict[str, str]:
    """Return what was likely meant by each word that nothing at all holds."""
    lost = (term for term in terms if not any(_held(session, table, term) for table in _INDEXES))
    words = (word for term in lost for word in term.words)
    meant = {word: likely_name(session, word) for word in words}
    return {word: other for word, other in meant.items() if other}


def likely_name(session: Session, word: str) -> str:
    """Return the known word that is nearest to a slip of the hand; empty if none is near."""
    wanted = folded(word)
    indexes = (search.Words(session, table) for table in _WITH_NAMES)
    return likely_meant(wanted, (near for index in indexes for near in index.like(wanted)))


def _named(session: Session, kind: Contact, typed: str) -> tuple[Named, ...]:
    words = _NAMED_ROWS[kind]
    rows = (
        select(kind.id, kind.name)
        .join_from(words, kind, words.c.rowid == kind.id)
        .where(search.holds(words, _name_query(typed)))
        .limit(MOST_NAMED + 1)
    )
    return tuple(Named(row.id, row.name) for row in session.execute(rows))


def _with_words(session: Session, typed: str, query: LogQuery) -> tuple[Select[Any], bool]:
    """Return the enquiries with some words, as they were logged, and whether more days were asked.

    Days are not in the word index; the ids of their newest enquiries say where in it to look.
    """
    words, days = ENQUIRY_WORDS, _days(query)
    ids: Select[Any] = select(words.c.rowid.label("id")).where(search.holds(words, typed))
    ids = ids.order_by(words.c.rowid.desc())
    if not days or query.also.outlets or query.also.journalists:  # names narrow enough
        return ids, False
    newest = select(EnquiryRow.id).where(*days).order_by(EnquiryRow.received_at.desc())
    some = newest.limit(LOOKED_THROUGH).subquery()
    reach = select(func.min(some.c.id), func.max(some.c.id), func.count()).select_from(some)
    first, last, count = session.execute(reach).one()
    return ids.where(words.c.rowid.between(first or 0, last or 0)), count == LOOKED_THROUGH


def _days(query: LogQuery) -> list[ColumnElement[bool]]:
    row = EnquiryRow
    days = [row.received_at >= query.received_from] if query.received_from else []
    return [*days, *([row.received_at < query.received_before] if query.received_before else [])]


def _leading(query: LogQuery) -> Leading:
    """Return the columns that are asked for and that have an index by day, the narrowest first."""
    row, also = EnquiryRow, query.also
    every = (
        (row.outlet_id, ids_of(also.outlets)),
        (row.journalist_id, ids_of(also.journalists)),
        (row.status, also.statuses),
        (row.line_used, also.lines),
    )
    return [(column, values) for column, values in every if values is not None]


def _led(query: LogQuery, leading: Leading) -> Select[Any]:
    """Return the newest enquiries of the first column asked for, or of the days alone."""
    row, days = EnquiryRow, _days(query)
    newest: Any = select(row.id, row.received_at).order_by(row.received_at.desc(), row.id.desc())
    for column, values in leading[:1]:
        some = [newest.where(column == one, *days).limit(LOOKED_THROUGH) for one in values]
        several = union_all(*(select(one.subquery()) for one in some)).subquery()
        return select(several).order_by(several.c.received_at.desc(), several.c.id.desc())
    last: Select[Any] = newest.where(*days)
    return last


def _contacts(kind: Contact, query: str, terms: Sequence[Term]) -> Select[Any]:
    """Return those that answer a query, by name; first those whose name begins as typed."""
    words = _NAMED_ROWS[kind]
    some = select(words.c.rowid).where(search.holds(words, query)).limit(COUNTED).subquery()
    begins = " ".join(" ".join(term.words) for term in terms[:1]).casefold()
    first: ColumnElement[bool] = kind.key.startswith(begins, autoescape=True)
    ids = select(kind.id).join_from(some, kind, some.c.rowid == kind.id)
    return ids.order_by(first.desc(), kind.key)


def _name_query(typed: str) -> str:
    return by_name(search.query_of(terms_of(typed)))


def _held(session: Session, table: Table, term: Term) -> bool:
    query = search.query_of([term])
    return (
        session.scalar(
            select(literal(1)).where(search.holds(table, query)).select_from(table).limit(1)
        )
        is not None
    )
