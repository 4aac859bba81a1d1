"""The words that journalists and outlets are found by, kept in step with the contacts."""

from collections.abc import Sequence

from sqlalchemy import Column, Connection, Integer, Table, Text, delete, insert, select, text
from sqlalchemy.orm import Session

from pressdesk.storage.journal import Touched
from pressdesk.storage.search import BATCH, NAME, OPTIONS, WORD, batches, metadata
from pressdesk.storage.tables.contacts import JournalistRow, OutletRow

# The fields of a journalist that the index reads.
PERSON = frozenset({"name", "outlet_id", "number", "other_number", "email", "merged_into"})
JOURNALIST_WORDS, OUTLET_WORDS = (
    Table(
        name,
        metadata,
        Column("rowid", Integer, primary_key=True),
        Column("name", Text),
        Column("words", Text),
    )
    for name in ("journalist_words", "outlet_words")
)


def create(connection: Connection) -> None:
    """Make the word indexes of contacts, and fill them."""
    for table in (JOURNALIST_WORDS, OUTLET_WORDS):
        made = f"CREATE VIRTUAL TABLE {table.name} USING fts5(name, words, {OPTIONS})"
        connection.execute(text(made))
    fill(connection)


def fill(connection: Connection) -> None:
    """Index every contact anew."""
    with Session(connection) as session:
        for row, index in ((JournalistRow, _index_journalists), (OutletRow, _index_outlets)):
            for some in batches(session.scalars(select(row.id)).all(), BATCH):
                index(session, some)


def refresh(session: Session, touched: Touched) -> None:
    """Bring the indexes up to date with what a transaction changed."""
    outlets = {entry.kind_id for entry in touched.by_field(OutletRow.__tablename__, NAME)}
    people = {entry.kind_id for entry in touched.by_field(JournalistRow.__tablename__, PERSON)}
    if outlets:
        at_them = select(JournalistRow.id).where(JournalistRow.outlet_id.in_(outlets))
        people.update(session.scalars(at_them))
    for some in batches(sorted(people), BATCH):
        _index_journalists(session, some)
    for some in batches(sorted(outlets), BATCH):
        _index_outlets(session, some)


def by_name(query: str) -> str:
    """Return the FTS5 query that looks at names alone."""
    return f"{{name}} : ({query})"


def number_words(number: str) -> str:
    """Return a telephone number as it may be typed: by groups, and run together from each on."""
    groups = WORD.findall(number)
    joined = ("".join(groups[first:]) for first in range(len(groups) - 1))
    return " ".join([*groups, *joined])


def _index_journalists(session: Session, journalists: Sequence[int]) -> None:
    """Index by name, outlet, numbers and email; one that was merged away by nothing."""
    row = JournalistRow
    facts = session.execute(
        select(row.id, row.name, row.number, row.other_number, row.email, OutletRow.name)
        .outerjoin(OutletRow, row.outlet_id == OutletRow.id)
        .where(row.id.in_(journalists), row.merged_into.is_(None))
    )
    words = [
        (key, name, "\n".join([outlet or "", email, *map(number_words, (number, other))]))
        for key, name, number, other, email, outlet in facts
    ]
    _replace(session, JOURNALIST_WORDS, journalists, words)


def _index_outlets(session: Session, outlets: Sequence[int]) -> None:
    facts = session.execute(select(OutletRow.id, OutletRow.name).where(OutletRow.id.in_(outlets)))
    _replace(session, OUTLET_WORDS, outlets, [(key, name, "") for key, name in facts])


def _replace(
    session: Session, table: Table, gone: Sequence[int], rows: Sequence[tuple[int, str, str]]
) -> None:
    session.execute(delete(table).where(table.c.rowid.in_(gone)))
    if rows:
        names = ("rowid", "name", "words")
        session.execute(insert(table), [dict(zip(names, row, strict=True)) for row in rows])
