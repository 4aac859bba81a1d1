"""Full-text search. With ``stems`` the only module that knows the dialect's own: FTS5."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Integer,
    MetaData,
    ScalarSelect,
    Table,
    Text,
    UnaryExpression,
    delete,
    insert,
    literal,
    literal_column,
    select,
    text,
    union_all,
)
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased
from sqlalchemy.sql.functions import func
from sqlalchemy.sql.operators import custom_op

from pressdesk.domain.search_terms import Term, terms_of
from pressdesk.storage import stems
from pressdesk.storage.journal import Touched
from pressdesk.storage.tables.contacts import JournalistRow, OutletRow
from pressdesk.storage.tables.enquiries import AnswerRow, EnquiryRow, NoteRow, QuestionRow
from pressdesk.storage.tables.lines_to_take import LineToTakeRow, LineVersionRow
from pressdesk.storage.tables.office import TopicRow
from pressdesk.storage.tables.releases import ReleaseRow

WORD = re.compile(r"\w+")
BATCH = 500  # enquiries indexed by one statement; a renamed agency may have 100,000
_OF_LATE, _OFTEN = 200, 20  # enquiries logged last, and how many of them make a word common
MOST_WORDS = 64  # of a question; the rest of a pasted megabyte finds nothing new

# The fields that enquiry_words below reads: when one of them changes, so does the index.
SPOKEN: tuple[Any, ...] = (QuestionRow, AnswerRow, NoteRow)
WORDED = {
    EnquiryRow.__tablename__: frozenset(
        {"reference", "subject", "journalist_id", "outlet_id", "call_back", "email"}
    ),
    **{part.__tablename__: frozenset({"words"}) for part in SPOKEN},
}
NAME = frozenset({"name"})
NAMED = {
    JournalistRow.__tablename__: EnquiryRow.journalist_id,
    OutletRow.__tablename__: EnquiryRow.outlet_id,
}
RELEASE = (ReleaseRow.__tablename__, frozenset({"headline", "source_text"}))
LINE = (LineToTakeRow.__tablename__, frozenset({"title", "topic_id"}))
LINE_WORDS_CHANGED = (LineVersionRow.__tablename__, frozenset({"words"}))
TOPIC = (TopicRow.__tablename__, NAME)

# Kept apart from the program's own metadata: alembic must not look after virtual tables.
metadata = MetaData()
ENQUIRY_WORDS = Table(
    "enquiry_words", metadata, Column("rowid", Integer, primary_key=True), Column("words", Text)
)


def _titled(name: str) -> Table:
    """Return an index of things that have a headline and words."""
    columns = (Column("headline", Text), Column("words", Text))
    return Table(name, metadata, Column("rowid", Integer, primary_key=True), *columns)


RELEASE_WORDS, LINE_WORDS = _titled("release_words"), _titled("line_to_take_words")
# A prefix without an index of its own is gathered from all its words before the first row.
OPTIONS = "prefix='1 2 3 4', tokenize='unicode61 remove_diacritics 2'"


def create(connection: Connection) -> None:
    """Make the word indexes of a new database."""
    connection.execute(text(f"CREATE VIRTUAL TABLE enquiry_words USING fts5(words, {OPTIONS})"))
    _create_titled(connection, RELEASE_WORDS)


def create_lines(connection: Connection) -> None:
    """Make the word indexes of the lines to take."""
    _create_titled(connection, LINE_WORDS)
    stems.create_lines(connection)


def _create_titled(connection: Connection, index: Table) -> None:
    connection.execute(
        text(f"CREATE VIRTUAL TABLE {index.name} USING fts5(headline, words, {OPTIONS})")
    )


def prefix_query(words: str) -> str:
    """Return the FTS5 query of typed words: each a prefix, all of them wanted; empty if none.

    A quoted phrase stands as it is. Every word is quoted for FTS5, so that nothing typed can be
    an operator of its own.
    """
    return query_of(terms_of(words))


def query_of(terms: Iterable[Term]) -> str:
    """Return the FTS5 query of the terms of a search, all of them wanted; empty if none."""
    return " ".join(f'"{" ".join(term.words)}"{"*" * term.prefix}' for term in terms)


def names_query(names: Iterable[str]) -> str:
    """Return the FTS5 query of any of some names, each whole; empty when one has no words."""
    phrases = [" ".join(WORD.findall(name)) for name in names]
    return " OR ".join(f'"{phrase}"' for phrase in phrases) if all(phrases) else ""


def all_of(queries: Iterable[str]) -> str:
    """Return the FTS5 query of what answers each of some queries, those that are not empty."""
    return " AND ".join(f"({query})" for query in queries if query)


def any_query(words: str) -> str:
    """Return the FTS5 query of a question: any of its longer words; empty if none."""
    wanted = dict.fromkeys(word.lower() for word in WORD.findall(words) if len(word) > 2)
    return " OR ".join(f'"{word}"' for word in list(wanted)[:MOST_WORDS])


def holds(table: Table, query: str) -> ColumnElement[bool]:
    """Return the condition that a row of ``table`` answers an FTS5 query."""
    return literal_column(table.name).op("MATCH")(query)


def beside_words(column: InstrumentedAttribute[Any]) -> ColumnElement[Any]:
    """Return a column that no index serves, so that the words lead and it only narrows them.

    SQLite's planner guesses badly what asking a word index row by row costs; a plus sign before
    a column is its documented way to be told.
    """
    plain: ColumnElement[Any] = column.expression
    return UnaryExpression(plain, operator=custom_op("+"), type_=plain.type)


def refresh(session: Session, touched: Touched) -> None:
    """Bring the word indexes up to date with what a transaction changed.

    A move, an owner or a link changes no words, and then nothing is written.
    """
    enquiries = {
        entry.enquiry_id
        for kind, fields in WORDED.items()
        for entry in touched.by_field(kind, fields)
        if entry.enquiry_id is not None
    }
    for kind, column in NAMED.items():
        if renamed := {entry.kind_id for entry in touched.by_field(kind, NAME)}:
            enquiries.update(session.scalars(select(EnquiryRow.id).where(column.in_(renamed))))
    for some in batches(sorted(enquiries), BATCH):
        _index_enquiries(session, some)
    for release_id in sorted({entry.kind_id for entry in touched.by_field(*RELEASE)}):
        _index_release(session, release_id)
        stems.index_release(session, release_id)
    for line_id in sorted(_lines_touched(session, touched)):
        _index_line(session, line_id)


def enquiry_words(session: Session, enquiries: Sequence[int]) -> dict[int, str]:
    """Return all that each of some enquiries can be found by."""
    facts = session.execute(
        select(
            EnquiryRow.id,
            EnquiryRow.reference,
            EnquiryRow.subject,
            JournalistRow.name,
            OutletRow.name,
            EnquiryRow.call_back,
            EnquiryRow.email,
        )
        .outerjoin(JournalistRow, EnquiryRow.journalist_id == JournalistRow.id)
        .outerjoin(OutletRow, EnquiryRow.outlet_id == OutletRow.id)
        .where(EnquiryRow.id.in_(enquiries))
    )
    words = {row.id: [word for word in row[1:] if word] for row in facts}
    spoken = union_all(
        *(
            select(literal(turn).label("turn"), part.id, part.enquiry_id, part.words).where(
                part.enquiry_id.in_(enquiries)
            )
            for turn, part in enumerate(SPOKEN)
        )
    )
    for _turn, _id, enquiry_id, said in session.execute(spoken.order_by("turn", "id")):
        words[enquiry_id].append(said)
    return {enquiry_id: "\n".join(found) for enquiry_id, found in words.items()}


def _index_enquiries(session: Session, enquiries: Sequence[int]) -> None:
    session.execute(delete(ENQUIRY_WORDS).where(ENQUIRY_WORDS.c.rowid.in_(enquiries)))
    rows = [
        {"rowid": enquiry_id, "words": words}
        for enquiry_id, words in enquiry_words(session, enquiries).items()
    ]
    if rows:
        session.execute(insert(ENQUIRY_WORDS), rows)


def batches(ids: Iterable[int], size: int) -> Iterator[list[int]]:
    """Yield ids some at a time."""
    rest = iter(ids)
    while some := list(islice(rest, size)):
        yield some


def _index_release(session: Session, release_id: int) -> None:
    session.execute(delete(RELEASE_WORDS).where(RELEASE_WORDS.c.rowid == release_id))
    release = session.get(ReleaseRow, release_id)
    if release is not None:
        session.execute(
            insert(RELEASE_WORDS).values(
                rowid=release_id, headline=release.headline, words=release.source_text
            )
        )


def _lines_touched(session: Session, touched: Touched) -> set[int]:
    lines = {entry.kind_id for entry in touched.by_field(*LINE)}
    lines |= {e.fields()["line_to_take_id"][1] for e in touched.by_field(*LINE_WORDS_CHANGED)}
    if renamed := {entry.kind_id for entry in touched.by_field(*TOPIC)}:
        about = select(LineToTakeRow.id).where(LineToTakeRow.topic_id.in_(renamed))
        lines.update(session.scalars(about))
    return lines


def _index_line(session: Session, line_id: int) -> None:
    """Index the newest words of a line, with its topic."""
    words = LineVersionRow.words + "\n\n" + func.coalesce(TopicRow.name, "")
    line = session.execute(
        select(LineToTakeRow.title, words)
        .join(LineVersionRow, LineVersionRow.line_to_take_id == LineToTakeRow.id)
        .outerjoin(TopicRow, LineToTakeRow.topic_id == TopicRow.id)
        .where(LineToTakeRow.id == line_id, LineVersionRow.number == newest_number())
    ).one()
    session.execute(delete(LINE_WORDS).where(LINE_WORDS.c.rowid == line_id))
    session.execute(insert(LINE_WORDS).values(rowid=line_id, headline=line[0], words=line[1]))
    stems.put(session, stems.LINE_STEMS, line_id, (line[0], line[1]))


def newest_number() -> ScalarSelect[int]:
    """Return the number of the newest version of the line in the query around it."""
    every = aliased(LineVersionRow)
    newest = select(func.max(every.number)).where(every.line_to_take_id == LineToTakeRow.id)
    return newest.correlate(LineToTakeRow).scalar_subquery()


def is_common(session: Session, stem_: str) -> bool:
    """Say whether more than a tenth of the enquiries logged of late hold a word of a stem.

    A small log cannot tell.
    """
    words = ENQUIRY_WORDS
    newest = session.scalar(select(func.max(words.c.rowid))) or 0
    begins = holds(words, f'"{stem_}"*')
    held = select(words.c.rowid).where(begins, words.c.rowid > newest - _OF_LATE).limit(_OFTEN)
    return newest >= _OF_LATE and len(session.scalars(held).all()) >= _OFTEN


def best_first(index: Table = RELEASE_WORDS) -> ColumnElement[float]:
    """Return the order by weight of the words found, the headline counting most."""
    return func.bm25(text(index.name), 5.0, 1.0)


class Words:
    """The words that an index holds, each with the number of its rows that hold it."""

    def __init__(self, session: Session, table: Table = RELEASE_WORDS) -> None:
        self._session = session
        self._held = f"temp.{table.name}_held"
        # SQLite's own view of the index; it belongs to the connection and changes no file.
        made = f"CREATE VIRTUAL TABLE IF NOT EXISTS {self._held}"
        session.execute(text(f"{made} USING fts5vocab(main, {table.name}, row)"))

    def like(self, word: str) -> list[tuple[str, int]]:
        """Return the words that begin like ``word`` and are about as long."""
        lengths = {"least": len(word) - 2, "most": len(word) + 2}
        rows = self._session.execute(
            text(
                f"SELECT term, doc FROM {self._held} WHERE term >= :first"  # noqa: S608 - our own name
                " AND term < :after AND length(term) BETWEEN :least AND :most"
            ),
            {"first": word[0], "after": _after(word[0]), **lengths},
        )
        return [(row.term, row.doc) for row in rows]


def _after(beginning: str) -> str:
    """Return the first text that sorts after every word with this beginning."""
    return beginning[:-1] + chr(ord(beginning[-1]) + 1)
