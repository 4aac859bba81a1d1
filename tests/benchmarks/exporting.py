"""How long exports take, what memory they need, and whether the window stays awake meanwhile.

python -m tests.benchmarks.exporting FILE, a log made by ``tests.benchmarks.generate``. Each export
is written by a process of its own, in turns with its bare counterpart.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from pressdesk.bootstrap import open_services
from pressdesk.clock import SystemClock
from pressdesk.domain.enquiries import LogQuery
from pressdesk.export.writing import Format
from pressdesk.services.exports import Exports, Order
from pressdesk.settings import Settings
from pressdesk.ui.app import application, make_tools
from pressdesk.ui.exporting import Exporting, Writing
from pressdesk.ui.exports.panel import write_watched
from tests.benchmarks.bare_exports import WRITERS, since
from tests.benchmarks.figures import HEAD, Figure, middle, milliseconds
from tests.benchmarks.suggesting import BEAT, Heart
from tests.benchmarks.window import PERSON, LogInSight

OURS, BARE = "ours", "bare"
TURNS = 3
PATIENCE = 300.0  # seconds until an export is given up
ROWS = {Format.CSV: 1_000_000, Format.XLSX: 100_000, Format.PDF: 5_000}
FEWER = {Format.CSV: 100_000, Format.XLSX: 10_000, Format.PDF: 500}
COUNTERPARTS = {
    Format.CSV: "csv.writer over the rows of plain sqlite3",
    Format.XLSX: "XlsxWriter over the rows of plain sqlite3",
    Format.PDF: "typst on the same table",
}


@dataclass(frozen=True)
class Written:
    """What one export took: milliseconds, and megabytes at its peak."""

    time: float
    memory: float


def write_once(whose: str, kind: Format, path: Path, rows: int) -> Written:
    """Write the newest rows in this process."""
    start = since(path, rows)
    with TemporaryDirectory() as folder:
        target = Path(folder) / f"log.{kind}"
        if whose == BARE:
            time = milliseconds(partial(WRITERS[kind], path, start, target))
        else:
            with closing(open_services(path, SystemClock(), PERSON)) as services:
                order = Order(LogQuery(received_from=start), kind)
                time = milliseconds(partial(services.exports.write, order, target))
    return Written(time, peak_memory())


def peak_memory() -> float:
    """Return the most memory that this process had, in MB, as Linux keeps it.

    What getrusage says is no use: a child starts with the peak of its parent.
    """
    status = Path("/proc/self/status").read_text("utf-8")
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def written(whose: str, kind: Format, path: Path, rows: int) -> Written:
    """Write the newest rows in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.exporting", str(path)]
    once = ["--once", whose, kind.value, str(rows)]
    done = subprocess.run([*command, *once], stdout=subprocess.PIPE, check=True, text=True)
    time, memory = map(float, done.stdout.split())
    return Written(time, memory)


def export_figures(
    path: Path, rows: dict[Format, int] | None = None, turns: int = TURNS
) -> list[Figure]:
    """Measure an export in each format against its counterpart, in turns."""
    figures = []
    for kind, count in (rows or ROWS).items():
        times: dict[str, list[float]] = {BARE: [], OURS: []}
        for _ in range(turns):
            for whose, taken in times.items():
                taken.append(written(whose, kind, path, count).time)
        act = f"{kind.label} of {count:,} enquiries"
        ours, bare = middle(times[OURS]), middle(times[BARE])
        figures.append(Figure(act, ours, bare, COUNTERPARTS[kind]))
    return figures


def memory_lines(path: Path) -> list[str]:
    """Return what memory each format needs at its peak for few rows and for many."""
    lines = []
    for kind, many in ROWS.items():
        few = FEWER[kind]
        said = [
            f"{count:,}: {written(OURS, kind, path, count).memory:.0f} MB" for count in (few, many)
        ]
        lines.append(f"{kind.label}, peak memory of the process: {', '.join(said)}")
    return lines


def silence_figures(path: Path, rows: dict[Format, int] | None = None) -> list[Figure]:
    """Measure the longest silence of the open window while each format is written."""
    app = QApplication.instance() or application()
    assert isinstance(app, QApplication)
    tools = make_tools(app, SystemClock(), Settings(theme="light"))
    figures = []
    with closing(open_services(path, SystemClock(), PERSON)) as services:
        log = LogInSight(services, tools)
        for kind, count in (rows or ROWS).items():
            order = Order(LogQuery(received_from=since(path, count)), kind)
            ours = _longest_silence(log, partial(_export, services.exports, order, count))
            act = f"Longest silence of the window meanwhile ({kind.value})"
            figures.append(Figure(act, ours, BEAT, "a bare timer"))
        delete(log.workspace)
        tools.runner.close()
    return figures


def _export(exports: Exports, order: Order, count: int, path: Path) -> Writing:
    return partial(write_watched, exports, order, path, count)


def _longest_silence(log: LogInSight, writing: Callable[[Path], Writing]) -> float:
    """Write beside the window as its own sheet does, its progress on screen."""
    exporting = Exporting(log.page.tools, str, writing, log.page)
    with TemporaryDirectory() as folder:
        heart = Heart()
        exporting.write(str(Path(folder) / "log"))
        if not log.page.tools.runner.wait_idle(PATIENCE):
            raise TimeoutError("the export was never written")
        longest = max(heart.gaps)
        delete(heart)
    delete(exporting)
    return longest


def main() -> None:
    """Measure everything, or write once in this process for the one that measures."""
    parser = argparse.ArgumentParser(description="Measure exports of a generated log.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--once", nargs=3, metavar=("WHOSE", "FORMAT", "ROWS"))
    asked = parser.parse_args()
    if asked.once:
        whose, kind, rows = asked.once
        once = write_once(whose, Format(kind), asked.file, int(rows))
        sys.stdout.write(f"{once.time} {once.memory}\n")
        return
    sys.stdout.write(f"{HEAD}\n")
    for measure in (export_figures, silence_figures):
        for figure in measure(asked.file):
            sys.stdout.write(f"{figure.row()}\n")
    sys.stdout.write("\n".join(memory_lines(asked.file)) + "\n")


if __name__ == "__main__":
    main()
