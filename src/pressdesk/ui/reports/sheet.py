"""The report itself on screen: figures, charts, and how it was counted."""

from typing import cast

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.domain.reports import Table
from pressdesk.ui.kit import GrowingLabel, Look, Scrolled
from pressdesk.ui.reports.arranged import Arranged
from pressdesk.ui.reports.figures import FigureRows
from pressdesk.ui.reports.reading import Shown
from pressdesk.ui.reports.section import Section
from pressdesk.ui.runner import Runner
from pressdesk.ui.theme import current


class ReportSheet(Scrolled):
    """Scrolls. ``opened`` carries a :class:`Behind`: what a figure or a bar counts."""

    opened = Signal(object)

    def __init__(self, runner: Runner) -> None:
        self._body = QWidget()
        self._body.setObjectName("page")
        super().__init__(self._body)
        self.figures = FigureRows()
        self.sections: dict[str, Section] = {}
        self._runner = runner
        self._shown: Shown | None = None
        self._tabled = False
        self._charts = Arranged()
        self._rules = GrowingLabel("", Look.SECONDARY)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._arrange()
        self._soon.timeout.connect(self._fill)
        self.figures.opened.connect(self.opened)

    def show_report(self, shown: Shown) -> None:
        """Show a report that has something to show."""
        self._shown, report = shown, shown.report
        self.figures.show_figures(report.figures, report.period.title)
        self._rules.setText("How this is counted\n" + " ".join(report.rules))
        self._fill()

    def show_tables(self, *, shown: bool) -> None:
        """Show or hide the table of each chart."""
        self._tabled = shown
        if self._shown is not None:
            self._fill()

    def focus_first(self) -> None:
        """Go back to the figure or bar that was left, or to the first figure."""
        left = cast("QWidget | None", self._body.focusWidget())
        if left is not None and left.isVisible():
            left.setFocus()
        else:
            self.figures.focus_first()

    def is_whole(self) -> bool:
        """Say whether all that was asked for stands there, charts in sight included."""
        in_sight = (one.chart for one in self.sections.values() if one.chart.isVisible())
        drawn = all(chart.is_drawn() for chart in in_sight if not chart.visibleRegion().isEmpty())
        return drawn and not self._soon.isActive()

    def _arrange(self) -> None:
        px = current().px
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, px(0.4), px(0.8))
        column.setSpacing(px(0.9))
        for part in (self.figures, self._charts, self._rules):
            column.addWidget(part)
        column.addStretch(1)

    @Slot()
    def _fill(self) -> None:
        """Show the tables; of what is not there yet, one card is made at a time."""
        assert self._shown is not None
        shown, made = [], False
        for table in self._shown.report.tables:
            section = self.sections.get(table.key)
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
        if table.key not in self.sections:
            section = self.sections[table.key] = Section(self._runner, self._charts)
            section.opened.connect(self.opened)
        section = self.sections[table.key]
        section.show_table(table, self._shown.week, self._shown.report.period.title)
        section.show_values(shown=self._tabled)
        return section
