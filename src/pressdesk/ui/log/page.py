"""The page of the log: every enquiry, newest first, narrowed by the filter bar."""

from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.contacts import Outlet
from pressdesk.domain.enquiries import LogQuery, Sort
from pressdesk.domain.local_time import local_day
from pressdesk.services.office import Facts
from pressdesk.ui.acts import FILE, VIEW, Act
from pressdesk.ui.disclosure.panel import DisclosurePanel
from pressdesk.ui.exports.panel import ExportPanel
from pressdesk.ui.kit import EmptyState, KeyButton, PageHeader
from pressdesk.ui.log.filters import FilterBar
from pressdesk.ui.log.model import LogModel
from pressdesk.ui.log.saved import SavedFilterList
from pressdesk.ui.log.table import LogTable
from pressdesk.ui.page import Page
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Behind, Tools

_PROPOSED = 8
DISCLOSE_KEY = "Ctrl+D"


class LogPage(Page):
    """All enquiries; the one at hand shows beside them."""

    title = "Log"
    icon = "log"
    watches = frozenset(
        {"enquiry", "journalist", "outlet", "staff", "outcome", "topic", "enquiry_topic"}
        | {"question", "answer", "note", "office", "clearance", "target"}
        | {"saved_filter"}
    )
    beside = True

    def __init__(self, services: Services, tools: Tools) -> None:
        super().__init__(services, tools)
        self._at_hand: int | None = None
        self._awaited = False
        self._facts: Facts | None = None
        self._day: date | None = None
        self.disclosure: DisclosurePanel | None = None
        self._build()
        self._arrange()
        self._connect()

    @override
    def refresh(self) -> None:
        self.tools.runner.run(self, self.services.office.facts, self._take_facts, key="facts")
        self.filters.refresh()

    @override
    def focus_first(self) -> None:
        self.table.setFocus()

    @override
    def search(self, words: str) -> None:
        self.bar.leave_behind()
        self.bar.words.setText(words)

    @override
    def show_behind(self, behind: Behind) -> None:
        if self._stack.currentWidget() is self.exports:
            self._leave_export()
        self.bar.show_behind(behind)

    @override
    def open_other(self, item_id: int) -> None:
        self.filters.open(item_id)

    @override
    def acts(self) -> tuple[Act, ...]:
        return (
            Act(FILE, "Export the log…", self.open_export, "Ctrl+E"),
            Act(FILE, "FOI disclosure…", self.open_disclosure, DISCLOSE_KEY),
            Act(VIEW, "Find in the log", self.bar.focus_words, "Ctrl+F", apart=True),
            Act(VIEW, "Clear the filters", self.bar.clear, "Ctrl+Shift+F"),
            Act(VIEW, "Open a saved filter…", self.filters.choose, "Ctrl+J"),
            Act(VIEW, "Save the filters…", self.filters.ask, "Ctrl+Shift+J"),
        )

    @Slot()
    def _go_back(self) -> None:
        self.tools.navigator.page_requested.emit("reports")

    @Slot()
    def open_export(self) -> None:
        """Show the sheet on which an export is chosen, in the place of the list."""
        self._show_sheet(self.exports)
        self.exports.start(self.model.query)

    @Slot()
    def open_disclosure(self) -> None:
        """Show the sheet of an FOI disclosure, in the place of the list."""
        if self.disclosure is None:
            self.disclosure = self._make_disclosure()
        self._show_sheet(self.disclosure)
        self.disclosure.start()

    def _make_disclosure(self) -> DisclosurePanel:
        panel = DisclosurePanel(self.services, self.tools)
        self._stack.addWidget(panel)
        self._strips.addWidget(panel.exporting.strip)
        panel.left.connect(self._leave_export)
        return panel

    def _show_sheet(self, sheet: QWidget) -> None:
        self.filters.form.put_away()
        for widget in (self.header, self.bar):
            widget.hide()
        self._stack.setCurrentWidget(sheet)

    @Slot()
    def _leave_export(self) -> None:
        for widget in (self.header, self.bar):
            widget.show()
        self._stack.setCurrentWidget(self.table)
        self._say_count(self.model.total)
        self.table.setFocus()

    def _build(self) -> None:
        self.header = PageHeader(self.title)
        self.export = KeyButton("Export", key="Ctrl+E", binds=False)
        self.bar = FilterBar(self.tools, self)
        self.filters = SavedFilterList(self.services, self.tools, self.bar)
        self.model = LogModel(self.services.desk, self.tools, self)
        self.table = LogTable(self.model, self)
        self.exports = ExportPanel(self.services, self.tools, self.title)
        self._disclose = KeyButton("FOI disclosure", key=DISCLOSE_KEY, binds=False)
        self.exports.offer(self._disclose)
        self.nothing = EmptyState(
            "log",
            "Nothing is in the log yet.",
            "Log the first enquiry while you are on the phone.",
            "Log enquiry",
            "Ctrl+N",
        )
        self.none_found = EmptyState(
            "search",
            "No enquiry is like this.",
            "Try fewer words, or only the start of one.",
            "Clear filters",
            "Ctrl+Shift+F",
        )
        self._stack = QStackedWidget(self)
        self._strips = QVBoxLayout()

    def _arrange(self) -> None:
        self.header.add_action(self.export)
        for state in (self.table, self.nothing, self.none_found, self.exports):
            self._stack.addWidget(state)
        px = current().px
        page = QVBoxLayout(self)
        page.setContentsMargins(px(1.3), px(1.1), px(1.3), px(0.8))
        page.setSpacing(px(0.7))
        self._strips.addWidget(self.exports.exporting.strip)
        page.addWidget(self.header)
        page.addWidget(self.bar)
        page.addWidget(self.filters.form)
        page.addLayout(self._strips)
        page.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.tools.theme.changed.connect(self.table.dress)
        self.tools.ticker.ticked.connect(self._turn_day)
        self.tools.ticker.ticked.connect(self.model.tick)
        self.bar.changed.connect(self.model.show)
        self.bar.left.connect(self.table.setFocus)
        self.bar.back.clicked.connect(self._go_back)
        self.bar.outlet.asked.connect(self._propose_outlets)
        self.model.queried.connect(self._begin_anew)
        self.model.renewed.connect(self._stay)
        self.model.counted.connect(self._say_count)
        self.table.moved.connect(self._go)
        self.table.opened.connect(self._go)
        self.table.sort_requested.connect(self.bar.set_sort)
        self.export.clicked.connect(self.open_export)
        self.exports.left.connect(self._leave_export)
        self._disclose.clicked.connect(self.open_disclosure)
        self.nothing.action_requested.connect(self.tools.navigator.log_enquiry_requested)
        self.none_found.action_requested.connect(self.bar.clear)

    def _take_facts(self, facts: Facts) -> None:
        self._facts, self._day = facts, self._today(facts)
        self.bar.show_facts(facts)
        self.model.refresh(facts.hours.zone)

    @Slot()
    def _turn_day(self) -> None:
        """Say the days anew when another one has begun in the office."""
        if self._facts is not None and self._today(self._facts) != self._day:
            self._take_facts(self._facts)

    def _today(self, facts: Facts) -> date:
        return local_day(self.tools.clock.now(), facts.hours.zone)

    @Slot(str)
    def _propose_outlets(self, words: str) -> None:
        work = partial(self.services.contacts.outlets, words, _PROPOSED)
        self.tools.runner.run(self, work, self._show_outlets, key="outlets")

    def _show_outlets(self, outlets: tuple[Outlet, ...]) -> None:
        self.bar.outlet.propose(outlets)

    @Slot()
    def _begin_anew(self) -> None:
        """Stand at the top of other rows, still on the enquiry at hand if it is among them."""
        row = self.model.row_of(self._at_hand)
        self.table.scrollToTop()
        self.table.go_to(-1 if row is None else row)
        self.table.show_sort(None if self.model.query.text else self.model.query.sort)
        self.table.tell_in_sight()

    @Slot()
    def _stay(self) -> None:
        """Follow the enquiry at hand when rows have moved; show one that has now been read."""
        row = self.table.currentIndex().row()
        if self._awaited:
            self._go(row)
            return
        moved = self.model.row_of(self._at_hand)
        if moved is not None and row not in (-1, moved):
            self.table.stay_at(moved)

    @Slot(int)
    def _go(self, row: int) -> None:
        enquiry = self.model.enquiry(row)
        self._awaited = enquiry is None
        if enquiry is not None:
            self._at_hand = enquiry.id
            self.tools.navigator.enquiry_requested.emit(enquiry.id)

    @Slot(object)
    def _say_count(self, total: int | None) -> None:
        query = self.model.query
        if total is None:
            said = "Counting…"
        else:
            what = "enquiry" if total == 1 else "enquiries"
            said = f"{total:,} {what}{_kind_said(query)}"
        order = " · as logged, the newest first" if query.text else ""
        self.header.set_subtitle(f"{said}{order}")
        self.export.setEnabled(total != 0)
        empty = self.none_found if query != LogQuery(sort=query.sort) else self.nothing
        if self._stack.currentWidget() not in (self.exports, self.disclosure):
            self._stack.setCurrentWidget(empty if total == 0 else self.table)


def _kind_said(query: LogQuery) -> str:
    with_deadline = query.sort is Sort.DEADLINE and not query.text
    return " with a deadline" if with_deadline else ""
