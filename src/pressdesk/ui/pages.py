"""The pages of the window, in their order. This is the only place that knows them by name.

A page is imported when it is first shown, so that the window opens before the pages are read.
"""

from dataclasses import dataclass
from importlib import import_module
from typing import cast

from pressdesk.bootstrap import Services
from pressdesk.ui.acts import RELEASES, TOOLS, VIEW
from pressdesk.ui.page import Page
from pressdesk.ui.tools import Tools


@dataclass(frozen=True)
class PageEntry:
    """One page: its name in the program, its words, its icon, where its class is, its menu."""

    name: str
    title: str
    icon: str
    where: str
    menu: str = VIEW
    apart: bool = False

    def make(self, services: Services, tools: Tools) -> Page:
        """Build the page."""
        module, _, name = self.where.partition(":")
        return cast("Page", getattr(import_module(module), name)(services, tools))


PAGES = (
    PageEntry("desk", "Desk", "desk", "pressdesk.ui.desk.page:DeskPage"),
    PageEntry("log", "Log", "log", "pressdesk.ui.log.page:LogPage"),
    PageEntry(
        "releases", "Releases", "release", "pressdesk.ui.releases.page:ReleasesPage", RELEASES
    ),
    PageEntry(
        "lines_to_take",
        "Lines to take",
        "line_to_take",
        "pressdesk.ui.lines_to_take.page:LinesToTakePage",
        RELEASES,
    ),
    PageEntry("contacts", "Contacts", "contacts", "pressdesk.ui.contacts.page:ContactsPage"),
    PageEntry("rota", "Rota", "rota", "pressdesk.ui.rota.page:RotaPage"),
    PageEntry("handover", "Handover", "handover", "pressdesk.ui.handover.page:HandoverPage"),
    PageEntry("reports", "Reports", "report", "pressdesk.ui.reports.page:ReportsPage"),
    PageEntry(
        "settings", "Settings", "settings", "pressdesk.ui.settings.page:SettingsPage", TOOLS, True
    ),
)
"""``apart`` puts a page at the foot of the list at the left."""

FIRST, SEARCHED, HOME_OF_ENQUIRIES, TAKES_DROPS = "desk", "log", "log", "releases"
"""The page shown first, the one that searches, the one beside which any enquiry may stand, and
the one for what is dropped on the window."""


def keys(entry: PageEntry) -> str:
    """Return the keys that lead to a page: “Ctrl+1”, and “Ctrl+,” for Settings as elsewhere."""
    key = f"Ctrl+{PAGES.index(entry) + 1}"
    return f"Ctrl+,; {key}" if entry.name == "settings" else key


def key_of(name: str) -> str:
    """Return the key that leads to a page, by its name."""
    return keys(next(entry for entry in PAGES if entry.name == name))
