"""Every test gets real services on a database in memory, at a clock that stands still."""

import itertools
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from pressdesk.bootstrap import Services, open_database, open_services
from pressdesk.clock import FixedClock
from pressdesk.domain.hours import DayRule
from pressdesk.domain.office import WEEKDAY_SPAN, NewOffice, Office, Staff, Topic
from pressdesk.domain.routing import Lines
from tests.web_site import Site, serving

MONDAY_14_06 = datetime(2026, 11, 23, 14, 6, tzinfo=UTC)
OPENS_ON_WEEKDAYS = tuple(
    DayRule(weekday, (WEEKDAY_SPAN,) if weekday < 5 else (), date(2012, 1, 1))
    for weekday in range(7)
)
INSPECTORATE = NewOffice(
    office=Office(
        name="Inspectorate of Police and Fire Services",
        lines=Lines("020 3513 0600", "07836 217729"),
    ),
    week=OPENS_ON_WEEKDAYS,
    staff=(
        Staff("Priya Nair"),
        Staff("Sam Okafor", number="07700 900111"),
        Staff("M. Reyes", "Head of news"),
    ),
    topics=(Topic("child protection"), Topic("stop and search")),
)

_names = itertools.count()


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(MONDAY_14_06)


@pytest.fixture(scope="session")
def tables() -> Iterator[sqlite3.Connection]:
    """A file that holds no office yet: made once, since each migration is tested by itself."""
    database = open_database(f":memory:tables-{os.getpid()}", FixedClock(MONDAY_14_06))
    with database.engine.connect() as connection:
        made = connection.connection.driver_connection
        assert made is not None
        yield made
    database.close()


@pytest.fixture(scope="session")
def inspectorate(tables: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """A file on which the inspectorate was started: once, since each test works on a copy."""
    with copied(tables) as name:
        services = open_services(f":memory:{name}", FixedClock(MONDAY_14_06), "Priya Nair")
        services.office.start(INSPECTORATE)
        with closing(sqlite3.connect(f"file:/{name}?vfs=memdb", uri=True)) as made:
            yield made
        services.close()


@contextmanager
def copied(made: sqlite3.Connection) -> Iterator[str]:
    """Copy a database into one of its own; give its name, by which it lives as long as this."""
    name = f"{os.getpid()}-{next(_names)}"
    with closing(sqlite3.connect(f"file:/{name}?vfs=memdb", uri=True)) as copy:
        made.backup(copy)
        yield name


@pytest.fixture
def kept_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what services keep in files go with the test."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


@pytest.fixture
def empty_services(
    clock: FixedClock, tables: sqlite3.Connection, kept_apart: None
) -> Iterator[Services]:
    """Services on a file that holds no office yet."""
    with copied(tables) as name:
        services = open_services(f":memory:{name}", clock, "Priya Nair")
        yield services
        services.close()


@pytest.fixture
def services(
    clock: FixedClock, inspectorate: sqlite3.Connection, kept_apart: None
) -> Iterator[Services]:
    """Services of the inspectorate, on Monday 23 November 2026 at 14:06."""
    with copied(inspectorate) as name:
        services = open_services(f":memory:{name}", clock, "Priya Nair")
        yield services
        services.close()


@pytest.fixture
def site() -> Iterator[Site]:
    """A web server on this computer; its tests need ``allow_hosts(["127.0.0.1"])``."""
    with serving() as site:
        yield site
