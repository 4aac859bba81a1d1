"""From an empty or older file to the schema of this program, by alembic.

Alembic is heavy and imported only when there is something to migrate; each start compares two
short strings instead.
"""

import shutil
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from pressdesk.clock import Clock
from pressdesk.errors import Unavailable
from pressdesk.storage.database import Database
from pressdesk.storage.troubles import kindly

HEAD = "0022"
SCRIPTS = Path(__file__).parent / "migrations"


def prepare(database: Database) -> None:
    """Bring the database to the present schema.

    A new file is filled with tables, an older one is copied aside and upgraded, a newer one or
    one that is no office of ours is refused with Unavailable.
    """
    with kindly(database.where), database.engine.connect() as connection:
        found = _revision(connection)
    if found == HEAD:
        return
    if found is not None:
        _refuse_newer(found, database.where)
        _copy_aside(database.where, found)
    # Only now: a file that is not ours is left as it was found, to the last byte.
    database.use_wal()
    with kindly(database.where), database.locked() as connection:
        # Another window may have upgraded the file while this one waited for the lock.
        if _revision(connection) != HEAD:
            _upgrade(connection, database.clock)


def _revision(connection: Connection) -> str | None:
    """Return the schema revision of a database; None when it is empty."""
    names = inspect(connection).get_table_names()
    if "alembic_version" in names:
        found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return found
    if names:
        raise Unavailable(
            "This file is a database of another program, not a PressDesk office. Open another file."
        )
    return None


def _refuse_newer(found: str, where: Path | str) -> None:
    from alembic.script import ScriptDirectory

    known = {script.revision for script in ScriptDirectory(str(SCRIPTS)).walk_revisions()}
    if found not in known:
        raise Unavailable(
            f"{where} was made by a newer PressDesk. Update PressDesk on this computer to open it."
        )


def _copy_aside(where: Path | str, revision: str) -> None:
    path = Path(where)
    if path.is_file():
        shutil.copy2(path, path.with_name(f"{path.name}.before-upgrade-from-{revision}"))


def _upgrade(connection: Connection, clock: Clock, revision: str = "head") -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.attributes["connection"] = connection
    config.attributes["now"] = clock.now()
    command.upgrade(config, revision)
