"""Rows written in bulk as the program's own session would have: journalled, chained, indexed."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from pressdesk.domain.journal import Act, Entry, as_json, seal

Row = dict[str, object]


@dataclass(frozen=True)
class Written:
    """Who wrote a row, and when."""

    at: datetime
    actor: str


class JournalledTables:
    """Collects new rows and their journal entries; ``flush`` writes them, many at a time."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._count, self._last = connection.execute(
            "SELECT entries, hash FROM journal_head"
        ).fetchone()
        self._next: dict[str, int] = {}
        self._waiting: dict[str, list[Row]] = {}

    def add(self, table: str, row: Row, written: Written, **untold: object) -> int:
        """Take a new row; return its id. The journal does not tell ``untold`` columns."""
        row_id = self._next_id(table)
        self._wait(table, {"id": row_id, **untold, **row})
        enquiry_id = row_id if table == "enquiry" else row.get("enquiry_id")
        told = {name: (None, value) for name, value in row.items() if value is not None}
        entry = Entry(
            at=written.at,
            actor=written.actor,
            act=Act.CREATED,
            kind=table,
            kind_id=row_id,
            enquiry_id=enquiry_id if isinstance(enquiry_id, int) else None,
            changes=as_json(told),
        )
        self._last = seal(self._last, entry)
        self._count += 1
        self._wait("journal", {"id": self._count, **vars(entry), "hash": self._last})
        return row_id

    def add_words(self, enquiry_id: int, words: str) -> None:
        """Take what an enquiry can be found by."""
        self._wait("enquiry_words", {"rowid": enquiry_id, "words": words})

    def flush(self) -> None:
        """Write and commit everything taken so far, with the new head of the journal."""
        for table, rows in self._waiting.items():
            names = list(rows[0])
            marks = ", ".join(f":{name}" for name in names)
            statement = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"
            self._connection.executemany(statement, rows)
        self._connection.execute(
            "UPDATE journal_head SET entries = ?, hash = ?", (self._count, self._last)
        )
        self._connection.commit()
        self._waiting.clear()

    def _next_id(self, table: str) -> int:
        if table not in self._next:
            query = f"SELECT coalesce(max(id), 0) FROM {table}"
            self._next[table] = self._connection.execute(query).fetchone()[0]
        self._next[table] += 1
        return self._next[table]

    def _wait(self, table: str, row: Row) -> None:
        kept = {name: as_kept(value) for name, value in row.items()}
        self._waiting.setdefault(table, []).append(kept)


def as_kept(value: object) -> object:
    """Return a value as the columns hold it: instants in UTC, without saying so."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat(" ", "microseconds")
    return value
