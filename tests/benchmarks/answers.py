"""Invented answers for the measured office: ``python -m tests.benchmarks.answers FILE``.

Most of its closed enquiries are acknowledged, some are held, and most are answered, within hours.
"""

import argparse
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.enquiries import Channel, Terms
from tests.benchmarks.generate import BATCH, SEED, new_office
from tests.benchmarks.invented import Language
from tests.benchmarks.journalled import JournalledTables, Row, Written

STEPS = (
    (AnswerKind.ACKNOWLEDGED, 0.7, 6.5),
    (AnswerKind.HOLDING, 0.3, 7.0),
    (AnswerKind.SUBSTANTIVE, 0.85, 8.5),
)
"""The kind, how often it is given, and how long after the step before: e to that many seconds."""


def fill(connection: sqlite3.Connection) -> None:
    """Answer the closed enquiries of an office."""
    tables, language, random = JournalledTables(connection), Language(SEED), Random(SEED)
    person = new_office(language).staff[0].name
    closed = "SELECT id, received_at FROM enquiry WHERE status = 'closed' ORDER BY id"
    for place, (enquiry_id, received) in enumerate(connection.execute(closed).fetchall(), start=1):
        received_at = datetime.fromisoformat(received).replace(tzinfo=UTC)
        for kind, at in _steps(random, received_at):
            row: Row = {
                "enquiry_id": enquiry_id,
                "words": language.sentence(random, 10, 40),
                "terms": Terms.ON_THE_RECORD.value,
                "given_by": person,
                "given_at": at,
                "channel": Channel.PHONE.value,
                "cleared_by": "",
                "kind": kind.value,
            }
            tables.add("answer", row, Written(at, person))
        if place % BATCH == 0:
            tables.flush()
    tables.flush()


def _steps(random: Random, at: datetime) -> Iterator[tuple[AnswerKind, datetime]]:
    for kind, often, power in STEPS:
        if random.random() < often:
            at += timedelta(seconds=int(random.lognormvariate(power, 1)))
            yield kind, at


def main() -> None:
    """Read the command line and write the answers."""
    parser = argparse.ArgumentParser(description="Add invented answers to a measured office.")
    parser.add_argument("file", type=Path)
    path = parser.parse_args().file
    if not path.is_file():
        sys.exit(f"There is no file {path}. Make it: python -m tests.benchmarks.generate {path}")
    with closing(sqlite3.connect(path)) as connection:
        fill(connection)


if __name__ == "__main__":
    main()
