"""The panel of one enquiry, at the right of the desk, the log and the contacts."""

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.errors import NotFound, PressDeskError
from pressdesk.ui.acts import UNLISTED, Act
from pressdesk.ui.bus import Changed
from pressdesk.ui.enquiry.enquiry_tab import EnquiryTab
from pressdesk.ui.enquiry.head import Head
from pressdesk.ui.enquiry.releases_tab import ReleasesTab
from pressdesk.ui.enquiry.response_tab import ResponseTab
from pressdesk.ui.enquiry.tab import Tab, bind
from pressdesk.ui.enquiry.timeline_tab import TimelineTab
from pressdesk.ui.enquiry.view import View, load
from pressdesk.ui.kit import EmptyState, GrowingLabel, Look, Tone
from pressdesk.ui.kit.restyle import set_property
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Message, Tools

WATCHES = frozenset(
    {
        *("enquiry", "question", "decision", "answer", "note", "attachment"),
        *(
            "enquiry_topic",
            "enquiry_release",
            "journalist",
            "outlet",
            "promise",
            "target",
            "informed",
        ),
        *("line_to_take", "line_version", "enquiry_line_to_take"),
        *("clearance", "clearance_step", "clearance_template"),
        *("staff", "topic", "outcome", "office", "release"),
    }
)
TABS = ("enquiry", "response", "releases", "timeline")


class EnquiryPanel(QWidget):
    """Shows one enquiry and refreshes as it changes. ``closed`` when Esc put it away."""

    closed = Signal()

    def __init__(self, services: Services, tools: Tools) -> None:
        super().__init__()
        self._services, self._tools = services, tools
        self._wanted: int | None = None
        self._view: View | None = None
        self._entering = False
        self._counts: dict[int, int] = {}
        self._build()
        self._arrange()
        self._connect()
        self._show_anything(anything=False)

    @property
    def enquiry_id(self) -> int | None:
        """The enquiry shown or about to be shown."""
        return self._wanted

    def show_enquiry(self, enquiry_id: int, tab: str = "enquiry", *, enter: bool = False) -> None:
        """Show an enquiry on one of TABS, with ``enter`` to work in it.

        What was typed for another is kept.
        """
        self._wanted, self._entering = enquiry_id, enter
        self._go_to(TABS.index(tab))
        self.refresh()

    def clear(self) -> None:
        """Show no enquiry; what was typed is kept."""
        self._wanted = self._view = None
        for tab in (self.enquiry, self.response):
            tab.leave()
        self._show_anything(anything=False)

    def refresh(self) -> None:
        """Read the enquiry again, off the GUI thread."""
        if self._wanted is not None:
            work = partial(load, self._services, self._wanted)
            self._tools.runner.run(self, work, self._on_loaded, self._on_failed, key="enquiry")

    def focus_first(self) -> None:
        """Put the focus where one would start on the tab shown."""
        self._tabs()[self._bar.currentIndex()].focus_first()

    def acts(self) -> tuple[Act, ...]:
        """Return the acts that have a key and no button."""
        tabs = (self._to_enquiry, self._to_response, self._to_releases, self._to_timeline)
        return (
            *(
                Act(UNLISTED, f"{name.capitalize()} tab", act, f"Alt+{number}")
                for number, (name, act) in enumerate(zip(TABS, tabs, strict=True), 1)
            ),
            *(self.enquiry.acts.unlisted() if self._bar.currentIndex() == 0 else ()),
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._view is not None and event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        if len(paths) < len(urls):
            sentence = "Only files from this computer can be dropped. Save it first, then drop it."
            self._tools.navigator.say(Message(sentence, Tone.WARNING))
        self.enquiry.files.add(paths)
        event.acceptProposedAction()

    def _build(self) -> None:
        self.setProperty("surface", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Enquiry")
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        home = (self._services, self._tools)
        self.head = Head()
        self._bar = QTabBar()
        for number, name in enumerate(TABS, 1):
            self._bar.addTab(name.capitalize())
            self._bar.setTabToolTip(number - 1, f"{name.capitalize()} (Alt+{number})")
        self._bar.setUsesScrollButtons(False)
        self._bar.setElideMode(Qt.TextElideMode.ElideRight)
        self._bar.setAccessibleName("Parts of the enquiry")
        self._keys = GrowingLabel("Alt 1–4", Look.SECONDARY)
        self._keys.setWordWrap(False)
        self.enquiry, self.response = EnquiryTab(*home), ResponseTab(*home)
        self.releases, self.timeline = ReleasesTab(*home), TimelineTab(*home)
        self._stack = QStackedWidget()
        self._empty = EmptyState("info", "No enquiry is open here.", "Choose one from the list.")

    def _tabs(self) -> tuple[Tab, ...]:
        return (self.enquiry, self.response, self.releases, self.timeline)

    def _arrange(self) -> None:
        px = current().px
        bar = QHBoxLayout()
        bar.addWidget(self._bar, 1)
        bar.addWidget(self._keys)
        self._top = QWidget()
        top = QVBoxLayout(self._top)
        top.setContentsMargins(px(1.2), px(1.2), px(1.2), 0)
        top.setSpacing(px(0.6))
        top.addWidget(self.head)
        top.addLayout(bar)
        for tab in self._tabs():
            self._stack.addWidget(tab)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addWidget(self._stack, 1)
        column.addWidget(self._empty, 1)

    def _connect(self) -> None:
        self._tools.bus.changed.connect(self._on_changed)
        self._tools.ticker.ticked.connect(self._on_ticked)
        self._bar.currentChanged.connect(self._stack.setCurrentIndex)
        for number, act in enumerate(
            (self._to_enquiry, self._to_response, self._to_releases, self._to_timeline), 1
        ):
            # From the page beside it too: these keys lead into the panel.
            bind(f"Alt+{number}", self, act).setContext(Qt.ShortcutContext.WindowShortcut)
        for tab in self._tabs():
            tab.line_wanted.connect(self._answer_with)
        bind("Ctrl+Tab", self, self._to_next)
        bind("Ctrl+Shift+Tab", self, self._to_last)

    def _show_anything(self, *, anything: bool) -> None:
        for widget in (self._top, self._stack):
            widget.setVisible(anything)
        self._empty.setVisible(not anything)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_tabs()

    def _fit_tabs(self) -> None:
        """Make the names of the tabs fit: closer first, then without their counts."""
        room = self.width() - 2 * current().px(1.2)
        for narrow, counted in ((False, True), (True, True), (True, False)):
            set_property(self._bar, "narrow", narrow)
            for number, name in enumerate(TABS):
                count = f" {self._counts[number]}" if counted and number in self._counts else ""
                self._bar.setTabText(number, name.capitalize() + count)
            left = room - self._bar.sizeHint().width()
            if left >= 0:
                break
        self._keys.setVisible(self._keys.sizeHint().width() + current().px(0.6) < left)

    def _on_changed(self, changed: Changed) -> None:
        if changed.tables & WATCHES:
            self.refresh()

    def _on_ticked(self, now: datetime) -> None:
        if self._view is not None:
            self.enquiry.tick(now)
            self.releases.tick(now)
            self.response.tick(now)
            self.head.show_view(self._view, now)

    def _on_loaded(self, view: View) -> None:
        if view.id != self._wanted:
            return
        self._view = view
        at_work = self._has_focus()
        self.head.show_view(view, self._tools.clock.now())
        for tab in self._tabs():
            tab.show_view(view)
        self._counts = {2: len(view.enquiry.releases), 3: len(view.story)}
        self._fit_tabs()
        self._show_anything(anything=True)
        if self._entering or (at_work and not self._has_focus()):
            self._entering = False
            self.focus_first()

    def _has_focus(self) -> bool:
        # Qt gives none while nothing has the focus, whatever its stubs say.
        focused: QWidget | None = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _on_failed(self, error: PressDeskError) -> None:
        """Say it; the panel stays, with what is being typed, when the file is busy for a moment."""
        if isinstance(error, NotFound):
            self.clear()
        self._tools.navigator.say(Message(str(error), Tone.WARNING))

    def _go_to(self, number: int) -> None:
        self._bar.setCurrentIndex(number)

    def _turn(self, number: int) -> None:
        self._go_to(number % len(TABS))
        self.focus_first()

    def _answer_with(self, line_id: int) -> None:
        self._go_to(TABS.index("response"))
        self.response.use_line(line_id)

    def _to_enquiry(self) -> None:
        self._turn(0)

    def _to_response(self) -> None:
        self._turn(1)

    def _to_releases(self) -> None:
        self._turn(2)

    def _to_timeline(self) -> None:
        self._turn(3)

    def _to_next(self) -> None:
        self._turn(self._bar.currentIndex() + 1)

    def _to_last(self) -> None:
        self._turn(self._bar.currentIndex() - 1)
