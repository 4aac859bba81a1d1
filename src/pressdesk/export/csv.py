"""CSV files: RFC 4180 in UTF-8, by default with the byte order mark that Excel looks for.

A file is the titles, the rows, one empty line, and what explains them, a name and a value a line:
the sheet, its facts (filters, time zone, hours in force, when) and the number of rows. For a
program the table ends at the empty line, which no row of a table ever is. Instants are written as
the office's clocks show them, “2026-11-21 19:42”.

Each column of some rows is guarded and quoted at one go, and the rows are then joined: that is
twice as quick as Python's ``csv``, which looks at every character of every cell.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pressdesk.domain.instants import Instants, WallClock
from pressdesk.export.guard import are_plain, guarded
from pressdesk.export.sheet import Block, Cells, Sheet, Watch, all_said, said, walked

_MARK: Final = "\ufeff"
_QUOTE: Final = '"'
_END: Final = "\r\n"


@dataclass(frozen=True)
class CsvStyle:
    """How cells are kept apart, and whether the byte order mark stands in front."""

    semicolon: bool = False
    mark: bool = True


def write(
    sheet: Sheet, blocks: Iterable[Block], part: Path, watch: Watch, style: CsvStyle | None = None
) -> int:
    """Write the rows as they come, so that any number may; return how many there were."""
    style, clock = style or CsvStyle(), WallClock(sheet.zone)
    apart = ";" if style.semicolon else ","
    with part.open("w", encoding="utf-8", newline="") as file:
        file.write(_MARK if style.mark else "")
        file.write(_lines([[guarded(column.title)] for column in sheet.columns], apart))
        count = 0
        for block in walked(blocks, watch):
            file.write(_lines([_told(cells, clock) for cells in block], apart))
            count += len(block[0])
        about = zip(*sheet.about(count), strict=True)
        file.write(_END + _lines([list(map(guarded, cells)) for cells in about], apart))
    return count


def _told(cells: Cells, clock: WallClock) -> Sequence[str]:
    """Return the cells of a column as they may stand in the file."""
    if isinstance(cells, Instants):
        return clock.all_said(cells)
    if are_plain(cells):
        return cells
    if str not in set(map(type, cells)):
        return all_said(cells, clock)
    return [guarded(cell) if isinstance(cell, str) else said(cell, clock) for cell in cells]


def _lines(columns: Sequence[Sequence[str]], apart: str) -> str:
    """Return the rows as lines; an empty cell that is alone in its row is quoted, to be seen."""
    special = (_QUOTE, "\n", apart)
    quoted = [_quoted(cells, special) for cells in columns]
    if len(quoted) == 1:
        quoted = [[cell or _QUOTE * 2 for cell in quoted[0]]]
    return "".join([f"{row}{_END}" for row in map(apart.join, zip(*quoted, strict=True))])


def _quoted(cells: Sequence[str], special: tuple[str, ...]) -> Sequence[str]:
    """Return the cells of a column, those with something special in quotes."""
    text = "".join(cells)
    found = [char for char in special if char in text]
    if not found:
        return cells
    return [
        f'"{cell.replace(_QUOTE, _QUOTE * 2)}"' if any(char in cell for char in found) else cell
        for cell in cells
    ]
