"""How long a year's report takes: ``python -m tests.benchmarks.reporting FILE``.

FILE is a log made by ``tests.benchmarks.generate`` with ``tests.benchmarks.answers``; the months
that have ended are frozen in it first, as a window that is open does by and by.
"""

import argparse
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from pressdesk.bootstrap import Services, open_services
from pressdesk.clock import FixedClock
from pressdesk.domain.periods import Period
from tests.benchmarks.figures import HEAD, Figure, middle, milliseconds
from tests.benchmarks.generate import LAST_DAY
from tests.benchmarks.window import PERSON

YEAR = Period.year_of(LAST_DAY)
TURNS = 5
COUNTERPART = "the facts of both years read by plain sqlite3"
_FIRST = "(SELECT min(given_at) FROM answer WHERE enquiry_id = enquiry.id{kind})"
FACTS = f"""
    SELECT received_at, deadline_at, closed_at, urgent, line_expected, line_used, outlet_id,
           journalist_id, owner_id, outcome_id, {_FIRST.format(kind="")},
           {_FIRST.format(kind=" AND kind = 'holding'")},
           {_FIRST.format(kind=" AND kind = 'substantive'")}
    FROM enquiry WHERE received_at >= ? AND received_at < ?
"""


def read_facts(path: Path) -> None:
    """Read what the report of a year and the one before follow from."""
    first, last = YEAR.before().first, YEAR.last + timedelta(days=1)
    with closing(sqlite3.connect(path)) as connection:
        days = (f"{first.isoformat()} 00:00", f"{last.isoformat()} 00:00")
        connection.execute(FACTS, days).fetchall()


def report_figures(path: Path) -> Iterator[Figure]:
    """Measure a year that is counted anew, then one whose months are frozen where they may be."""
    clock = FixedClock(datetime.combine(LAST_DAY, time(14), UTC))
    with closing(open_services(path, clock, PERSON)) as services:
        if services.reports.report(YEAR).months:
            sys.exit("Months are frozen in this file. Measure a fresh one.")
        yield _in_turns("A year's report, nothing frozen", path, services)
        while services.reports.freeze():
            pass
        yield _in_turns("A year's report", path, services)


def _in_turns(act: str, path: Path, services: Services) -> Figure:
    def ours() -> None:
        services.reports.report(YEAR)

    def bare() -> None:
        read_facts(path)

    works: tuple[Callable[[], None], ...] = (ours, bare)
    for work in works:
        work()
    times = [[milliseconds(work) for work in works] for _ in range(TURNS)]
    mine, plain = zip(*times, strict=True)
    return Figure(act, middle(mine), middle(plain), COUNTERPART)


def main() -> None:
    """Measure and print a Markdown table."""
    parser = argparse.ArgumentParser(description="Measure the report of a year on a long log.")
    parser.add_argument("file", type=Path)
    path = parser.parse_args().file
    if not path.is_file():
        sys.exit(f"There is no file {path}. Make one: python -m tests.benchmarks.generate {path}")
    sys.stdout.write(f"{HEAD}\n")
    for figure in report_figures(path):
        sys.stdout.write(f"{figure.row()}\n")


if __name__ == "__main__":
    main()
