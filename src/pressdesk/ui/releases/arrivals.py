"""What is handed to the releases page, taken in one after the other, away from its thread."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from pressdesk.bootstrap import Services
from pressdesk.intake.documents.spreadsheet import Columns
from pressdesk.services.from_web import name_of
from pressdesk.ui.kit import ProgressStrip
from pressdesk.ui.releases.adding import Added, Given, add_given, add_sheet
from pressdesk.ui.runner import Task
from pressdesk.ui.tools import Tools

Work = Callable[[Task], Added]
Lot = tuple[str, str, Work]
"""What is counted in it, what it is called, and its work."""


class Arrivals(QObject):
    """``added`` carries what became of each lot. ``strip`` shows how far it is, and stops it."""

    added = Signal(object)

    def __init__(self, services: Services, tools: Tools, page: QWidget) -> None:
        super().__init__(page)
        self._services, self._tools = services, tools
        self._waiting: list[Lot] = []
        self._task: Task | None = None
        self.strip = ProgressStrip("adding", page)
        self.strip.stop.clicked.connect(self._stop)

    def take_in(self, given: Given) -> None:
        """Take in files, folders and addresses, after what is under way."""
        words = f"Fetching {name_of(given.addresses[0])}" if given.addresses else ""
        self._queue(("files", words, partial(add_given, self._services, given)))

    def take_in_sheet(self, path: Path, columns: Columns) -> None:
        """Take in the rows of a spreadsheet by their columns."""
        self._queue(("rows", path.name, partial(add_sheet, self._services, path, columns)))

    def _queue(self, lot: Lot) -> None:
        self._waiting.append(lot)
        if self._task is None:
            self._begin()

    def _begin(self) -> None:
        things, words, work = self._waiting.pop(0)
        self._task = self._tools.runner.run_long(self, work, self._tell)
        self._task.progress.connect(self.strip.show_progress)
        self._task.ended.connect(self._end)
        self.strip.begin(things, words)

    def _tell(self, added: Added) -> None:
        self.added.emit(added)

    @Slot()
    def _stop(self) -> None:
        self._waiting.clear()
        if self._task is not None:
            self._task.cancel()

    @Slot()
    def _end(self) -> None:
        self._task = None
        self.strip.end()
        if self._waiting:
            self._begin()
