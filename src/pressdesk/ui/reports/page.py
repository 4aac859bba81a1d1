"""Figures and charts of a period; everything by keys that stand on the buttons."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import cast

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.periods import Period
from pressdesk.domain.reports import Table
from pressdesk.errors import PressDeskError
from pressdesk.ui.acts import FILE, VIEW, Act
from pressdesk.ui.kit import EmptyState, FlowLayout, GrowingLabel, KeyButton, Look, PageHeader
from pressdesk.ui.kit.scrolled import Scrolled
from pressdesk.ui.kit.stack import Stack
from pressdesk.ui.page import Page
from pressdesk.ui.reports.arranged import Arranged
from pressdesk.ui.reports.days_form import DaysForm
from pressdesk.ui.reports.figures import FigureRows
from pressdesk.ui.reports.files import ReportFiles
from pressdesk.ui.reports.reading import (
    Chosen,
    Shown,
    in_sentence,
    last_month,
    last_week,
    read_report,
    received,
    title_of,
)
from pressdesk.ui.reports.section import Section
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Message, Tools

Buttons = tuple[tuple[str, str, Callable[[], None]], ...]
"""Words, key and act of each."""


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
        self._chosen: Chosen = Period.month_of
        self._shown: Shown | None = None
        self._stale = False
        self._tabled = False
        self._sections: dict[str, Section] = {}
        self._build()
        self._arrange()
        self._connect()

    @override
    def refresh(self) -> None:
        """Count anew when anybody looks; what is out of sight waits."""
        self._stale = not self.isVisible()
        if not self._stale:
            work = partial(read_report, self.services, self._chosen)
            self.tools.runner.run_long(self, work, self._show, self._refuse, key="report")

    @override
    def focus_first(self) -> None:
        """Go back to the figure or bar that was left, or to the first figure."""
        left = cast("QWidget | None", self._body.focusWidget())
        if left is not None and left.isVisible():
            left.setFocus()
        else:
            self._figures.focus_first()

    @override
    def acts(self) -> tuple[Act, ...]:
        return (
            Act(FILE, "Export this report…", self._files.keep_shown, "Ctrl+E"),
            Act(FILE, "Weekly report…", self._files.keep_week, "R"),
            Act(FILE, "Monthly report…", self._files.keep_month, "Shift+R"),
            Act(VIEW, "Report of this week", self.show_this_week, "W", apart=True),
            Act(VIEW, "Report of last week", self.show_last_week, "Shift+W"),
            Act(VIEW, "Report of this month", self.show_this_month, "M"),
            Act(VIEW, "Report of last month", self.show_last_month, "Shift+M"),
            Act(VIEW, "Report of this year", self.show_this_year, "Y"),
            Act(VIEW, "Report from a day to a day…", self.ask_days, "D"),
            Act(VIEW, "Period before", self.go_back, "Alt+Left; ["),
            Act(VIEW, "Period after", self.go_on, "Alt+Right; ]"),
            Act(VIEW, "Tables of the charts", self.turn_tables, "T", apart=True),
        )

    def show_this_week(self) -> None:
        """Show the week that today is in."""
        self._choose(Period.week_of)

    def show_last_week(self) -> None:
        """Show the week before this one."""
        self._choose(last_week)

    def show_this_month(self) -> None:
        """Show the month that today is in."""
        self._choose(Period.month_of)

    def show_last_month(self) -> None:
        """Show the month before this one."""
        self._choose(last_month)

    def show_this_year(self) -> None:
        """Show the year that today is in."""
        self._choose(Period.year_of)

    def show_period(self, period: Period) -> None:
        """Show one period, also when another day begins."""
        self._choose(lambda _today: period)

    def go_back(self) -> None:
        """Show the period before, of the same length."""
        if self._shown is not None:
            self.show_period(self._shown.report.period.before())

    def go_on(self) -> None:
        """Show the period after, of the same length."""
        if self._shown is not None:
            self.show_period(self._shown.report.period.after())

    def ask_days(self) -> None:
        """Ask for a period of one's own."""
        if self._shown is not None:
            self._days.open_on(self._shown.report.period, self._shown.today)

    def turn_tables(self) -> None:
        """Show or hide the table of each chart."""
        if self._shown is None:
            return
        self._tabled = not self._tabled
        self._tables.set_words("Hide tables" if self._tabled else "Show tables")
        self._fill()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale or self._shown is None:
            self.refresh()

    def is_whole(self) -> bool:
        """Say whether all that was asked for stands there, charts in sight included."""
        in_sight = (one.chart for one in self._sections.values() if one.chart.isVisible())
        drawn = all(chart.is_drawn() for chart in in_sight if not chart.visibleRegion().isEmpty())
        return self._shown is not None and not self._soon.isActive() and drawn

    def shown(self) -> Shown | None:
        """Return what is shown; None before anything was read."""
        return self._shown

    def _build(self) -> None:
        self._files = ReportFiles(self.services, self.tools, self.shown, self)
        self._header = PageHeader(self.title, parent=self)
        self._buttons = QWidget(self)
        self._days = DaysForm()
        self._figures = FigureRows()
        self._charts = Arranged()
        self._rules = GrowingLabel("", Look.SECONDARY)
        self._body = QWidget()
        self._body.setObjectName("page")
        self._scrolled = Scrolled(self._body)
        self._empty = EmptyState("report", "", "", "Period before", "[")
        self._nothing = EmptyState(
            "report",
            "Nothing is in the log yet.",
            "What is logged is counted here at once.",
            "Log enquiry",
            "Ctrl+N",
        )
        self._stack = Stack(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)

    def _arrange(self) -> None:
        px = current().px
        flow = FlowLayout(self._buttons, px(0.6))
        for button in self._made(self._periods()):
            flow.addWidget(button)
        for button in self._made(self._keeping()):
            self._header.add_action(button)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, px(0.4), px(0.8))
        body.setSpacing(px(0.9))
        for part in (self._figures, self._charts, self._rules):
            body.addWidget(part)
        body.addStretch(1)
        for state in (self._scrolled, self._empty, self._nothing):
            self._stack.addWidget(state)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(1.4), px(1.2), px(1), 0)
        column.setSpacing(px(0.8))
        for widget in (self._header, self._buttons, self._days, self._files.strip):
            row = QHBoxLayout()
            row.setContentsMargins(0, 0, px(1.2), 0)  # above the cards, not above their scroll bar
            row.addWidget(widget)
            column.addLayout(row)
        column.addWidget(self._stack, 1)

    def _periods(self) -> Buttons:
        return (
            ("This week", "W", self.show_this_week),
            ("This month", "M", self.show_this_month),
            ("This year", "Y", self.show_this_year),
            ("From–to", "D", self.ask_days),
            ("Before", "[", self.go_back),
            ("After", "]", self.go_on),
            ("Show tables", "T", self.turn_tables),
        )

    def _keeping(self) -> Buttons:
        files = self._files
        return (
            ("Weekly report", "R", files.keep_week),
            ("Monthly report", "Shift+R", files.keep_month),
            ("Export", "Ctrl+E", files.keep_shown),
        )

    def _made(self, buttons: Buttons) -> Iterator[KeyButton]:
        for words, key, act in buttons:
            button = KeyButton(words, key=key, parent=self, binds=False)
            button.clicked.connect(act)
            if key == "T":
                self._tables = button
            yield button

    def _connect(self) -> None:
        self._soon.timeout.connect(self._fill)
        self._days.chosen.connect(self.show_period)
        self._days.left.connect(self.focus_first)
        self._figures.opened.connect(self.tools.navigator.behind_requested)
        self._empty.action_requested.connect(self.go_back)
        self._nothing.action_requested.connect(self.tools.navigator.log_enquiry_requested)

    def _choose(self, chosen: Chosen) -> None:
        self._chosen = chosen
        self.refresh()

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        report = shown.report
        self._header.set_subtitle(title_of(shown))
        if not received(report):
            self._say_nothing(shown)
            return
        self._figures.show_figures(report.figures, report.period.title)
        self._fill()
        self._rules.setText("How this is counted\n" + " ".join(report.rules))
        self._stack.setCurrentWidget(self._scrolled)

    @Slot()
    def _fill(self) -> None:
        """Show the tables; of what is not there yet, one card is made at a time."""
        assert self._shown is not None
        shown, made = [], False
        for table in self._shown.report.tables:
            section = self._sections.get(table.key)
            lacking = section is None or (self._tabled and section.values is None)
            if not (lacking and made):
                section = self._section(table)
            else:
                self._soon.start()
            made = made or lacking
            shown.append(section)
        self._charts.show_sections([section for section in shown if section is not None])

    def _section(self, table: Table) -> Section:
        """Return the card of a table, the same one as before where there was one."""
        assert self._shown is not None
        if table.key not in self._sections:
            section = self._sections[table.key] = Section(self.tools.runner, self._charts)
            section.opened.connect(self.tools.navigator.behind_requested)
        section = self._sections[table.key]
        section.show_table(table, self._shown.week, self._shown.report.period.title)
        section.show_values(shown=self._tabled)
        return section

    def _say_nothing(self, shown: Shown) -> None:
        self._empty.set_words(
            f"No enquiry was received {in_sentence(shown.report.period)}.",
            "Step back to the period before, or choose another one above.",
        )
        self._stack.setCurrentWidget(self._nothing if shown.is_log_empty else self._empty)

    @Slot(object)
    def _refuse(self, error: PressDeskError) -> None:
        self.tools.navigator.say(Message(str(error)))
