"""The table as a tagged PDF/UA-1; what no font can draw is told as ``typesetting`` does."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from pressdesk import paths
from pressdesk.domain.instants import WallClock
from pressdesk.errors import Refused
from pressdesk.export.guard import cleaned
from pressdesk.export.replacing import UNTOUCHED
from pressdesk.export.sheet import Block, Sheet, Watch, all_said, walked
from pressdesk.export.typesetting import typeset

MOST_ROWS: Final = 10_000
"""Rows; a PDF is set as a whole, in memory: 10,000 of them are some 500 pages, in 2.4 GB."""

_WIDE: Final = 170  # characters side by side that a landscape A4 page holds


def write(sheet: Sheet, blocks: Iterable[Block], part: Path, watch: Watch) -> int:
    """Set the rows; return how many there were. Raises Refused for too many."""
    rows: list[tuple[str, ...]] = []
    clock = WallClock(sheet.zone)
    for block in walked(blocks, watch):
        columns = [map(cleaned, all_said(cells, clock)) for cells in block]
        rows += zip(*columns, strict=True)
        if len(rows) > MOST_ROWS:
            raise Refused(
                f"A PDF holds {MOST_ROWS:,} rows. Choose a spreadsheet, or a shorter period. "
                f"{UNTOUCHED}"
            )
    template = paths.resources() / "templates" / "log.typ"
    part.write_bytes(typeset(template, _data(sheet, rows), watch))
    return len(rows)


def _data(sheet: Sheet, rows: list[tuple[str, ...]]) -> dict[str, Any]:
    about = [[cleaned(name), cleaned(value)] for name, value in sheet.about(len(rows))]
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
        "rows": rows,
        "about": about,
    }
