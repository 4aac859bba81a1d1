"""The database: one transaction per use case, opened here and nowhere else."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.orm import Session

from pressdesk.clock import Clock
from pressdesk.storage import contact_words, search
from pressdesk.storage.journal import ACTOR, Changed, Chronicler
from pressdesk.storage.troubles import kindly

__all__ = ["Database", "Session"]

BUSY_SECONDS = 10.0


class Database:
    """An open office. Reading never writes; writing is one journalled transaction.

    ``where`` is the file, or ``:memory:`` followed by anything for a database in memory that all
    threads of this process share.
    """

    def __init__(self, where: Path | str, clock: Clock) -> None:
        self.where = where
        self.clock = clock
        self.engine = _engine(where)
        self._listeners: list[Callable[[Changed], None]] = []
        self._writer = self.engine.execution_options(writing=True)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session that sees one state of the database and changes nothing."""
        with kindly(self.where), Session(self.engine, autoflush=False) as session:
            yield session

    @contextmanager
    def writing(self, actor: str) -> Iterator[Session]:
        """Give a session whose changes are journalled under ``actor`` and committed together.

        Raises Conflict when someone else saved first, Unavailable when the file cannot be
        written; then nothing at all was changed.
        """
        info = {ACTOR: actor}
        with kindly(self.where), Session(self._writer, autoflush=False, info=info) as session:
            chronicler = Chronicler(session, self.clock)
            yield session
            session.flush()
            touched = chronicler.touched
            search.refresh(session, touched)
            contact_words.refresh(session, touched)
            session.commit()
        if touched.entries:
            changed = Changed(touched.tables, actor, touched.enquiries)
            for listener in tuple(self._listeners):
                listener(changed)

    def on_change(self, listener: Callable[[Changed], None]) -> None:
        """Call ``listener`` after each commit, on the thread that committed."""
        self._listeners.append(listener)

    @contextmanager
    def locked(self) -> Iterator[Connection]:
        """Give a bare connection that holds the write lock; for migrations only."""
        with self._writer.begin() as connection:
            yield connection

    def owns(self, path: Path) -> bool:
        """Say whether ``path`` is the office's own file, or one that SQLite keeps beside it."""
        own, asked = Path(self.where).resolve(), path.resolve()
        beside = {own.name + ending for ending in ("", "-wal", "-shm", "-journal")}
        return asked.parent == own.parent and asked.name in beside

    def copy_to(self, path: Path) -> None:
        """Write the whole database to a new file, in one piece or not at all."""
        arriving = path.with_name(f".{path.name}.part")
        path.parent.mkdir(parents=True, exist_ok=True)
        arriving.unlink(missing_ok=True)
        with kindly(path), self.engine.connect() as connection:
            driver = connection.connection.driver_connection
            assert driver is not None
            with closing(sqlite3.connect(arriving)) as target:
                driver.backup(target)
                target.execute("PRAGMA journal_mode = WAL")  # a copy of one in memory lacks it
        arriving.replace(path)

    def as_bytes(self) -> bytes:
        """Return the whole database in memory, as the file of it would be."""
        with kindly(self.where), self._writer.begin() as connection:
            driver = connection.connection.driver_connection
            assert driver is not None
            data: bytes = driver.serialize()
            return data

    def take_bytes(self, data: bytes) -> None:
        """Become the database of a file's bytes; raises sqlite3.DatabaseError for no database."""
        with closing(sqlite3.connect(":memory:")) as given, self.engine.connect() as connection:
            driver = connection.connection.driver_connection
            assert driver is not None
            given.deserialize(data)
            given.backup(driver)

    def use_wal(self) -> None:
        """Let readers and one writer work at the same time; the file remembers it."""
        with kindly(self.where), self.engine.connect() as connection:
            driver = connection.connection.driver_connection
            assert driver is not None
            driver.execute("PRAGMA journal_mode = WAL")

    def close(self) -> None:
        """Let go of the file."""
        self.engine.dispose()


def _engine(where: Path | str) -> Engine:
    name = str(where)
    in_memory = name.startswith(":memory:")
    # memdb is a database in memory that several connections may share, with real locks.
    address = f"file:/{name[8:] or 'office'}?vfs=memdb&uri=true" if in_memory else name
    engine = create_engine(
        f"sqlite:///{address}",
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False, "uri": in_memory},
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    """Set what holds for every connection; see the storage rules of the house."""
    # SQLAlchemy's own BEGIN (below) decides when a transaction starts, not the driver.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")


def _begin(connection: Connection) -> None:
    """Take the write lock at once when writing: two windows can then never deadlock."""
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
