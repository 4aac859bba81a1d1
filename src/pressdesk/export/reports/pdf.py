"""A report as a tagged PDF/UA-1: the office's template and logo, charts with their tables."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from pressdesk.domain.report_words import share_said, value_said
from pressdesk.domain.reports import Table
from pressdesk.errors import BadFile
from pressdesk.export.charts.drawing import can_draw, draw
from pressdesk.export.charts.look import printed as on_paper
from pressdesk.export.guard import cleaned
from pressdesk.export.reports.printed import TEMPLATE, Printed
from pressdesk.export.sheet import Watch, check
from pressdesk.export.typesetting import typeset

TEXT_POINTS: Final = 8.5
WIDE_POINTS: Final = 510  # from margin to margin of A4
_FROM_THE_WEB: Final = re.compile(rb'"\s*@')


def made(printed: Printed, watch: Watch) -> bytes:
    """Return the PDF. Raises BadFile when the office's own template or logo is wrong."""
    import typst

    with _folder(printed) as folder:
        data = _data(printed, folder, watch)
        try:
            return typeset(folder / TEMPLATE, data, watch, _charts(data, folder))
        except typst.TypstError as error:
            if (
                printed.template().parent == printed.templates
                or printed.logo().parent == printed.templates
            ):
                raise BadFile(
                    f"The office’s own template or logo in {printed.templates} cannot be used: "
                    f"{_first_line(error)}"
                ) from error
            raise


@contextmanager
def _folder(printed: Printed) -> Iterator[Path]:
    """Give a passing folder with template and logo; typst reads nothing outside it."""
    template = printed.template()
    if _FROM_THE_WEB.search(template.read_bytes()):
        raise BadFile(f"{template.name} asks for a package from the web. Take that line out of it.")
    with TemporaryDirectory(prefix="pressdesk-report-") as name:
        folder = Path(name)
        shutil.copyfile(template, folder / TEMPLATE)
        shutil.copyfile(printed.logo(), folder / f"logo{printed.logo().suffix}")
        yield folder


def _data(printed: Printed, folder: Path, watch: Watch) -> dict[str, Any]:
    report = printed.report
    return {
        "title": cleaned(report.title),
        "office": cleaned(report.office),
        "logo": f"logo{printed.logo().suffix}",
        "period": report.period.title,
        "before": report.before.title,
        "figures": [
            {
                "title": figure.title,
                "value": value_said(figure.value, figure.unit),
                "before": value_said(figure.before, figure.unit),
                "of": share_said(figure),
                "says": figure.says,
            }
            for figure in report.figures
        ],
        "tables": list(_tables(printed, folder, watch)),
        "rules": list(report.rules),
        "about": [[name, cleaned(value)] for name, value in printed.facts()],
    }


def _tables(printed: Printed, folder: Path, watch: Watch) -> Iterator[dict[str, Any]]:
    for done, table in enumerate(printed.report.tables, start=1):
        check(watch)
        yield {
            "title": table.title,
            "says": cleaned(table.says),
            "chart": _chart(printed, table, folder),
            "head": [cleaned(title) for title in table.head],
            "rows": [
                [
                    cleaned(row.label),
                    *(
                        value_said(value, unit)
                        for value, unit in zip(row.values, table.units, strict=True)
                    ),
                ]
                for row in table.rows
            ],
            "left": f"and {table.left:,} more" if table.left else "",
        }
        watch.progress(done)


def _chart(printed: Printed, table: Table, folder: Path) -> str:
    """Draw a table beside the template; return the name of the file, empty for one of words."""
    if not can_draw(table):
        return ""
    name = f"{table.key}.svg"
    drawing = draw(table, on_paper(TEXT_POINTS), WIDE_POINTS, printed.week)
    (folder / name).write_bytes(drawing.svg)
    return name


def _charts(data: dict[str, Any], folder: Path) -> list[Path]:
    return [folder / table["chart"] for table in data["tables"] if table["chart"]]


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n", 1)[0][:200]
