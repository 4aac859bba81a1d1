"""Releases and lines to take by the stems of their words, read to suggest them: FTS5 indexes.

Stems are worked out once, when a text is kept; a question then meets words as they are compared.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    MetaData,
    Table,
    Text,
    delete,
    func,
    insert,
    literal_column,
    select,
    text,
)
from sqlalchemy.orm import Session

from pressdesk.domain.bearing import READ
from pressdesk.domain.word_forms import words_of
from pressdesk.storage.tables.releases import ReleaseRow

_HEADLINE_COUNTS = 3.0  # times as much as the text, among the texts that are looked at
_NEWEST_WORDS = (
    "SELECT line.id, line.title, version.words FROM line_to_take AS line"
    " JOIN line_version AS version ON version.line_to_take_id = line.id WHERE version.number ="
    " (SELECT max(number) FROM line_version WHERE line_to_take_id = line.id)"
)
_metadata = MetaData()  # apart: alembic must not look after virtual tables


def _index(name: str) -> Table:
    columns = (Column("headline", Text), Column("words", Text))
    return Table(name, _metadata, Column("rowid", Integer, primary_key=True), *columns)


RELEASE_STEMS, LINE_STEMS = _index("release_stem_words"), _index("line_to_take_stem_words")


class Stemmed(NamedTuple):
    """A text by its stems."""

    headline: list[str]
    words: list[str]


def create(connection: Connection) -> None:
    """Make the index and take in the releases that are there already."""
    _create(connection, RELEASE_STEMS)
    rows = text("SELECT id, headline, source_text FROM release")
    for release_id, headline, words in connection.execute(rows):
        connection.execute(insert(RELEASE_STEMS).values(_row(release_id, headline, words)))


def create_lines(connection: Connection) -> None:
    """Make the index of the lines to take."""
    _create(connection, LINE_STEMS)


def make_anew(connection: Connection) -> None:
    """Work out the stems of every release and line again, after their rules became other."""
    for index, rows in (
        (RELEASE_STEMS, "SELECT id, headline, source_text FROM release"),
        (LINE_STEMS, _NEWEST_WORDS),
    ):
        connection.execute(delete(index))
        for text_id, headline, words in connection.execute(text(rows)):
            connection.execute(insert(index).values(_row(text_id, headline, words)))


def _create(connection: Connection, index: Table) -> None:
    connection.execute(text(f"CREATE VIRTUAL TABLE {index.name} USING fts5(headline, words)"))


def index_release(session: Session, release_id: int) -> None:
    """Bring the stems of one release up to date."""
    release = session.get(ReleaseRow, release_id)
    if release is None:
        session.execute(delete(RELEASE_STEMS).where(RELEASE_STEMS.c.rowid == release_id))
    else:
        put(session, RELEASE_STEMS, release_id, (release.headline, release.source_text))


def put(session: Session, index: Table, text_id: int, told: tuple[str, str]) -> None:
    """Keep the stems of one text, its headline and its words."""
    session.execute(delete(index).where(index.c.rowid == text_id))
    session.execute(insert(index).values(_row(text_id, *told)))


def held(session: Session, index: Table, stems: Iterable[str]) -> dict[str, int]:
    """Return how many texts hold each stem; those that none holds are left out."""
    # SQLite's own view of the index; it belongs to the connection and changes no file.
    view = f"temp.{index.name}_held"
    made = f"{view} USING fts5vocab(main, {index.name}, row)"
    session.execute(text(f"CREATE VIRTUAL TABLE IF NOT EXISTS {made}"))
    # The cross join has each stem looked up; otherwise the whole vocabulary would be walked.
    looked_up = "SELECT term, doc FROM json_each(:stems) CROSS JOIN"
    every = text(f"{looked_up} {view} ON term = json_each.value")
    found = session.execute(every, {"stems": json.dumps(sorted(set(stems)))})
    return {row.term: row.doc for row in found}


def best(session: Session, words: Table, phrases: Iterable[Sequence[str]], limit: int) -> set[int]:
    """Return the texts that hold any of some phrases of stems, the ``limit`` best by BM25."""
    query = " OR ".join(dict.fromkeys(f'"{" ".join(phrase)}"' for phrase in phrases))
    order = func.bm25(text(words.name), _HEADLINE_COUNTS, 1.0)
    matching = literal_column(words.name).op("MATCH")(query)
    found = select(words.c.rowid).where(matching).order_by(order).limit(limit)
    return set(session.scalars(found)) if query else set()


def of(session: Session, index: Table, texts: Collection[int]) -> dict[int, Stemmed]:
    """Return some texts by their stems, the part of them that is weighed."""
    columns = index.c
    rows = session.execute(
        select(columns.rowid, columns.headline, columns.words).where(columns.rowid.in_(texts))
    )
    return {
        row.rowid: Stemmed(row.headline.split(" "), row.words.split(" ", READ)[:READ])
        for row in rows
    }


def _row(text_id: int, headline: str, words: str) -> dict[str, object]:
    return {"rowid": text_id, "headline": _stems(headline), "words": _stems(words)}


def _stems(words: str) -> str:
    return " ".join(word.stem for word in words_of(words))
