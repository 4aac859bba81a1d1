"""Figures and charts of a period; everything by keys that stand on the buttons."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.errors import PressDeskError
from pressdesk.ui.acts import FILE, VIEW, Act
from pressdesk.ui.kit import EmptyState, KeyButton, PageHeader, Scrolled
from pressdesk.ui.kit.stack import Stack
from pressdesk.ui.page import Page
from pressdesk.ui.reports.files import ReportFiles
from pressdesk.ui.reports.periods import PeriodBar
from pressdesk.ui.reports.reading import Shown, in_sentence, read_report, received, title_of
from pressdesk.ui.reports.sheet import ReportSheet
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Message, Tools


class ReportsPage(Page):
    """This month first; another period by keys."""

    title = "Reports"
    icon = "report"
    watches = frozenset(
        {"enquiry", "answer", "enquiry_topic", "enquiry_release", "journalist", "outlet"}
        | {"topic", "outcome", "release", "office", "hours", "special_day"}
    )

    def __init__(self, services: Services, tools: Tools) -> None:
        super().__init__(services, tools)
        self._shown: Shown | None = None
        self._stale = self._tabled = False
        self._build()
        self._arrange()
        self._connect()

    @override
    @Slot()
    def refresh(self) -> None:
        """Count anew when anybody looks; what is out of sight waits."""
        self._stale = not self.isVisible()
        if not self._stale:
            work = partial(read_report, self.services, self.periods.chosen)
            self.tools.runner.run_long(self, work, self._show, self._refuse, key="report")

    @override
    @Slot()
    def focus_first(self) -> None:
        self.sheet.focus_first()

    @override
    def acts(self) -> tuple[Act, ...]:
        return (
            Act(FILE, "Export this report…", self._files.keep_shown, "Ctrl+E"),
            Act(FILE, "Weekly report…", self._files.keep_week, "R"),
            Act(FILE, "Monthly report…", self._files.keep_month, "Shift+R"),
            *self.periods.acts(),
            Act(VIEW, "Tables of the charts", self.turn_tables, "T", apart=True),
        )

    def turn_tables(self) -> None:
        """Show or hide the table of each chart."""
        self._tabled = not self._tabled
        self._tables.set_words("Hide tables" if self._tabled else "Show tables")
        self.sheet.show_tables(shown=self._tabled)

    def shown(self) -> Shown | None:
        """Return what is shown; None before anything was read."""
        return self._shown

    def is_whole(self) -> bool:
        """Say whether all that was asked for stands there, charts in sight included."""
        return self._shown is not None and self.sheet.is_whole()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale or self._shown is None:
            self.refresh()

    def _build(self) -> None:
        self._files = ReportFiles(self.services, self.tools, self.shown, self)
        self._header = PageHeader(self.title, parent=self)
        self.periods = PeriodBar(self)
        self._tables = KeyButton("Show tables", key="T", binds=False)
        self.sheet = ReportSheet(self.tools.runner)
        self._empty = EmptyState("report", "", "", "Period before", "[")
        self._nothing = EmptyState(
            "report",
            "Nothing is in the log yet.",
            "What is logged is counted here at once.",
            "Log enquiry",
            "Ctrl+N",
        )
        self._stack = Stack(self)

    def _arrange(self) -> None:
        for words, key, act in (
            ("Weekly report", "R", self._files.keep_week),
            ("Monthly report", "Shift+R", self._files.keep_month),
            ("Export", "Ctrl+E", self._files.keep_shown),
        ):
            button = KeyButton(words, key=key, binds=False)
            button.clicked.connect(act)
            self._header.add_action(button)
        self.periods.add_button(self._tables)
        self._states = {
            state: Scrolled(state)  # it is the form above that needs all of its height
            for state in (self._empty, self._nothing)
        }
        for state in (self.sheet, *self._states.values()):
            self._stack.addWidget(state)
        px = current().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(1.4), px(1.2), px(1), 0)
        column.setSpacing(px(0.8))
        for widget in (self._header, self.periods, self._files.strip):
            row = QHBoxLayout()
            row.setContentsMargins(0, 0, px(1.2), 0)  # above the cards, not above their scroll bar
            row.addWidget(widget)
            column.addLayout(row)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        navigator = self.tools.navigator
        self.periods.changed.connect(self.refresh)
        self.periods.left.connect(self.focus_first)
        self._tables.clicked.connect(self.turn_tables)
        self.sheet.opened.connect(navigator.behind_requested)
        self._empty.action_requested.connect(self.periods.go_back)
        self._nothing.action_requested.connect(navigator.log_enquiry_requested)

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        self.periods.set_shown(shown)
        self._header.set_subtitle(title_of(shown))
        if received(shown.report):
            self.sheet.show_report(shown)
            self._stack.setCurrentWidget(self.sheet)
        else:
            self._say_nothing(shown)

    def _say_nothing(self, shown: Shown) -> None:
        self._empty.set_words(
            f"No enquiry was received {in_sentence(shown.report.period)}.",
            "Step back to the period before, or choose another one above.",
        )
        state = self._nothing if shown.is_log_empty else self._empty
        self._stack.setCurrentWidget(self._states[state])

    @Slot(object)
    def _refuse(self, error: PressDeskError) -> None:
        self.tools.navigator.say(Message(str(error)))
