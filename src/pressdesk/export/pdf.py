"""The table as a tagged PDF/UA-1; what no font can draw is told as ``typesetting`` does."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from pressdesk import paths
from pressdesk.errors import Refused
from pressdesk.export.guard import cleaned
from pressdesk.export.replacing import UNTOUCHED
from pressdesk.export.sheet import Sheet, Watch, said, walked
from pressdesk.export.typesetting import typeset

MOST_ROWS: Final = 20_000
"""Rows; a PDF is set as a whole, in memory. 20,000 of them are some 1,000 pages."""

_WIDE: Final = 170  # characters side by side that a landscape A4 page holds


def write(sheet: Sheet, rows: Iterable[Any], part: Path, watch: Watch) -> int:
    """Set the rows; return how many there were. Raises Refused for too many."""
    cells = []
    for values in walked(sheet, rows, watch):
        cells.append([cleaned(said(value, sheet.zone)) for value in values])
        if len(cells) > MOST_ROWS:
            raise Refused(
                f"A PDF holds {MOST_ROWS:,} rows. Choose a spreadsheet, or a shorter period. "
                f"{UNTOUCHED}"
            )
    template = paths.resources() / "templates" / "log.typ"
    part.write_bytes(typeset(template, _data(sheet, cells), watch))
    return len(cells)


def _data(sheet: Sheet, cells: list[list[str]]) -> dict[str, Any]:
    about = [[cleaned(name), cleaned(value)] for name, value in sheet.about(len(cells))]
    facts = dict(about)
    widths = [max(column.width, 6) for column in sheet.columns]
    return {
        "title": cleaned(sheet.title),
        "subtitle": "; ".join(facts[name] for name in ("Exported", "Filters") if name in facts),
        "office": facts.get("Office", ""),
        "author": facts.get("Office", "PressDesk"),
        "paper": "a3" if sum(widths) > _WIDE else "a4",
        "widths": widths,
        "titles": [cleaned(column.title) for column in sheet.columns],
        "figures": [list(map(cleaned, figure)) for figure in sheet.figures],
        "rows": cells,
        "about": about,
    }
