"""One export in a process of its own: ``python -m tests.benchmarks.exporting_once WHOSE KIND FILE ROWS``.

Prints how long it took, in milliseconds of the processor, and the most memory it had, in MB.
Nothing of the window is read here, so that only the export counts.
"""

import sys
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from pressdesk.bootstrap import open_services
from pressdesk.clock import SystemClock
from pressdesk.domain.enquiries import LogQuery
from pressdesk.export.writing import Format
from pressdesk.services.exports import Order
from tests.benchmarks.bare_exports import WRITERS, since

OURS, BARE = "ours", "bare"


@dataclass(frozen=True)
class Written:
    """What one export took: milliseconds of the processor, and megabytes at its peak."""

    time: float
    memory: float


def write_once(whose: str, kind: Format, path: Path, rows: int) -> Written:
    """Write the newest rows, which are on the disk's cache by then."""
    start = since(path, rows)
    with (
        TemporaryDirectory() as folder,
        closing(open_services(path, SystemClock(), "x")) as services,
    ):
        target = Path(folder) / f"log.{kind}"
        order = Order(LogQuery(received_from=start), kind)
        write = (
            partial(WRITERS[kind], path, start, target)
            if whose == BARE
            else partial(services.exports.write, order, target)
        )
        began = process_time()
        write()
        return Written((process_time() - began) * 1000, peak_memory())


def peak_memory() -> float:
    """Return the most memory that this process had, in MB, as Linux keeps it.

    What getrusage says is no use: a child starts with the peak of its parent.
    """
    status = Path("/proc/self/status").read_text("utf-8")
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    whose, kind, path, rows = sys.argv[1:]
    once = write_once(whose, Format(kind), Path(path), int(rows))
    sys.stdout.write(f"{once.time} {once.memory}\n")
