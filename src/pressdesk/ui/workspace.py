"""One open office and the person at its desk: banner, pages, the enquiry beside them."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.duty_packs import DutyPack
from pressdesk.domain.local_time import zone_named
from pressdesk.domain.office import Office
from pressdesk.domain.reminders import About, Reminder
from pressdesk.services.office import Watch
from pressdesk.ui.acts import ENQUIRY, TOOLS, Act
from pressdesk.ui.banner import COPY_KEY, LOG_KEY, Banner
from pressdesk.ui.beside import Beside
from pressdesk.ui.feed_watch import FeedWatch
from pressdesk.ui.kit import Tone
from pressdesk.ui.kit.on_screen import in_front
from pressdesk.ui.kit.stack import Stack
from pressdesk.ui.log_windows import RESUME_KEY, LogWindows
from pressdesk.ui.messages import Messages
from pressdesk.ui.navigation import Navigation
from pressdesk.ui.notices import Notices
from pressdesk.ui.page import Badge, Page
from pressdesk.ui.pages import FIRST, HOME_OF_ENQUIRIES, PAGES, SEARCHED, TAKES_DROPS, keys
from pressdesk.ui.releases.lifting import LiftWatch
from pressdesk.ui.reminding import Reminding
from pressdesk.ui.report_watch import ReportWatch
from pressdesk.ui.search.box import SEARCH_KEY
from pressdesk.ui.search.searching import Searching
from pressdesk.ui.status_bar import StatusBar
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Behind, Message, Tools

if TYPE_CHECKING:
    from pressdesk.ui.duty_pack.window import DutyPackWindow

DUTY_KEY = "Ctrl+Shift+D"
ROOMY = 84
"""The width, in em, below which the pages are told by their icons alone."""
PANEL_SHARE = 0.36
"""How much of the width the enquiry takes at first; the person may drag it."""


class Workspace(QWidget):
    """Shows pages as they are asked for. ``acts_changed`` when the menus must offer others."""

    acts_changed = Signal()
    person_change_requested = Signal()

    def __init__(self, services: Services, tools: Tools, office: Office) -> None:
        super().__init__()
        self.services, self.tools = services, tools
        self._pages: dict[str, Page] = {}
        self._shown = ""
        self._warned: set[str] = set()
        self._duty_pack: DutyPackWindow | None = None
        self._is_pack = False
        self._build(office)
        self._arrange()
        self._connect()
        self.show_page(FIRST)
        self.log_windows.offer_drafts()

    def show_page(self, name: str) -> Page:
        """Show a page, built when it is shown first, and return it."""
        page = self._pages.get(name) or self._make(name)
        if name != self._shown:
            self._shown = name
            self._stack.setCurrentWidget(page)
            self._stack.updateGeometry()
            self._navigation.show_page(name)
            self._beside.stand_by(page)
            self.acts_changed.emit()
        return page

    def page(self) -> Page:
        """Return the page that is shown."""
        return self._pages[self._shown]

    def show_pack(self, pack: DutyPack) -> None:
        """Mark everything as a duty pack, in which no other is made or merged."""
        self._is_pack = True
        self.status.show_pack(pack)

    def open_duty_pack(self) -> "DutyPackWindow":
        """Open the window that makes and merges duty packs, or bring it to the front."""
        from pressdesk.ui.duty_pack.window import DutyPackWindow

        if self._duty_pack is None or not isValid(self._duty_pack):
            self._duty_pack = DutyPackWindow(self.services, self.tools)
        self._duty_pack.show()
        self._duty_pack.activateWindow()
        self._duty_pack.setFocus()
        return self._duty_pack

    def leave(self) -> None:
        """Put away the windows that belong to this office; drafts are kept."""
        if self._duty_pack is not None and isValid(self._duty_pack):
            self._duty_pack.close()
        self._notices.put_away()
        self.log_windows.close_all()

    def search(self) -> None:
        """Open the search over the box in the banner."""
        self.searching.open_at(self.banner.mapTo(self, self.banner.search_corner()))

    def acts(self) -> tuple[Act, ...]:
        """Return what the menus offer for this office and the page shown."""
        pages = tuple(
            Act(entry.menu, entry.title, partial(self._go, entry.name), keys(entry))
            for entry in PAGES
        )
        duty = Act(TOOLS, "Duty pack…", self.open_duty_pack, DUTY_KEY)
        return (
            Act(ENQUIRY, "Log enquiry…", self.log_windows.open_new, LOG_KEY),
            Act(ENQUIRY, "Resume unfinished enquiries", self.log_windows.resume_all, RESUME_KEY),
            Act(ENQUIRY, "Search everything", self.search, SEARCH_KEY),
            *pages,
            Act(TOOLS, "Copy the live number", self.banner.copy_number, COPY_KEY, apart=True),
            *(() if self._is_pack else (duty,)),
            *self.page().acts(),
            *self._beside.acts(),
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc put the enquiry away from the page beside it too."""
        if event.key() == Qt.Key.Key_Escape and self._beside.isVisible():
            self._beside.put_away()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._navigation.set_compact(self.width() < current().px(ROOMY))

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.show_page(TAKES_DROPS).take_drop(event.mimeData())

    def _build(self, office: Office) -> None:
        self.setAcceptDrops(True)
        services, tools = self.services, self.tools
        self.banner = Banner(services, tools)
        self.messages = Messages(tools.ticker)
        self.status = StatusBar(services, tools, office)
        self._notices = Notices(self, tools, self.messages)
        self.reminding = Reminding(services, tools, self._in_sight, self._notices, self)
        self._navigation = Navigation()
        self._stack = Stack()
        self._beside = Beside(services, tools)
        self.log_windows = LogWindows(services, tools, self)
        self._lifting = LiftWatch(services, tools, self)
        self.feed_watch = FeedWatch(services, tools, self)
        self.report_watch = ReportWatch(services, tools, self)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(self._stack)
        self._split.addWidget(self._beside)
        self._split.setChildrenCollapsible(False)
        self._split.setStretchFactor(0, 1)
        self.searching = Searching(services, tools, zone_named(office.zone), self)

    def _arrange(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.messages)
        middle.addWidget(self._split, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._navigation)
        row.addLayout(middle, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addLayout(row, 1)
        column.addWidget(self.status)

    def _connect(self) -> None:
        navigator = self.tools.navigator
        navigator.said.connect(self.messages.say)
        navigator.page_requested.connect(self._go)
        navigator.enquiry_requested.connect(self._open_enquiry)
        navigator.answer_requested.connect(self._answer)
        navigator.release_requested.connect(self._open_release)
        navigator.line_to_take_requested.connect(self._open_line_to_take)
        navigator.journalist_requested.connect(self._open_journalist)
        navigator.behind_requested.connect(self._show_behind)
        navigator.resume_requested.connect(self.log_windows.resume)
        navigator.log_enquiry_requested.connect(self.log_windows.open_new)
        navigator.found_requested.connect(self._open_found)
        navigator.log_search_requested.connect(self._search_log)
        for wish in (
            navigator.page_requested,
            navigator.enquiry_requested,
            navigator.answer_requested,
            navigator.release_requested,
            navigator.line_to_take_requested,
            navigator.journalist_requested,
            navigator.found_requested,
            navigator.log_search_requested,
        ):
            wish.connect(self._come_forward)
        self.log_windows.answer_requested.connect(self._answer)
        self.log_windows.reminded.connect(self.messages.remind)
        self._lifting.lifted.connect(self.messages.remind)
        self.feed_watch.told.connect(self.messages.remind)
        self.report_watch.told.connect(self.messages.remind)
        self._beside.made.connect(self._share_width)
        self._beside.closed.connect(self._focus_page)
        self._navigation.chosen.connect(self.show_page)
        self.banner.log_requested.connect(self.log_windows.open_new)
        self.banner.copy_requested.connect(self._copy)
        self.banner.search_requested.connect(self.search)
        self.searching.taken.connect(self._open_found)
        self.searching.log_requested.connect(self._search_log)
        self.banner.watched.connect(self._remind)
        self.status.counted.connect(self._show_count)
        self.status.person_change_requested.connect(self.person_change_requested)

    def _come_forward(self, *_where: object) -> None:
        """Show the window to whoever asks for something in it, from a window before it."""
        window = self.window()
        if not in_front(self):
            if window.isMinimized():
                window.showNormal()
            window.raise_()
            window.activateWindow()

    def _make(self, name: str) -> Page:
        entry = next(entry for entry in PAGES if entry.name == name)
        page = entry.make(self.services, self.tools)
        self._pages[name] = page
        self._stack.addWidget(page)
        page.badge_changed.connect(partial(self._navigation.set_badge, name))
        page.refresh()
        return page

    def _go(self, name: str) -> None:
        self.show_page(name).focus_first()

    def _focus_page(self) -> None:
        self.page().focus_first()

    def _open_enquiry(self, enquiry_id: int) -> None:
        """Show an enquiry; asked for again while it is in sight, lead into it."""
        self._show_beside(enquiry_id, "enquiry", enter=self._beside.shows(enquiry_id))

    def _answer(self, enquiry_id: int) -> None:
        self._show_beside(enquiry_id, "response", enter=True)

    def _show_beside(self, enquiry_id: int, tab: str, *, enter: bool) -> None:
        if not self.page().beside:
            self.show_page(HOME_OF_ENQUIRIES)
        self.page().mark(enquiry_id)
        self._beside.show_enquiry(enquiry_id, tab, enter=enter)

    def _share_width(self) -> None:
        panel = round(self._split.width() * PANEL_SHARE)
        self._split.setSizes([self._split.width() - panel, panel])

    def _open_release(self, release_id: int) -> None:
        self.show_page("releases").open_item(release_id)

    def _open_line_to_take(self, line_id: int) -> None:
        self.show_page("lines_to_take").open_item(line_id)

    def _open_journalist(self, journalist_id: int) -> None:
        self.show_page("contacts").open_item(journalist_id)

    def _open_outlet(self, outlet_id: int) -> None:
        self.show_page("contacts").open_other(outlet_id)

    def _show_behind(self, behind: Behind) -> None:
        self.show_page(SEARCHED).show_behind(behind)
        self.page().focus_first()

    def _open_saved_filter(self, filter_id: int) -> None:
        self.show_page(SEARCHED).open_other(filter_id)

    def _copy(self, number: str) -> None:
        QGuiApplication.clipboard().setText(number)
        self.messages.say(Message(f"Copied {number}."))

    def _search_log(self, words: str) -> None:
        self.show_page(SEARCHED).search(words)
        self.page().focus_first()

    def _open_found(self, kind: str, found_id: int) -> None:
        """Go to what was found, and into it."""
        if kind == "enquiry":
            self._show_beside(found_id, "enquiry", enter=True)
            return
        openers = {
            "release": self._open_release,
            "line_to_take": self._open_line_to_take,
            "journalist": self._open_journalist,
            "outlet": self._open_outlet,
            "saved_filter": self._open_saved_filter,
        }
        openers[kind](found_id)
        self.page().focus_first()

    def _remind(self, watch: Watch) -> None:
        """Say each warning once; the banner reads them again each hour."""
        for sentence in watch.warnings:
            if sentence not in self._warned:
                self._warned.add(sentence)
                self.messages.remind(Message(sentence, Tone.WARNING))

    def _in_sight(self, reminder: Reminder) -> bool:
        """Say whether the person sees now what a reminder is about."""
        enquiry_id = reminder.thing.enquiry_id
        if not in_front(self):
            return False
        if enquiry_id is None:  # the strip has said it when the office was opened
            return reminder.thing.about is About.HOLIDAYS
        return self._beside.shows(enquiry_id) or self.page().shows(enquiry_id)

    def _show_count(self, total: int) -> None:
        self._navigation.set_badge("log", Badge(f"{total:,}", "neutral", f"{total:,} enquiries"))
