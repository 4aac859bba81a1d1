"""How long the page of reports takes, and how long the window is silent meanwhile.

python -m tests.benchmarks.report_page FILE, an office's file; from the key to the charts in sight
painted, beside the report alone. The first turn, which reads matplotlib, stands on its own.
"""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, time
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from pressdesk.bootstrap import Services, open_services
from pressdesk.clock import FixedClock
from pressdesk.domain.enquiries import LogQuery
from pressdesk.domain.periods import Period
from pressdesk.settings import Settings
from pressdesk.storage.enquiry_lists import Page as Rows
from pressdesk.ui.app import application, make_tools
from pressdesk.ui.reports.page import ReportsPage
from pressdesk.ui.tools import Tools
from pressdesk.ui.workspace import Workspace
from tests.benchmarks.figures import HEAD, Figure, middle, milliseconds
from tests.benchmarks.generate import LAST_DAY
from tests.benchmarks.suggesting import BEAT, Heart
from tests.benchmarks.window import PATIENCE, PERSON

TURNS = 6


class PageInSight(QObject):
    """The page in a real window, and a way to wait until all that is in sight is painted."""

    def __init__(self, services: Services, tools: Tools) -> None:
        super().__init__()
        office = services.office.find()
        assert office is not None
        self.workspace = Workspace(services, tools, office)
        self.workspace.resize(1440, 900)
        self.workspace.show()
        tools.runner.wait_idle()
        self._runner = tools.runner
        self._loop = QEventLoop()
        self._look = QTimer(self)
        self._look.timeout.connect(self._stop_when_whole)
        self.page: ReportsPage | None = None

    def open(self) -> None:
        """Show the page for the first time."""
        page = self.workspace.show_page("reports")
        assert isinstance(page, ReportsPage)
        self.page = page

    def painted(self, act: Callable[[], None]) -> float:
        """Do something and return the milliseconds until all charts in sight are painted."""
        began = perf_counter()
        act()
        self._look.start(1)
        QTimer.singleShot(PATIENCE, self._loop.quit)
        self._loop.exec()
        self._look.stop()
        return (perf_counter() - began) * 1000

    def _stop_when_whole(self) -> None:
        if self.page is not None and self._runner.idle() and self.page.is_whole():
            self._loop.quit()


def page_figures(path: Path, clock: FixedClock) -> Iterator[Figure]:
    """Measure the first look, then months by turns, and the silences of the window."""
    app = QApplication.instance() or application()
    assert isinstance(app, QApplication)
    tools = make_tools(app, clock, Settings(theme="light"))
    with closing(open_services(path, clock, PERSON)) as services:
        newest = services.desk.page(LogQuery(), Rows(1))[0]
        clock.instant = newest.received_at  # the month that is shown first has enquiries
        month = Period.month_of(newest.received_at.date())

        def bare() -> float:
            return milliseconds(lambda: services.reports.report(month))

        sight = PageInSight(services, tools)
        what = "the report counted, nothing shown"
        yield Figure("Reports shown for the first time", sight.painted(sight.open), bare(), what)
        page = sight.page
        assert page is not None
        heart = Heart()
        acts = (page.periods.go_back, page.periods.go_on) * (TURNS // 2)
        turns = [sight.painted(act) for act in acts]
        silences = heart.gaps
        delete(heart)
        plain = middle([bare() for _ in acts])
        yield Figure("Another month to its charts painted", middle(turns), plain, what)
        yield Figure("Longest silence of the window meanwhile", max(silences), BEAT, "a bare timer")
        delete(sight.workspace)
        tools.runner.close()


def main() -> None:
    """Measure and print a Markdown table."""
    parser = argparse.ArgumentParser(description="Measure the page of reports.")
    parser.add_argument("file", type=Path)
    path = parser.parse_args().file
    if not path.is_file():
        sys.exit(f"There is no file {path}.")
    sys.stdout.write(f"{HEAD}\n")
    clock = FixedClock(datetime.combine(LAST_DAY, time(14), UTC))
    for figure in page_figures(path, clock):
        sys.stdout.write(f"{figure.row()}\n")


if __name__ == "__main__":
    main()
