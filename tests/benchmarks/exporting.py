"""How long exports take, what memory they need, and whether the window stays awake meanwhile.

python -m tests.benchmarks.exporting FILE, a log made by ``tests.benchmarks.generate``. Each export
is written by a process of its own, in turns with its bare counterpart, and measured in time of the
processor, so that what else runs on the computer does not count.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
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
from tests.benchmarks.bare_exports import since
from tests.benchmarks.exporting_once import BARE, OURS, Written
from tests.benchmarks.figures import HEAD, Figure, middle
from tests.benchmarks.suggesting import Heart
from tests.benchmarks.window import PERSON, LogInSight

TURNS = 3
PATIENCE = 300.0  # seconds until an export is given up
ROWS = {Format.CSV: 1_000_000, Format.XLSX: 100_000, Format.PDF: 5_000}
FEWER = {Format.CSV: 100_000, Format.XLSX: 10_000, Format.PDF: 500}
COUNTERPARTS = {
    Format.CSV: "csv.writer over the rows of plain sqlite3",
    Format.XLSX: "XlsxWriter over the rows of plain sqlite3",
    Format.PDF: "typst on the same table",
}


def written(whose: str, kind: Format, path: Path, rows: int) -> Written:
    """Write the newest rows in a process of its own."""
    once = [sys.executable, "-m", "tests.benchmarks.exporting_once"]
    command = [*once, whose, kind.value, str(path), str(rows)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
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
            act = f"Longest silence of the window meanwhile ({kind.value})"
            silence = _longest_silence(log, partial(_export, services.exports, order, count))
            figures.append(Figure(act, *silence, "the same window at rest for as long"))
        delete(log.workspace)
        tools.runner.close()
    return figures


def _export(exports: Exports, order: Order, count: int, path: Path) -> Writing:
    return partial(write_watched, exports, order, path, count)


def _longest_silence(log: LogInSight, writing: Callable[[Path], Writing]) -> tuple[float, float]:
    """Write beside the window as its own sheet does; then let it rest as long."""
    tools = log.page.tools
    exporting = Exporting(tools, str, writing, log.page)
    with TemporaryDirectory() as folder:
        heart, began = Heart(), perf_counter()
        exporting.write(str(Path(folder) / "log"))
        if not tools.runner.wait_idle(PATIENCE):
            raise TimeoutError("the export was never written")
        longest, took = max(heart.gaps), perf_counter() - began
        delete(heart)
    heart = Heart()
    QTest.qWait(round(took * 1000))
    at_rest = max(heart.gaps)
    for gone in (heart, exporting):
        delete(gone)
    return longest, at_rest


def main() -> None:
    """Measure everything and print a Markdown table, then what memory it took."""
    parser = argparse.ArgumentParser(description="Measure exports of a generated log.")
    parser.add_argument("file", type=Path)
    asked = parser.parse_args()
    sys.stdout.write(f"{HEAD}\n")
    for measure in (export_figures, silence_figures):
        for figure in measure(asked.file):
            sys.stdout.write(f"{figure.row()}\n")
    sys.stdout.write("\n".join(memory_lines(asked.file)) + "\n")


if __name__ == "__main__":
    main()
