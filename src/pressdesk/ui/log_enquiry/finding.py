"""Searching everything, and every act by its words, over the window in which one logs."""

from collections.abc import Sequence
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from pressdesk.bootstrap import Services
from pressdesk.ui.acts import Act
from pressdesk.ui.pages import PAGES
from pressdesk.ui.palette import Palette, offered
from pressdesk.ui.search.searching import Searching
from pressdesk.ui.tools import Tools


class Finding:
    """Both open over a window, beneath ``top``, and are made when they are first asked for.

    What is found opens in the main window, so that what was typed in this one stays.
    """

    def __init__(self, services: Services, tools: Tools) -> None:
        self._services, self._tools = services, tools
        self.searching: Searching | None = None
        self.palette: Palette | None = None

    def search(self, over: QWidget, top: int, zone: ZoneInfo) -> None:
        """Open the search."""
        if self.searching is None:
            self.searching = Searching(self._services, self._tools, zone, over)
            self.searching.taken.connect(self._tools.navigator.found_requested)
            self.searching.log_requested.connect(self._tools.navigator.log_search_requested)
        self.searching.finder.open_in_the_middle(top)

    def list_acts(self, over: QWidget, top: int, acts: Sequence[Act]) -> None:
        """List ``acts``, what the buttons in sight do, and the pages of the main window."""
        self.palette = self.palette or Palette(over)
        go = self._tools.navigator.page_requested.emit
        pages = (Act(entry.menu, entry.title, partial(go, entry.name)) for entry in PAGES)
        self.palette.open(offered((*acts, *pages), over), top)
