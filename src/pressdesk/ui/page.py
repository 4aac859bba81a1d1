"""What the window knows of a page: a title, a key, and when it must look again."""

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QWidget

from pressdesk.bootstrap import Services
from pressdesk.ui.acts import Act
from pressdesk.ui.bus import Changed
from pressdesk.ui.tools import Behind, Tools


@dataclass(frozen=True)
class Badge:
    """A short count beside a page's name; ``role`` is its colour, ``words`` say what it counts."""

    text: str
    role: str
    words: str


class Page(QWidget):
    """One page of the main window.

    ``watches`` are the tables whose changes make it refresh; ``beside`` says that the panel of
    one enquiry may stand at its right.
    """

    title: ClassVar[str]
    icon: ClassVar[str]
    watches: ClassVar[frozenset[str]] = frozenset()
    beside: ClassVar[bool] = False

    badge_changed = Signal(object)

    def __init__(self, services: Services, tools: Tools) -> None:
        super().__init__()
        self.services = services
        self.tools = tools
        self.setObjectName("page")
        tools.bus.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read again what the page shows, off the GUI thread. Called first when shown first."""

    def focus_first(self) -> None:
        """Put the focus where a press officer would start."""
        self.setFocus()

    def acts(self) -> tuple[Act, ...]:
        """Return the acts that the menus offer while this page is shown, with their keys."""
        return ()

    def search(self, words: str) -> None:
        """Show what holds ``words`` as they are typed elsewhere; the focus stays where it is."""

    def show_behind(self, behind: Behind) -> None:
        """Show exactly the enquiries that a figure of a report counts."""

    def open_item(self, item_id: int) -> None:
        """Show one thing of this page: the release, the journalist with this id."""

    def mark(self, enquiry_id: int) -> None:
        """Mark the row of the enquiry that is shown beside."""

    def open_other(self, item_id: int) -> None:
        """Show one thing of the page's other kind: the outlet with this id."""

    def shows(self, enquiry_id: int) -> bool:  # noqa: ARG002 - for pages with rows
        """Say whether the row of an enquiry is in sight."""
        return False

    def take_drop(self, dropped: QMimeData) -> None:
        """Take in what was dropped on the window, files or links."""

    def _on_changed(self, changed: Changed) -> None:
        if changed.tables & self.watches:
            self.refresh()
