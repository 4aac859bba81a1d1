"""Opens everything once on a sample office of its own, for whoever has just installed PressDesk."""

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from pressdesk.bootstrap import Services, sample_services
from pressdesk.domain.enquiries import LogQuery, Status
from pressdesk.storage.enquiry_lists import Page as Rows
from pressdesk.ui.crash import report
from pressdesk.ui.manual import Manual
from pressdesk.ui.pages import PAGES
from pressdesk.ui.releases.embargo_bar import LEDGER_KEY
from pressdesk.ui.tools import Tools
from pressdesk.ui.workspace import Workspace

SIZE = (1280, 800)
LEAST_COLOURS = 8
"""An empty window has one or two."""


class SelfTest:
    """Builds and shows every page; what goes wrong is kept in ``errors``."""

    def __init__(self, services: Services, tools: Tools) -> None:
        self._services, self._tools = services, tools
        self.errors: list[BaseException] = []
        tools.runner.crashed.connect(self.errors.append)
        services.context.database.on_change(tools.bus.publish)

    def shown(self) -> Iterator[tuple[str, QWidget]]:
        """Yield the name of each thing and its window, as they come into sight."""
        office = self._services.office.find()
        assert office is not None, "the sample holds an office"
        workspace = Workspace(self._services, self._tools, office)
        workspace.resize(*SIZE)
        workspace.show()
        for entry in PAGES:
            workspace.show_page(entry.name)
            yield self._settled(entry.title, workspace)
        releases = workspace.show_page("releases")
        next(act for act in releases.acts() if act.key == LEDGER_KEY).do()
        yield self._settled("Embargo", workspace)
        newest = self._services.desk.page(LogQuery(), Rows(1))[0]
        self._tools.navigator.enquiry_requested.emit(newest.id)
        yield self._settled("Enquiry", workspace)
        waiting = self._services.desk.open_enquiries().enquiries
        cleared = next(one for one in waiting if one.status is Status.AWAITING_CLEARANCE)
        self._tools.navigator.answer_requested.emit(cleared.id)
        yield self._settled("Response", workspace)
        workspace.search()
        workspace.searching.finder.line.setText("police")
        yield self._settled("Search", workspace)
        workspace.searching.finder.leave()
        workspace.log_windows.open_new()
        yield self._settled("Log enquiry", workspace.log_windows.windows()[0])
        manual = Manual()
        manual.show()
        yield self._settled("Manual", manual)
        workspace.leave()

    def hook(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        """Keep an exception that a slot let go, in the place of ``sys.excepthook``."""
        self.errors.append(error)

    def _settled(self, name: str, widget: QWidget) -> tuple[str, QWidget]:
        self._tools.runner.wait_idle()
        self._tools.ticker.look()
        QApplication.processEvents()
        return name, widget


def run_self_test(tools: Tools) -> int:
    """Show everything once, print a line for each, and return the exit code."""
    with TemporaryDirectory() as folder:
        services = sample_services(Path(folder) / "self-test.pressdesk", tools.clock)
        test = SelfTest(services, tools)
        sys.excepthook = test.hook
        blank = [name for name, widget in test.shown() if not _told(name, widget)]
        tools.runner.close()
        services.close()
    for error in test.errors:
        sys.stderr.write(f"{report(error)}\n")
    if blank:
        sys.stderr.write(f"Nothing to be seen: {', '.join(blank)}.\n")
    return 1 if test.errors or blank else 0


def colours(picture: QImage) -> int:
    """Return how many colours a picture has, looked at in a grid of points."""
    step = max(1, picture.width() // 200)
    return len(
        {
            picture.pixel(QPoint(x, y))
            for x in range(0, picture.width(), step)
            for y in range(0, picture.height(), step)
        }
    )


def _told(name: str, widget: QWidget) -> bool:
    """Print whether there is anything to be seen."""
    seen = colours(widget.grab().toImage()) >= LEAST_COLOURS
    sys.stdout.write(f"{name}: {'shown' if seen else 'EMPTY'}\n")
    return seen
