"""How long the window takes: from the start, a key or the scroll bar to the painted rows."""

import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from time import perf_counter

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import delete
from typing_extensions import override

from pressdesk.bootstrap import Services, open_services
from pressdesk.clock import SystemClock
from pressdesk.settings import Settings
from pressdesk.ui.app import application, make_tools
from pressdesk.ui.log.page import LogPage
from pressdesk.ui.tools import Tools
from pressdesk.ui.workspace import Workspace
from tests.benchmarks.bare import JUMP, ROWS, SEARCH, query_times
from tests.benchmarks.figures import Figure, late, middle
from tests.benchmarks.generate import SEED, new_office
from tests.benchmarks.invented import Language

STARTS, JUMPS = 7, 30
PATIENCE = 20_000  # milliseconds until a measure gives up
PERSON = new_office(Language(SEED)).staff[0].name


class LogInSight(QObject):
    """The log page in a real window, and a way to wait until its rows are painted."""

    def __init__(self, services: Services, tools: Tools) -> None:
        super().__init__()
        office = services.office.find()
        assert office is not None
        self.workspace = Workspace(services, tools, office)
        self.workspace.resize(1280, 800)
        self.workspace.show()
        page = self.workspace.show_page("log")
        assert isinstance(page, LogPage)
        self.page = page
        self._ready: Callable[[], bool] = lambda: False
        self._loop = QEventLoop()
        self._queried = 0
        for widget in (page.table.viewport(), page.none_found):
            widget.installEventFilter(self)
        page.model.queried.connect(self._count)
        page.model.counted.connect(self._repaint)
        self._found = 0
        self.finder = self.workspace.searching.finder
        for widget in (self.finder, self.finder.list.viewport()):
            widget.installEventFilter(self)
        self.finder.shown.connect(self._find)
        self.painted(lambda: page.model.total is not None)

    def search_key(self, key: str) -> float:
        """Press a key in the search box; return the milliseconds until what it finds is painted."""
        before = self._found
        began = perf_counter()
        QTest.keyClicks(self.finder.line, key)
        self.painted(lambda: self._found > before)
        return (perf_counter() - began) * 1000

    def search(self, words: str) -> None:
        """Open the search box anew with some words in it."""
        self.finder.leave()
        self.finder.line.setText(words)
        before = self._found
        self.workspace.search()
        self.painted(lambda: self._found > before)

    def key(self, key: str) -> float:
        """Press a key in the log's own box; return the milliseconds until its rows are painted."""
        before = self._queried
        began = perf_counter()
        QTest.keyClicks(self.page.bar.words, key)
        self.painted(lambda: self._queried > before)
        return (perf_counter() - began) * 1000

    def clear(self) -> None:
        """Empty the log's box and wait for all rows."""
        before = self._queried
        self.page.bar.clear()
        self.painted(lambda: self._queried > before and self.page.model.total is not None)

    def jump(self, row: int) -> float:
        """Drag the scroll bar to a row; return the milliseconds until its rows are painted."""
        table, model = self.page.table, self.page.model
        began = perf_counter()
        table.verticalScrollBar().setValue(row * table.rowHeight(0))
        self._repaint()
        self.painted(lambda: model.enquiry(table.rowAt(table.viewport().height() - 1)) is not None)
        return (perf_counter() - began) * 1000

    def painted(self, ready: Callable[[], bool]) -> None:
        """Return once the table has been painted while ``ready`` held."""
        self._ready = ready
        limit = QTimer()
        limit.timeout.connect(lambda: self._loop.exit(1))
        limit.start(PATIENCE)
        if self._loop.exec():
            raise TimeoutError("the rows were never painted")

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._ready():
            self._ready = lambda: False
            QTimer.singleShot(0, self._loop.quit)  # once everything of this paint is drawn
        return False

    def _count(self) -> None:
        self._queried += 1
        self._repaint()

    def _find(self) -> None:
        self._found += 1
        self.finder.update()

    def _repaint(self) -> None:
        """Have a paint come even when there is nothing new to be seen."""
        self.page.table.viewport().update()
        self.page.none_found.update()


def start_figures(path: Path, starts: int = STARTS) -> list[Figure]:
    """Measure from the start of the process to the window, and to the rows in it."""
    ours, bare = [], []
    for _ in range(starts):
        ours.append(_start("ours", path))
        bare.append(_start("bare", path))
    shown = middle([painted for painted, _ in bare])
    empty = "empty PySide6 + SQLAlchemy window on the same file"
    return [
        Figure("Start to first paint", middle([painted for painted, _ in ours]), shown, empty),
        Figure(
            "Start to the desk's rows painted", middle([rows for _, rows in ours]), shown, empty
        ),
    ]


def log_figures(path: Path) -> list[Figure]:
    """Measure typing in the search box and in the log's, and jumping through the log."""
    app = QApplication.instance() or application()
    assert isinstance(app, QApplication)
    tools = make_tools(app, SystemClock(), Settings(theme="light"))
    with closing(open_services(path, SystemClock(), PERSON)) as services:
        services.context.database.on_change(tools.bus.publish)
        log = LogInSight(services, tools)
        figures = [_found_figure(log, path), _search_figure(log, path), _jump_figure(log, path)]
        delete(log.workspace)  # and its timers, which would ask the closed runner for more
        tools.runner.close()
    return figures


def _found_figure(log: LogInSight, path: Path) -> Figure:
    """Measure the search box over every kind, against the enquiries' query alone."""
    keys, queries = [], []
    for words in Language(SEED).typed():
        log.search("")
        for length, key in enumerate(words, start=1):
            keys.append(log.search_key(key))
            queries.append(" ".join(f'"{word}"*' for word in words[:length].split()))
    log.finder.leave()
    bare = late(query_times(path, SEARCH, list(queries)))
    name = "Key in the search box to what is found painted, p95"
    return Figure(name, late(keys), bare, "the FTS5 query of the enquiries")


def _search_figure(log: LogInSight, path: Path) -> Figure:
    keys, queries = [], []
    for words in Language(SEED).typed():
        for length, key in enumerate(words, start=1):
            if key == " ":
                QTest.keyClicks(log.page.bar.words, key)  # finds the same rows
            else:
                keys.append(log.key(key))
                queries.append(" ".join(f'"{word}"*' for word in words[:length].split()))
        log.clear()
    bare = late(query_times(path, SEARCH, list(queries)))
    return Figure("Key in the log’s box to rows painted, p95", late(keys), bare, "the FTS5 query")


def _jump_figure(log: LogInSight, path: Path) -> Figure:
    total, random = log.page.model.total or 0, Random(SEED)
    rows = [random.randrange(total // 3, 2 * total // 3) for _ in range(JUMPS)]
    jumps = middle([log.jump(row) for row in rows])
    pages = [row // ROWS * ROWS for row in rows]
    bare = middle(query_times(path, JUMP, list(pages)))
    return Figure(
        "Jump to the middle of the log, rows painted", jumps, bare, "the query of the page"
    )


def _start(what: str, path: Path) -> tuple[float, float]:
    command = [sys.executable, "-m", "tests.benchmarks.starting", what, str(path), PERSON]
    began = perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        painted, rows = [(process.stdout.readline(), perf_counter()) for _ in range(2)]
    return (painted[1] - began) * 1000, (rows[1] - began) * 1000
