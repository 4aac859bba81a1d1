"""Releases: the list at the left, the release itself at the right."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QMimeData, Qt, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.contacts import counted
from pressdesk.domain.embargo import mark_said
from pressdesk.domain.local_time import zone_named
from pressdesk.domain.releases import ReleaseParts
from pressdesk.errors import PressDeskError
from pressdesk.intake.web import only_address
from pressdesk.services.releases import TakenIn
from pressdesk.storage.releases import Release, ReleaseSummary
from pressdesk.ui.acts import RELEASES, UNLISTED, Act
from pressdesk.ui.kit import (
    ChipLook,
    EmptyState,
    FindBox,
    KeyButton,
    Kind,
    PageHeader,
    Tone,
    one_line,
)
from pressdesk.ui.kit.entries import Entry, EntryList
from pressdesk.ui.page import Page
from pressdesk.ui.releases.adding import Added, Given, given_in
from pressdesk.ui.releases.arrivals import Arrivals
from pressdesk.ui.releases.embargo_bar import LEDGER_KEY
from pressdesk.ui.releases.ledger import BROKEN_KEY
from pressdesk.ui.releases.pane import ReleasePane
from pressdesk.ui.releases.passages import day_printed
from pressdesk.ui.releases.paste import PastePanel
from pressdesk.ui.releases.reader import COPIES
from pressdesk.ui.releases.report import ReportPanel
from pressdesk.ui.releases.sheets import Sheets
from pressdesk.ui.releases.workings import Workings
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Message, Tools

_LIST_SHARE, _WORK_SHARE = 0.25, 0.44  # of the page's width
_ECHOED = 40  # characters of the words searched for
_PREVIEWED = 60_000  # characters; twice the longest release we know, set anew at each key
KINDS = "Releases (*.txt *.md *.html *.htm *.docx *.pdf *.xml *.rss *.atom *.csv)"
_NONE_YET = (
    "No releases yet",
    "Paste the text of a release (Ctrl+V), add files (Ctrl+Shift+O), or drag them here.",
)
_NONE_FOUND = ("No release holds these words", "Try fewer words, or only the start of one.")


class ReleasesPage(Page):
    """The office's releases: searched, read, copied from, added."""

    title = "Releases"
    icon = "release"
    watches = frozenset({"release", "enquiry_release"})

    def __init__(self, services: Services, tools: Tools) -> None:
        super().__init__(services, tools)
        self._wanted: int | None = None
        self._entering = False
        self._found: tuple[ReleaseSummary, ...] = ()
        self.setAcceptDrops(True)
        self._build()
        self._arrange()
        self._connect()

    @override
    def refresh(self) -> None:
        work = partial(self.services.releases.listed, self._search.text())
        self.tools.runner.run(self, work, self._show_list, key="list")

    @override
    def focus_first(self) -> None:
        self._list.setFocus()

    @override
    def open_item(self, item_id: int) -> None:
        """Show one release, whatever was searched for before, ready to be read and copied from."""
        self._wanted = item_id
        self._search.clear()
        self._sheets.set_aside()
        if not self._at_list():
            self._workings.leave()
        self._entering = True
        self.refresh()

    @override
    def acts(self) -> tuple[Act, ...]:
        """Return the acts; the menu only shows the single letters, keys of list and release."""
        return (
            *self._copying(),
            Act(RELEASES, "Paste a release", self._start_paste, apart=True),
            Act(RELEASES, "Add from file…", self._choose_files),
            Act(RELEASES, "Versions\tV", self._workings.start_versions, apart=True),
            Act(RELEASES, "Correct\tE", self._workings.start_correcting),
            Act(RELEASES, "Show the original\tO", self._workings.show_original),
            Act(RELEASES, "Save the original as…\tS", self._workings.save_original),
            Act(RELEASES, "Embargo and holders", self._pane.toggle_ledger, LEDGER_KEY, apart=True),
            Act(RELEASES, "Embargo broken", self._pane.tell_broken, BROKEN_KEY),
        )

    def _copying(self) -> tuple[Act, ...]:
        """Return what the single letters copy while a release that is kept is read."""
        reading = self._at_list() and self._right.currentWidget() is self._pane
        return tuple(
            Act(UNLISTED, f"{words}\t{key}", partial(self._reader.copy_by_key, key))
            for words, key in (COPIES if reading else ())
        )

    def add_files(self, paths: Sequence[Path]) -> None:
        """Take in files and folders, away from the window's thread."""
        self._arrivals.take_in(Given(tuple(paths)))

    @override
    def take_drop(self, dropped: QMimeData) -> None:
        if given := given_in(dropped):
            self._arrivals.take_in(given)

    def _build(self) -> None:
        self._header = PageHeader(self.title)
        self._paste_button = KeyButton("Paste a release", Kind.SECONDARY, "Ctrl+V")
        self._file_button = KeyButton("Add from file", Kind.SECONDARY, "Ctrl+Shift+O")
        self._search = FindBox("Find in releases")
        self._find = QShortcut(QKeySequence.StandardKey.Find, self)
        self._list = EntryList("Releases")
        self._paste = PastePanel()
        self._arrivals = Arrivals(self.services, self.tools, self)
        self._sheets = Sheets(self.services, self.tools, self)
        self._report = ReportPanel(self.tools)
        self._pane = ReleasePane(self.services, self.tools)
        self._reader = self._pane.reader
        self._empty = EmptyState("release", *_NONE_YET, "Paste a release", "Ctrl+V")
        self._left, self._right = QStackedWidget(), QStackedWidget()
        stacks = self._left, self._right
        self._workings = Workings(self._pane, self.services, self.tools, stacks)

    def _arrange(self) -> None:
        self._header.add_action(self._file_button)
        self._header.add_action(self._paste_button)
        finder = QWidget()
        column = QVBoxLayout(finder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(0.6))
        column.addWidget(self._search)
        column.addWidget(self._list, 1)
        for widget in (finder, self._paste, self._sheets.form):
            self._left.addWidget(widget)
        for widget in (self._empty, self._pane, self._sheets.table, self._report):
            self._right.addWidget(widget)
        self._left.setContentsMargins(0, 0, current().px(0.9), 0)
        self._right.setContentsMargins(current().px(0.9), 0, 0, 0)
        self._splitter = QSplitter()
        self._splitter.addWidget(self._left)
        self._splitter.addWidget(self._right)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 7)
        page = QVBoxLayout(self)
        page.setContentsMargins(*(current().px(e) for e in (1.3, 1.1, 1.3, 0.8)))
        page.setSpacing(current().px(0.8))
        page.addWidget(self._header)
        page.addWidget(self._arrivals.strip)
        page.addWidget(self._splitter, 1)

    def _connect(self) -> None:
        self._search.textChanged.connect(self.refresh)
        self._search.left.connect(self._list.setFocus)
        self._find.activated.connect(self._search.setFocus)
        self._list.chosen.connect(self._load)
        self._list.opened.connect(self._read)
        self._list.typed.connect(self._reader.copy_by_key)
        self._file_button.clicked.connect(self._choose_files)
        self._paste_button.clicked.connect(self._start_paste)
        self._empty.action_requested.connect(self._start_paste)
        self._pane.left.connect(self._list.setFocus)
        self.tools.ticker.ticked.connect(self._tick)
        self._paste.changed.connect(self._preview)
        self._paste.accepted.connect(self._add_text)
        self._paste.left.connect(self._go_back)
        self._arrivals.added.connect(self._on_added)
        self._sheets.asked.connect(self._ask_columns)
        self._sheets.settled.connect(self._go_back)
        self._sheets.chosen.connect(self._arrivals.take_in_sheet)
        self._report.left.connect(self._go_back)
        self._workings.ended.connect(self._go_back)
        self._left.currentChanged.connect(self._share_room)

    def _show_list(self, found: tuple[ReleaseSummary, ...]) -> None:
        wanted, self._wanted = self._wanted, None
        searched = self._search.text().strip()
        self._header.set_subtitle(_how_many(len(found), searched) if found or searched else "")
        self._found = found
        now = self.tools.clock.now()
        self._list.set_entries([_entry(release, now) for release in found], wanted)
        if not found and self._at_list():
            self._empty.set_words(*(_NONE_FOUND if searched else _NONE_YET))
            self._right.setCurrentWidget(self._empty)

    @Slot(int)
    def _load(self, release_id: int) -> None:
        work = partial(_load, self.services, release_id)
        self.tools.runner.run(self, work, self._show, key="show")

    def _show(self, loaded: tuple[Release, ZoneInfo]) -> None:
        release, zone = loaded
        if self._at_list():
            self._workings.read(release)
            self._pane.show_release(release, zone)
            self._right.setCurrentWidget(self._pane)
        if self._entering:
            self._entering = False
            self._reader.setFocus()

    def _tick(self, now: datetime) -> None:
        """Count down to the ends of embargoes in the list."""
        self._list.tell([_entry(release, now) for release in self._found])

    @Slot(int)
    def _read(self, _release_id: int) -> None:
        self._reader.setFocus()

    @Slot()
    def _choose_files(self) -> None:
        dialog = QFileDialog(self, "Add releases from files")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([KINDS, "All files (*)"])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._add_chosen)
        dialog.open()

    @Slot(list)
    def _add_chosen(self, names: list[str]) -> None:
        self.add_files([Path(name) for name in names])

    @Slot(object)
    def _on_added(self, added: Added) -> None:
        if self._is_pasting() and added.refused and not added.came:
            self._paste.show_problem(added.sentence())
            return
        if sentence := added.sentence():
            tone = Tone.WARNING if added.refused else Tone.INFO
            read = partial(self._show_report, added.report())
            worth = added.worth_reading()
            said = Message(sentence, tone, "Read the report", read) if worth else None
            self.tools.navigator.say(said or Message(sentence, tone))
        if added.came and not self._sheets.asking():
            self.open_item(added.came[-1].id)
        self._sheets.ask(added.sheets)

    def _show_report(self, words: str) -> None:
        self._right.setCurrentWidget(self._report)
        self._report.show_report(words)

    @Slot()
    def _ask_columns(self) -> None:
        self._left.setCurrentWidget(self._sheets.form)
        self._right.setCurrentWidget(self._sheets.table)

    @Slot()
    def _start_paste(self) -> None:
        self._left.setCurrentWidget(self._paste)
        self._pane.preview(ReleaseParts("The release will be shown here as you paste it"))
        self._right.setCurrentWidget(self._pane)
        self._paste.start(QGuiApplication.clipboard().text())

    @Slot()
    def _go_back(self) -> None:
        """Put the list in its place again, and read the release that is chosen."""
        self._left.setCurrentIndex(0)
        self._list.setFocus()
        if (current_id := self._list.current_id()) is None:
            self._right.setCurrentWidget(self._empty)
        else:
            self._load(current_id)

    @Slot(int)
    def _share_room(self, index: int) -> None:
        """Give what is worked on at the left more room than the list has."""
        left = _LIST_SHARE if index == 0 else _WORK_SHARE
        self._splitter.setSizes([round(self.width() * left), round(self.width() * (1 - left))])

    def _at_list(self) -> bool:
        return self._left.currentIndex() == 0

    def _is_pasting(self) -> bool:
        return self._left.currentWidget() is self._paste

    @Slot(str)
    def _preview(self, words: str) -> None:
        if address := only_address(words):
            self._pane.preview(ReleaseParts(f"What stands at {address} will be fetched"))
        elif words.strip():
            work = partial(self.services.releases.preview, words[:_PREVIEWED])
            self.tools.runner.run(self, work, self._show_preview, key="preview")

    def _show_preview(self, parts: ReleaseParts) -> None:
        if self._is_pasting():
            self._pane.preview(parts)

    @Slot(str)
    def _add_text(self, words: str) -> None:
        if address := only_address(words):
            self._arrivals.take_in(Given(addresses=(address,)))
            return
        work = partial(self.services.releases.add_text, words)
        self.tools.runner.run(self, work, self._on_pasted, self._on_refused)

    def _on_pasted(self, release: Release) -> None:
        self._go_back()
        added = Added()
        added.take(TakenIn((release,)))
        self._on_added(added)

    def _on_refused(self, error: PressDeskError) -> None:
        self._paste.show_problem(str(error))

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if given_in(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take_drop(event.mimeData())


def _load(services: Services, release_id: int) -> tuple[Release, ZoneInfo]:
    """Read a release, and the zone in which the office sees its time."""
    zone = zone_named(services.office.facts().office.zone)
    return services.releases.show(release_id), zone


def _entry(release: ReleaseSummary, now: datetime) -> Entry:
    """Return the row of a release; one under embargo is marked with the time left, not its day."""
    held = mark_said(release.embargo, now)
    day = day_printed(release.published_on) if release.published_on else "No date"
    times = {0: "", 1: "linked once", 2: "linked twice"}.get(
        release.enquiries, f"linked {release.enquiries:,} times"
    )
    return Entry(
        release.id,
        release.headline or "No headline",
        " · ".join(filter(None, ("" if held else day, times))),
        ChipLook(held, "warning", "lock") if held else None,
    )


def _how_many(count: int, searched: str) -> str:
    words = counted(count, "release")
    said = one_line(searched)
    said = said if len(said) <= _ECHOED else f"{said[:_ECHOED].rstrip()}…"
    return f"{words[0].upper()}{words[1:]}" + (f" with “{said}”" if said else "")
