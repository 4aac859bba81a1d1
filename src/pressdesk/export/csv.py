"""CSV files: RFC 4180 in UTF-8, by default with the byte order mark that Excel looks for.

A file is the titles, the rows, one empty line, and what explains them, a name and a value a line:
the sheet, its facts (filters, time zone, hours in force, when) and the number of rows. For a
program the table ends at the empty line, which no row of a table ever is. Instants are written as
the office's clocks show them, “2026-11-21 19:42”.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pressdesk.export.guard import guarded
from pressdesk.export.sheet import Sheet, Value, Watch, said, walked


@dataclass(frozen=True)
class CsvStyle:
    """How cells are kept apart, and whether the byte order mark stands in front."""

    semicolon: bool = False
    mark: bool = True


def write(
    sheet: Sheet, rows: Iterable[Any], part: Path, watch: Watch, style: CsvStyle | None = None
) -> int:
    """Write the rows as they come, so that any number may; return how many there were."""
    style = style or CsvStyle()
    encoding = "utf-8-sig" if style.mark else "utf-8"
    with part.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=";" if style.semicolon else ",", lineterminator="\r\n")
        writer.writerow([guarded(column.title) for column in sheet.columns])
        count = 0
        for values in walked(sheet, rows, watch):
            writer.writerow([_cell(value, sheet.zone) for value in values])
            count += 1
        writer.writerow([])
        for name, value in sheet.about(count):
            writer.writerow([guarded(name), guarded(value)])
    return count


def _cell(value: Value, zone: ZoneInfo) -> str:
    return guarded(value) if isinstance(value, str) else said(value, zone)
