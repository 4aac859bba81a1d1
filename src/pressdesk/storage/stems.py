"""The releases by the stems of their words, read to suggest them: another FTS5 index.

Stems are worked out once, when a release is kept; a question then meets words as they are compared.
"""

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

_VOCABULARY = "release_stem_vocabulary USING fts5vocab(main, release_stem_words, row)"
_HEADLINE_COUNTS = 3.0  # times as much as the text, among the releases that are looked at

RELEASE_STEMS = Table(
    "release_stem_words",
    MetaData(),  # apart: alembic must not look after virtual tables
    Column("rowid", Integer, primary_key=True),
    Column("headline", Text),
    Column("words", Text),
)


class Stemmed(NamedTuple):
    """A release by its stems."""

    headline: list[str]
    words: list[str]


def create(connection: Connection) -> None:
    """Make the index and take in the releases that are there already."""
    connection.execute(
        text(f"CREATE VIRTUAL TABLE {RELEASE_STEMS.name} USING fts5(headline, words)")
    )
    rows = text("SELECT id, headline, source_text FROM release")
    for release_id, headline, words in connection.execute(rows):
        connection.execute(insert(RELEASE_STEMS).values(_row(release_id, headline, words)))


def index(session: Session, release_id: int) -> None:
    """Bring the stems of one release up to date."""
    session.execute(delete(RELEASE_STEMS).where(RELEASE_STEMS.c.rowid == release_id))
    release = session.get(ReleaseRow, release_id)
    if release is not None:
        row = _row(release_id, release.headline, release.source_text)
        session.execute(insert(RELEASE_STEMS).values(row))


def held(session: Session, stems: Iterable[str]) -> dict[str, int]:
    """Return how many releases hold each stem; those that none holds are left out."""
    # SQLite's own view of the index; it belongs to the connection and changes no file.
    session.execute(text(f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{_VOCABULARY}"))
    # One look-up for each: a list of values would be held against the whole vocabulary.
    one = text("SELECT doc FROM temp.release_stem_vocabulary WHERE term = :stem")
    found = ((stem, session.scalar(one, {"stem": stem})) for stem in stems)
    return {stem: count for stem, count in found if count}


def best(session: Session, phrases: Iterable[Sequence[str]], limit: int) -> set[int]:
    """Return the releases that hold any of some phrases of stems, the ``limit`` best by BM25."""
    query = " OR ".join(dict.fromkeys(f'"{" ".join(phrase)}"' for phrase in phrases))
    words = RELEASE_STEMS
    order = func.bm25(text(words.name), _HEADLINE_COUNTS, 1.0)
    matching = literal_column(words.name).op("MATCH")(query)
    found = select(words.c.rowid).where(matching).order_by(order).limit(limit)
    return set(session.scalars(found)) if query else set()


def of(session: Session, releases: Collection[int]) -> dict[int, Stemmed]:
    """Return some releases by their stems, the part of them that is weighed."""
    columns = RELEASE_STEMS.c
    rows = session.execute(
        select(columns.rowid, columns.headline, columns.words).where(columns.rowid.in_(releases))
    )
    return {
        row.rowid: Stemmed(row.headline.split(" "), row.words.split(" ", READ)[:READ])
        for row in rows
    }


def _row(release_id: int, headline: str, words: str) -> dict[str, object]:
    return {"rowid": release_id, "headline": _stems(headline), "words": _stems(words)}


def _stems(words: str) -> str:
    return " ".join(word.stem for word in words_of(words))
