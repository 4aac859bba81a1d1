"""A report as a workbook: its figures, a sheet for each table with a chart, and what explains it.

Strings are written as strings, so that none is run; see ``export.guard``.
"""

import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from pressdesk.domain.reports import Figure, Form, Row, Table, Unit
from pressdesk.export.charts.look import printed as on_paper
from pressdesk.export.guard import cleaned, is_formula
from pressdesk.export.reports.printed import Printed
from pressdesk.export.sheet import Watch, check

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_FORMATS: Final[dict[str, dict[str, Any]]] = {
    "text": {"text_wrap": True, "valign": "top"},
    "quoted": {"text_wrap": True, "valign": "top", "quote_prefix": True},
    "title": {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1},
    "says": {"italic": True, "valign": "top"},
    Unit.COUNT: {"num_format": "#,##0", "valign": "top"},
    Unit.SHARE: {"num_format": "0.0%", "valign": "top"},
    Unit.DURATION_CLOCK: {"num_format": "[h]:mm", "valign": "top"},
    Unit.DURATION_WORKING: {"num_format": "[h]:mm", "valign": "top"},
}
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\']")  # in the name of a sheet, of 31 characters
_CHARTS: Final = {Form.BARS: "bar", Form.COLUMNS: "column"}
_DAY: Final = 86_400
_A4: Final = 9  # by the numbers of Excel
_WIDE: Final = 110  # characters side by side that an upright page holds
_HEAD: Final = 2  # the row of titles, under the sentence and an empty row


def made(printed: Printed, watch: Watch) -> bytes:
    """Return the workbook."""
    import xlsxwriter

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.set_properties({"title": printed.report.title, "author": printed.report.office})
        formats = {name: book.add_format(given) for name, given in _FORMATS.items()}
        pages = _Pages(book, formats)
        pages.figures(printed)
        for done, table in enumerate(printed.report.tables, start=1):
            check(watch)
            pages.table(table)
            watch.progress(done)
        pages.about(printed)
    return file.getvalue()


class _Pages:
    """The sheets of one workbook."""

    def __init__(self, book: "Workbook", formats: dict[str, Any]) -> None:
        self._book, self._formats = book, formats

    def figures(self, printed: Printed) -> None:
        report = printed.report
        page = self._page("Figures", (46, 18, 18, 12, 70))
        titles = ("Figure", report.period.title, report.before.title, "Of", "What is counted")
        self._titles(page, 0, titles)
        for number, figure in enumerate(report.figures, start=1):
            self._figure(page, number, figure)

    def table(self, table: Table) -> None:
        wide = 6 if table.form is Form.HEAT else 18
        page = self._page(table.title, (34, *(wide,) * (len(table.head) - 1)), _HEAD + 1)
        self._text(page, 0, 0, table.says, "says")
        self._titles(page, _HEAD, table.head)
        for number, row in enumerate(table.rows, start=_HEAD + 1):
            self._row(page, number, row, table.units)
        below = _HEAD + len(table.rows) + 1
        if table.left:
            self._text(page, below, 0, f"and {table.left:,} more")
        if table.form in _CHARTS and table.rows:
            self._chart(page, table, below + 2)

    def about(self, printed: Printed) -> None:
        page = self._page("About this file", (18, 100))
        self._titles(page, 0, ("What", "Which"))
        rules = (
            ("How it is counted" if not at else "", rule)
            for at, rule in enumerate(printed.report.rules)
        )
        for number, (name, value) in enumerate((*printed.facts(), *rules), start=1):
            self._text(page, number, 0, name)
            self._text(page, number, 1, value)

    def _page(self, title: str, widths: Sequence[int], frozen: int = 1) -> "Worksheet":
        page = self._book.add_worksheet(_FORBIDDEN.sub(" ", title)[:31])
        for number, width in enumerate(widths):
            page.set_column(number, number, width)
        page.freeze_panes(frozen, 1)
        page.set_paper(_A4)
        if sum(widths) > _WIDE:
            page.set_landscape()
        page.fit_to_pages(1, 1)
        return page

    def _titles(self, page: "Worksheet", row: int, titles: Sequence[str]) -> None:
        for number, title in enumerate(titles):
            page.write_string(row, number, cleaned(title), self._formats["title"])

    def _figure(self, page: "Worksheet", row: int, figure: Figure) -> None:
        self._text(page, row, 0, figure.title)
        self._number(page, (row, 1), figure.value, figure.unit)
        self._number(page, (row, 2), figure.before, figure.unit)
        self._number(page, (row, 3), figure.of, Unit.COUNT)
        self._text(page, row, 4, figure.says)

    def _row(self, page: "Worksheet", number: int, row: Row, units: Sequence[Unit]) -> None:
        self._text(page, number, 0, row.label)
        for column, (value, unit) in enumerate(zip(row.values, units, strict=True), start=1):
            self._number(page, (number, column), value, unit)

    def _number(
        self, page: "Worksheet", cell: tuple[int, int], value: float | None, unit: Unit
    ) -> None:
        if value is not None:
            shown = value / _DAY if unit.is_time else value
            page.write_number(*cell, shown, self._formats[unit])

    def _text(
        self, page: "Worksheet", row: int, column: int, words: str, kind: str = "text"
    ) -> None:
        text = cleaned(words)
        if text:
            page.write_string(
                row, column, text, self._formats["quoted" if is_formula(text) else kind]
            )

    def _chart(self, page: "Worksheet", table: Table, below: int) -> None:
        """Draw the values in a chart that follows the cells: now filled, before as outlines."""
        chart = self._book.add_chart({"type": _CHARTS[table.form]})
        last, look = _HEAD + len(table.rows), on_paper(1)
        accent, muted = look.colour("accent"), look.colour("text_muted")
        inks: tuple[dict[str, Any], ...] = (
            {"fill": {"color": accent}},
            {"fill": {"none": True}, "border": {"color": muted}},
        )
        for column, (title, ink) in enumerate(zip(table.head[1:], inks, strict=False), start=1):
            chart.add_series(
                {
                    **ink,
                    "name": cleaned(title),
                    "categories": [page.name, _HEAD + 1, 0, last, 0],
                    "values": [page.name, _HEAD + 1, column, last, column],
                }
            )
        chart.set_title({"name": cleaned(table.title), "overlay": False})
        if table.form is Form.BARS:
            chart.set_y_axis({"reverse": True})
        chart.set_size({"width": 760, "height": max(300, 60 + 24 * len(table.rows))})
        page.insert_chart(below, 0, chart, {"description": cleaned(table.says)})
