"""An office that lies sealed on the disk: worked on in memory, sealed anew after each commit.

The plain database is never written anywhere. What was committed is on the disk before the act is
done, as with an office of its own file.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from threading import Lock

from typing_extensions import override

from pressdesk.clock import Clock
from pressdesk.errors import BadFile, Unavailable
from pressdesk.storage import sealing
from pressdesk.storage.database import Database, Session


def new_in_memory(clock: Clock) -> Database:
    """Return an empty database in memory, known to nobody else."""
    return Database(_name(), clock)


class SealedDatabase(Database):
    """An open sealed file. Raises Unavailable while another PressDesk has it open."""

    def __init__(self, path: Path, passphrase: str, clock: Clock) -> None:
        self._lock = _held(path)
        try:
            data, self._key = sealing.unseal(sealing.read(path), passphrase, path.name)
            super().__init__(_name(), clock)
            _take(self, data, path.name)
        except BaseException:
            self._release()
            raise
        self.where = path
        self._path = path
        self._sealing = Lock()

    @contextmanager
    @override
    def writing(self, actor: str) -> Iterator[Session]:
        with super().writing(actor) as session:
            yield session
        self._seal()

    @override
    def copy_to(self, path: Path) -> None:
        """Copy the sealed file as it stands; never a plain one."""
        shutil.copy2(self._path, path)

    @override
    def close(self) -> None:
        super().close()
        self._release()

    def _seal(self) -> None:
        with self._sealing:
            sealing.write(self._path, sealing.seal(self.as_bytes(), self._key))

    def _release(self) -> None:
        connection, path = self._lock
        connection.close()
        path.unlink(missing_ok=True)


def _held(path: Path) -> tuple[sqlite3.Connection, Path]:
    """Hold the only right to write a file; SQLite's lock goes with the program, however it ends."""
    beside = path.with_name(f".{path.name}.lock")
    connection = sqlite3.connect(beside, timeout=0, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        connection.close()
        raise Unavailable(
            f"{path.name} is open in another PressDesk window, or its folder cannot be written. "
            "Close that window and try again."
        ) from error
    return connection, beside


def unsealed(path: Path, passphrase: str, clock: Clock) -> Database:
    """Return a copy in memory of a sealed database, to read from; the file is left as it is."""
    data, _key = sealing.unseal(sealing.read(path), passphrase, path.name)
    database = new_in_memory(clock)
    _take(database, data, path.name)
    return database


def _name() -> str:
    return f":memory:duty-{token_hex(8)}"


def _take(database: Database, data: bytes, name: str) -> None:
    try:
        database.take_bytes(data)
    except sqlite3.DatabaseError as error:
        database.close()
        raise BadFile(f"{name} holds no office, so it was not opened.") from error
