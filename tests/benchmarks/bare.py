"""The bare counterparts: what plain sqlite3 needs for the same rows."""

import sqlite3
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from pressdesk.storage.enquiry_lists import Page
from tests.benchmarks.figures import milliseconds

ROWS = Page().size
_COLUMNS = "e.id, e.reference, e.subject, e.received_at, e.deadline_at, e.status, j.name, o.name"
_FROM_PAGE = f"""
    SELECT {_COLUMNS} FROM page JOIN enquiry e ON e.id = page.id
    LEFT JOIN journalist j ON j.id = e.journalist_id LEFT JOIN outlet o ON o.id = e.outlet_id
"""
SEARCH = f"""
    WITH page(id) AS (SELECT rowid FROM enquiry_words WHERE enquiry_words MATCH ?
                      ORDER BY rowid DESC LIMIT {ROWS})
    {_FROM_PAGE}
"""
JUMP = f"""
    WITH page(id) AS (SELECT id FROM enquiry ORDER BY received_at DESC, id DESC
                      LIMIT {ROWS} OFFSET ?)
    {_FROM_PAGE}
"""


def query_times(path: Path, query: str, values: list[object]) -> list[float]:
    """Return the milliseconds of a query with each value."""
    connection = sqlite3.connect(path)

    def ask(value: object) -> None:
        connection.execute(query, value if isinstance(value, dict) else (value,)).fetchall()

    times = [milliseconds(partial(ask, value)) for value in values]
    connection.close()
    return times


def insert_times(beside: Path, count: int) -> list[float]:
    """Return the milliseconds of inserting and committing a row, on the same disk as ``beside``."""
    with TemporaryDirectory(dir=beside.parent) as folder:
        connection = sqlite3.connect(Path(folder) / "bare.sqlite")
        connection.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
        connection.execute("CREATE TABLE enquiry (id INTEGER PRIMARY KEY, subject TEXT)")

        def insert() -> None:
            connection.execute("INSERT INTO enquiry (subject) VALUES ('Why is progress slow?')")
            connection.commit()

        times = [milliseconds(insert) for _ in range(count)]
        connection.close()
    return times
