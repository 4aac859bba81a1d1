"""Excel workbooks: the table on one sheet, what explains it on the next.

Rows are written as they come and kept out of memory (XlsxWriter's constant memory). Strings are
written as strings, so that none is run; one that begins like a formula is also marked as quoted,
or it would become one when a person edits its cell. A cell holds 32,767 characters; longer words
go on in cells at the end of their row, each saying which column it continues.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from pressdesk.domain.instants import Instants, WallClock
from pressdesk.errors import Refused
from pressdesk.export.guard import are_plain, cleaned, is_formula
from pressdesk.export.replacing import UNTOUCHED
from pressdesk.export.sheet import Block, Cells, Sheet, Value, Watch, said, walked

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_Put = Callable[[int, int, Any, Any], object]
LONGEST: Final = 32_767  # code units of UTF-16, as Excel counts
MOST_ROWS: Final = 1_048_575  # below the titles
CONTINUES: Final = " […]"
CONTINUED: Final = "[{column}, continued] "
_ROOM: Final = LONGEST // 2 - 200  # characters of any plane, with room for the marks
_FORMATS: Final[dict[str, dict[str, Any]]] = {
    "text": {"text_wrap": True, "valign": "top"},
    "quoted": {"text_wrap": True, "valign": "top", "quote_prefix": True},
    "title": {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1},
    "instant": {"num_format": "yyyy-mm-dd hh:mm", "align": "left", "valign": "top"},
    "day": {"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"},
    "length": {"num_format": "[h]:mm", "valign": "top"},
    "number": {"valign": "top"},
}


def write(sheet: Sheet, blocks: Iterable[Block], part: Path, watch: Watch) -> int:
    """Write the rows as they come; return how many there were. Raises Refused for too many."""
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError, FileSizeError

    with part.open("wb") as file, _passing_folder(part.parent) as folder:
        book = xlsxwriter.Workbook(file, {"constant_memory": True, "tmpdir": folder})
        try:
            return _fill(book, sheet, blocks, watch)
        except FileSizeError as error:
            raise Refused(f"That is too much for one workbook. Choose CSV. {UNTOUCHED}") from error
        except FileCreateError as error:
            raise OSError(*_number_of(error)) from error
        finally:
            _let_go(book)


def _fill(book: "Workbook", sheet: Sheet, blocks: Iterable[Block], watch: Watch) -> int:
    book.set_properties({"title": sheet.title})
    formats = {name: book.add_format(given) for name, given in _FORMATS.items()}
    page = _Page(book.add_worksheet("Log"), formats, sheet)
    count = page.fill(blocks, watch)
    about = book.add_worksheet("About this file")
    about.set_column(0, 0, 18)
    about.set_column(1, 1, 90)
    for number, (name, value) in enumerate(sheet.about(count)):
        about.write_string(number, 0, cleaned(name), formats["title"])
        about.write_string(number, 1, cleaned(value)[:_ROOM], formats["quoted"])
    book.close()
    return count


class _Page:
    """The sheet with the table."""

    def __init__(self, page: "Worksheet", formats: dict[str, Any], sheet: Sheet) -> None:
        self._page, self._formats, self._sheet = page, formats, sheet
        self._clock = WallClock(sheet.zone)
        self._titles = [cleaned(column.title) for column in sheet.columns]
        self._rest: list[str] = []

    def fill(self, blocks: Iterable[Block], watch: Watch) -> int:
        self._dress()
        count = 0
        for block in walked(blocks, watch):
            if count + len(block[0]) > MOST_ROWS:
                raise Refused(
                    f"A spreadsheet holds {MOST_ROWS:,} rows. Choose CSV, or a shorter period. "
                    f"{UNTOUCHED}"
                )
            self._block(count + 1, block)
            count += len(block[0])
        self._page.autofilter(0, 0, count, max(len(self._titles) - 1, 0))
        return count

    def _dress(self) -> None:
        for number, column in enumerate(self._sheet.columns):
            self._page.set_column(number, number, column.width)
            self._page.write_string(0, number, self._titles[number], self._formats["title"])
        self._page.freeze_panes(1, 0)

    def _block(self, first: int, block: Block) -> None:
        """Write some rows; what writes the cells of a column is chosen once for all of them."""
        ready = [self._ready(cells) for cells in block]
        ways = [(number, put, style) for number, (put, style, _) in enumerate(ready)]
        for row, values in enumerate(zip(*(cells for _, _, cells in ready), strict=True), first):
            for (number, put, style), value in zip(ways, values, strict=True):
                if value is not None and value != "":
                    put(row, number, value, style)
            self._continue(row)

    def _ready(self, cells: Cells) -> tuple[_Put, Any, Cells]:
        """Return what writes the cells of a column, in which style, and the cells for it."""
        if isinstance(cells, Instants) and min(filter(None, cells.stamps), default="") > "1901":
            return self._page.write_datetime, self._formats["instant"], self._clock.all_shown(cells)
        if (
            not isinstance(cells, Instants)
            and are_plain(cells)
            and len(max(cells, key=len)) < _ROOM
        ):
            return self._page.write_string, self._formats["text"], cells
        return self._cell, None, cells

    def _cell(self, row: int, number: int, value: Value, _style: None) -> None:
        page, formats = self._page, self._formats
        match value:
            case str():
                first, *more = pieces(cleaned(value), self._titles[number])
                self._text(row, number, first)
                self._rest += more
            case datetime() if value.year > 1900:
                page.write_datetime(row, number, self._clock.shown(value), formats["instant"])
            case date() if not isinstance(value, datetime) and value.year > 1900:
                page.write_datetime(row, number, value, formats["day"])
            case timedelta() if value >= timedelta():
                page.write_datetime(row, number, value, formats["length"])
            case int() | float() if not isinstance(value, bool):
                page.write_number(row, number, value, formats["number"])
            case _:
                self._text(row, number, said(value, self._clock))

    def _text(self, row: int, number: int, words: str) -> None:
        if words:
            kind = "quoted" if is_formula(words) else "text"
            self._page.write_string(row, number, words, self._formats[kind])

    def _continue(self, row: int) -> None:
        """Write what was too long for the cells of a row behind its last."""
        for number, words in enumerate(self._rest, start=len(self._titles)):
            self._text(row, number, words)
        self._rest.clear()


def _passing_folder(beside: Path) -> TemporaryDirectory[str]:
    """Make a folder on the same disk for what is not kept in memory; it goes away in any case."""
    return TemporaryDirectory(dir=beside, prefix=".pressdesk-", ignore_cleanup_errors=True)


def pieces(words: str, column: str) -> list[str]:
    """Return words as one cell and those that continue it, each short enough."""
    if len(words) <= _ROOM:
        return [words]
    parts = [words[start : start + _ROOM] for start in range(0, len(words), _ROOM)]
    mark = CONTINUED.format(column=column[:100])
    whole = [parts[0], *(f"{mark}{part}" for part in parts[1:])]
    return [f"{part}{CONTINUES}" for part in whole[:-1]] + whole[-1:]


def _number_of(error: Exception) -> tuple[Any, ...]:
    """Return what an OSError says that XlsxWriter has wrapped."""
    inner = error.args[0] if error.args else None
    return (inner.errno, inner.strerror) if isinstance(inner, OSError) else (0, str(error))


def _let_go(book: "Workbook") -> None:
    """Close the passing files of a workbook, so that their folder can go."""
    for page in book.worksheets():
        if page.row_data_fh is not None:
            page.row_data_fh.close()
