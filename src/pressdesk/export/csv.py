"""The one writer of CSV files: RFC 4180 in UTF-8, with the byte order mark that Excel looks for.

A file is the titles, the rows, one empty line, and what explains them, a name and a value a line:
the sheet, its facts (filters, time zone, hours in force, when) and the number of rows. For a
program the table ends at the empty line, which no row of a table ever is. Instants are written as
the office's clocks show them, “2026-11-21 19:42”.
"""

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, TextIO
from zoneinfo import ZoneInfo

from pressdesk.clock import as_utc
from pressdesk.errors import Refused
from pressdesk.export.guard import guarded
from pressdesk.export.replacing import UNTOUCHED, replacing

Value = str | int | float | date | datetime | None
"""What a cell may hold; a bool is written as yes or no, nothing as an empty cell."""


@dataclass(frozen=True)
class Column:
    """A column: its title and how its value is taken from a row."""

    title: str
    value: Callable[[Any], Value]


@dataclass(frozen=True)
class Sheet:
    """What a table holds and what explains it; the number of rows is added to the facts."""

    title: str
    facts: tuple[tuple[str, str], ...]
    columns: tuple[Column, ...]
    zone: ZoneInfo


def never() -> bool:
    """Return False: nobody cancels."""
    return False


def write_csv(
    sheet: Sheet, rows: Iterable[Any], path: Path, cancelled: Callable[[], bool] = never
) -> int:
    """Write the rows as they come, so that any number may; return how many there were.

    The file appears whole or not at all: an earlier one stays until the new one is finished.
    Raises Refused when ``cancelled`` answers True before a row, Unavailable when the disk or the
    folder cannot be used.
    """
    with replacing(path) as raw:
        file = io.TextIOWrapper(raw, "utf-8-sig", newline="")
        count = _write(sheet, rows, file, cancelled)
        file.flush()
        file.detach()  # it would close the file beneath it
        return count


def _write(sheet: Sheet, rows: Iterable[Any], file: TextIO, cancelled: Callable[[], bool]) -> int:
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow([guarded(column.title) for column in sheet.columns])
    count = 0
    for row in rows:
        if cancelled():
            raise Refused(f"The export was cancelled. {UNTOUCHED}")
        writer.writerow([_cell(column.value(row), sheet.zone) for column in sheet.columns])
        count += 1
    writer.writerow([])
    for name, value in (("Sheet", sheet.title), *sheet.facts, ("Rows", str(count))):
        writer.writerow([guarded(name), guarded(value)])
    return count


def _cell(value: Value, zone: ZoneInfo) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case datetime():
            return f"{as_utc(value).astimezone(zone):%Y-%m-%d %H:%M}"
        case str():
            return guarded(value)
        case _:
            return str(value)
