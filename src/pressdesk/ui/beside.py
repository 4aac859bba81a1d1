"""The place at the right of a page where one enquiry stands open."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.bootstrap import Services
from pressdesk.ui.acts import Act
from pressdesk.ui.page import Page
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Tools

if TYPE_CHECKING:
    from pressdesk.ui.enquiry.panel import EnquiryPanel

_LEAST = 380  # logical pixels
_LEAST_EM = 22.5  # room for the names of the tabs in a large text


class Beside(QWidget):
    """Holds the panel of an enquiry, made when one is first asked for.

    It shows beside the pages that allow it. ``made`` when it stands there for the first time,
    ``closed`` when the person has put it away.
    """

    made = Signal()
    closed = Signal()

    def __init__(self, services: Services, tools: Tools) -> None:
        super().__init__()
        self._services, self._tools = services, tools
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._take_room()
        tools.theme.changed.connect(self._take_room)
        self._page_allows = False
        self.hide()

    def stand_by(self, page: Page) -> None:
        """Show or hide as the page in sight allows."""
        self._page_allows = page.beside
        self._settle()

    def show_enquiry(self, enquiry_id: int, tab: str, *, enter: bool) -> None:
        """Open an enquiry at one of its tabs, with ``enter`` to work in it."""
        first = "_panel" not in vars(self)
        self._panel.show_enquiry(enquiry_id, tab, enter=enter)
        self._settle()
        if first:
            self.made.emit()

    def shows(self, enquiry_id: int) -> bool:
        """Say whether this enquiry is the one in sight."""
        return self.isVisible() and self._panel.enquiry_id == enquiry_id

    def acts(self) -> tuple[Act, ...]:
        """Return what can be done with the enquiry in sight besides its buttons."""
        return self._panel.acts() if self.isVisible() else ()

    def put_away(self) -> None:
        """Close the enquiry in sight; what is typed in it is kept."""
        self._panel.clear()
        self._put_away()

    def _take_room(self) -> None:
        self.setMinimumWidth(max(_LEAST, current().px(_LEAST_EM)))

    def _settle(self) -> None:
        self.setVisible(self._page_allows and self._is_open())

    def _is_open(self) -> bool:
        return "_panel" in vars(self) and self._panel.enquiry_id is not None

    @cached_property
    def _panel(self) -> "EnquiryPanel":
        from pressdesk.ui.enquiry.panel import EnquiryPanel

        panel = EnquiryPanel(self._services, self._tools)
        panel.closed.connect(self._put_away)
        self._column.addWidget(panel)
        return panel

    def _put_away(self) -> None:
        self.hide()
        self.closed.emit()
