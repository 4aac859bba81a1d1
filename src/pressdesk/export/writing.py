"""One door for every format: a table into a file that appears whole or not at all."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any

from pressdesk.export import csv, json_lines, pdf, xlsx
from pressdesk.export.csv import CsvStyle
from pressdesk.export.replacing import arriving
from pressdesk.export.sheet import UNWATCHED, Block, Sheet, Watch, in_blocks

Writer = Callable[[Sheet, Iterable[Block], Path], int]
"""Writes a table into a file that is there already, and returns the number of its rows."""


class Format(StrEnum):
    """The kind of file; ``value`` is also its ending and its name on a command line."""

    XLSX = "xlsx"
    CSV = "csv"
    PDF = "pdf"
    JSON = "json"

    @property
    def label(self) -> str:
        """The kind as printed on screen."""
        return {
            Format.XLSX: "Spreadsheet (XLSX)",
            Format.CSV: "CSV",
            Format.PDF: "PDF",
            Format.JSON: "JSON lines",
        }[self]


Recording = Callable[[int], AbstractContextManager[object]]
"""Told the number of rows; what it opens is closed once the file has taken its place."""


def unrecorded(_count: int) -> AbstractContextManager[object]:
    """Keep no record of a file."""
    return nullcontext()


def write_file(
    sheet: Sheet,
    rows: Iterable[Any],
    path: Path,
    writer: Writer,
    recording: Recording = unrecorded,
) -> int:
    """Write the rows, of which the columns take their values, into ``path``; return their number.

    See :func:`write_blocks`.
    """
    return write_blocks(sheet, in_blocks(sheet, rows), path, writer, recording)


def write_blocks(
    sheet: Sheet,
    blocks: Iterable[Block],
    path: Path,
    writer: Writer,
    recording: Recording = unrecorded,
) -> int:
    """Write rows that come in blocks into ``path``; return how many there were.

    An earlier file stays as it was until the new one is whole and its ``recording`` has begun.
    Raises Refused when the work is stopped or too much for the format, Unavailable when the disk
    or the folder cannot be used.
    """
    with arriving(path) as file:
        count = writer(sheet, blocks, file.part)
        file.make_safe()
        with recording(count):  # keeps others from saving, so not for long
            file.take_place()
    return count


def writer_of(
    format: Format,  # noqa: A002
    watch: Watch = UNWATCHED,
    style: CsvStyle | None = None,
) -> Writer:
    """Return what writes a format, watched; ``style`` is that of CSV."""
    writers: dict[Format, Writer] = {
        Format.CSV: partial(csv.write, watch=watch, style=style),
        Format.XLSX: partial(xlsx.write, watch=watch),
        Format.PDF: partial(pdf.write, watch=watch),
        Format.JSON: partial(json_lines.write, watch=watch),
    }
    return writers[format]
