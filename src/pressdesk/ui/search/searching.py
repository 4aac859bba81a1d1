"""Search everywhere: asks as one types, shows what comes back, and leads to what is taken."""

from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from pressdesk.bootstrap import Services
from pressdesk.errors import PressDeskError
from pressdesk.services.search import EMBARGOED, Found
from pressdesk.ui.finder import Finder
from pressdesk.ui.search.rows import ALL, Place, rows_of, said_of
from pressdesk.ui.tools import Tools

OF_EACH = 4
NAME = "Search everything…"
HINT = (
    "“A phrase” · outlet:gazette · from:jones · after:monday · before:1/11/2026 · status:open · "
    "line:held"
)


class Searching(QObject):
    """``taken`` carries the kind and the id of what was found, ``log_requested`` the words."""

    taken = Signal(str, int)
    log_requested = Signal(str)

    def __init__(self, services: Services, tools: Tools, zone: ZoneInfo, over: QWidget) -> None:
        super().__init__(over)
        self._services, self._tools, self._zone = services, tools, zone
        self._found = Found()
        self.finder = Finder(NAME, HINT, over)
        self.finder.typed.connect(self._ask)
        self.finder.chosen.connect(self._take)
        self.finder.all_requested.connect(self._show_log)
        tools.ticker.ticked.connect(self._tick)

    def open_at(self, corner: QPoint) -> None:
        """Open over the window; the words of the last search are there to be typed over."""
        self.finder.open_at(corner)

    def _ask(self, words: str) -> None:
        work = partial(self._services.search.find, words, OF_EACH)
        self.finder.wait()
        self._tools.runner.run(self, work, self._show, self._fail, key="search")

    def _show(self, found: Found) -> None:
        self._found = found
        rows = rows_of(found, self._tools.clock.now(), self._zone)
        self.finder.show_rows(rows, said_of(found))

    def _tick(self, now: datetime) -> None:
        """Count down to the ends of embargoes; one that has ended is looked for again."""
        held = [hit for group in self._found.groups for hit in group.hits if hit.state == EMBARGOED]
        if not held or not self.finder.isVisible():
            return
        if all(hit.embargo.holds(now) for hit in held):
            self.finder.list.renew_rows(rows_of(self._found, now, self._zone))
        else:
            self._ask(self.finder.line.text())

    def _fail(self, error: PressDeskError) -> None:
        self._found = Found()
        self.finder.show_rows([], str(error))

    def _take(self, place: Place) -> None:
        if place == ALL or place.id is None:
            self._show_log(self.finder.line.text())
        else:
            self.finder.leave()
            self.taken.emit(place.kind, place.id)

    def _show_log(self, words: str) -> None:
        self.finder.leave()
        self.log_requested.emit(words)
