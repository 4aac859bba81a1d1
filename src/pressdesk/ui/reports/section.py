"""One table of a report on the page: its title, its sentence, its chart, its table."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from pressdesk.domain.reports import Form, Table
from pressdesk.export.charts.drawing import can_draw
from pressdesk.export.charts.heat import Week
from pressdesk.ui.kit import Card, GrowingLabel, Look
from pressdesk.ui.reports.behind import behind_value
from pressdesk.ui.reports.chart import ChartView
from pressdesk.ui.reports.table import ReportTable
from pressdesk.ui.runner import Runner
from pressdesk.ui.theme import current

_MANY_COLUMNS = 6
"""More columns over time than this take the whole width."""


class Section(Card):
    """A card. ``opened`` carries a :class:`Behind`: what a bar or a value counts."""

    opened = Signal(object)

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table: Table | None = None
        self.values: ReportTable | None = None
        self._period, self._tabled = "", False
        self._week: Week = ()
        self._build(runner)
        self._arrange()
        self.chart.opened.connect(self._open)

    @property
    def is_wide(self) -> bool:
        """Whether it needs the whole width of the page."""
        table = self.table
        if table is None or table.form not in {Form.COLUMNS, Form.HEAT}:
            return False
        return table.form is Form.HEAT or len(table.rows) > _MANY_COLUMNS

    def show_table(self, table: Table, week: Week, period: str) -> None:
        """Show a table of the report of a period."""
        if (table, week, period) == (self.table, self._week, self._period):
            return
        self.table, self._week, self._period = table, week, period
        self._title.setText(table.title)
        self._says.setText(table.says)
        self._left.setText(f"{table.left:,} more not shown")
        self._left.setVisible(bool(table.left))
        self.chart.setVisible(can_draw(table))
        if can_draw(table):
            self.chart.show_table(table, week if table.form is Form.HEAT else ())
        self.show_values(shown=self._tabled)

    def show_values(self, *, shown: bool) -> None:
        """Show or hide the table; one that has no chart is always shown."""
        self._tabled = shown
        in_sight = shown or self.chart.isHidden()
        if in_sight and self.table is not None:
            self._made_table().show_table(self.table)
        if self.values is not None:
            self.values.setVisible(in_sight)

    def _made_table(self) -> ReportTable:
        """Return what shows the values, made when they are shown first."""
        if self.values is None:
            self.values = ReportTable(self)
            self.values.opened.connect(self._open)
            self.body.insertWidget(self.body.indexOf(self._left), self.values)
        return self.values

    def _build(self, runner: Runner) -> None:
        self._title = GrowingLabel("", Look.STRONG, self)
        self._says = GrowingLabel("", Look.MUTED, self)
        self.chart = ChartView(runner, self)
        self._left = GrowingLabel("", Look.SECONDARY, self)

    def _arrange(self) -> None:
        self.body.addWidget(self._title)
        self.body.addWidget(self._says)
        self.body.addSpacing(current().px(0.5))
        for widget in (self.chart, self._left):
            self.body.addWidget(widget)

    @Slot(int, int)
    def _open(self, row: int, value: int) -> None:
        assert self.table is not None
        if behind := behind_value(self.table, (row, value), self._period):
            self.opened.emit(behind)
