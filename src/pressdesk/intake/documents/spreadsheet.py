"""A CSV of many releases: each row is one. Which column is which is told by its heading."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from pressdesk.errors import BadFile, Refused
from pressdesk.intake.documents.dates import day_in, is_month_first
from pressdesk.intake.documents.document import Document, under_title
from pressdesk.intake.documents.markdown import markdown_text
from pressdesk.intake.text import one_line

LARGEST_CELL = 32_767
"""Characters; spreadsheets cut what is longer."""
_CUT = "The text breaks off at 32,767 characters, where spreadsheets cut it. Compare the original."

_HEADINGS = {
    "title": ("title", "headline", "heading", "subject", "name"),
    "body": ("body", "text", "content", "full text", "release", "story", "markdown", "html"),
    "summary": ("summary", "standfirst", "description", "lead"),
    "date": (
        *("first published", "published on", "published", "publication date", "date published"),
        *("publish date", "release date", "release on", "issued", "date", "created"),
    ),
    "url": ("url", "old url", "link", "address", "permalink", "source url", "web address"),
}
"""What columns are called, the likeliest first."""
_MARKS = ",;\t|"


PARTS = tuple(_HEADINGS)
"""What a column may hold: title, body, summary, date, url."""
_LOOKED_INTO = 50  # rows, for what their columns hold
_LEAST_BODY = 120  # characters on average
_FAR = 3
"""How many times longer than the next column the words of the releases are."""
_LONGEST_TITLE, _LONGEST_DAY = 250, 40
_LOOKED_AT = 2_000  # rows; the style of the dates shows within them


@dataclass(frozen=True)
class Columns:
    """The number of the column that holds each part; None where there is none.

    ``month_first`` settles 7/12/2012; None leaves it to the dates of the whole column.
    """

    title: int | None = None
    body: int | None = None
    summary: int | None = None
    date: int | None = None
    url: int | None = None
    month_first: bool | None = None


@dataclass(frozen=True)
class Sheet:
    """A spreadsheet: its headings, and its rows that are not blank with their numbers in it."""

    headings: tuple[str, ...]
    rows: Mapping[int, Sequence[str]]

    def column(self, number: int | None) -> list[str]:
        """Return the first cells of a column, none without one."""
        rows = islice(self.rows.values(), _LOOKED_AT)
        return [_cell(row, number) for row in rows] if number is not None else []

    def cell(self, row: Sequence[str], number: int | None) -> str:
        """Return a cell of one of the rows; empty where there is none."""
        return _cell(row, number)


def guess_columns(headings: Sequence[str], rows: Iterable[Sequence[str]] = ()) -> Columns:
    """Tell by their headings which columns hold what; or else, by ``rows``, from what is in them.

    Only a column of far longer texts than any other is taken for the words unasked.
    """
    plain = [_plain(heading) for heading in headings]
    found: dict[str, Any] = {
        part: next((plain.index(name) for name in names if name in plain), None)
        for part, names in _HEADINGS.items()
    }
    cells = list(islice(rows, _LOOKED_INTO))
    for part, fits in _BY_CONTENT.items() if cells else ():
        named = part != "title" or found["body"] is not None  # or the words would be the title
        if found[part] is None and named:
            free = [at for at in range(len(headings)) if at not in found.values()]
            columns = {at: [_cell(row, at).strip() for row in cells] for at in free}
            found[part] = fits(columns)
    return Columns(**found)


def _far_longest(columns: Mapping[int, Sequence[str]]) -> int | None:
    lengths = sorted(((sum(map(len, cells)) / len(cells), at) for at, cells in columns.items()))
    longest, at = lengths[-1] if lengths else (0.0, 0)
    next_longest = lengths[-2][0] if len(lengths) > 1 else 0.0
    return at if longest >= max(_LEAST_BODY, _FAR * next_longest) else None


def _first_with(fits: Callable[[str], bool]) -> Callable[[Mapping[int, Sequence[str]]], int | None]:
    def found(columns: Mapping[int, Sequence[str]]) -> int | None:
        right = (at for at, cells in columns.items() if all(map(fits, filter(None, cells))))
        return next((at for at in right if any(columns[at])), None)

    return found


def _is_title(cell: str) -> bool:
    return len(cell) <= _LONGEST_TITLE and " " in cell


_BY_CONTENT = {
    "body": _far_longest,
    "url": _first_with(lambda cell: cell.startswith(("http://", "https://"))),
    "date": _first_with(lambda cell: len(cell) < _LONGEST_DAY and day_in(cell) is not None),
    "title": _first_with(_is_title),
}
"""How a column without a heading that we know is told, in this order."""


def named_columns(sheet: Sheet, named: Mapping[str, str]) -> Columns:
    """Guess, but for the parts whose heading is given. Raises Refused for one that is not there."""
    headings = sheet.headings
    plain = [_plain(heading) for heading in headings]
    guessed = guess_columns(headings, sheet.rows.values())
    for part, heading in named.items():
        if part not in PARTS:
            raise Refused(f"A column cannot be “{part}”. Choose one of: {', '.join(PARTS)}.")
        if _plain(heading) not in plain:
            there = ", ".join(one_line(name, 40) for name in headings if name.strip())
            raise Refused(f"There is no column “{heading}”. The columns are: {there}.")
        found: dict[str, Any] = {part: plain.index(_plain(heading))}
        guessed = replace(guessed, **found)
    return guessed


def open_sheet(text: str) -> Sheet:
    """Read a table. Raises BadFile when it cannot be, or holds nothing below its headings."""
    headings, *below = _table(text)
    rows = {at: row for at, row in enumerate(below, 2) if any(cell.strip() for cell in row)}
    if not rows:
        raise BadFile("There is nothing below the headings of the spreadsheet.")
    return Sheet(tuple(headings), rows)


def read_sheet(sheet: Sheet, columns: Columns) -> Iterator[Document]:
    """Read every row as a release. Raises BadFile when no column holds the words."""
    if columns.body is None:
        raise BadFile(
            "No column holds the words of the releases. "
            "Name the columns in the first row: title, body, date."
        )
    first = columns.month_first
    if first is None:
        first = is_month_first(_cell(row, columns.date) for row in sheet.rows.values())
    settled = replace(columns, month_first=first)
    return (_document(row, settled, number) for number, row in sheet.rows.items())


def read_spreadsheet(text: str) -> tuple[Document, ...]:
    """Read every row by guessed columns. Raises BadFile when none looks like a release's."""
    sheet = open_sheet(text)
    return tuple(read_sheet(sheet, guess_columns(sheet.headings, sheet.rows.values())))


def _plain(heading: str) -> str:
    return re.sub(r"[\W_]+", " ", heading).strip().lower()


def _table(text: str) -> list[list[str]]:
    first = text.lstrip().partition("\n")[0]
    mark = max(_MARKS, key=first.count)
    # Strict, since the lenient reader makes all that follows an open quotation mark one cell.
    rows = csv.reader(io.StringIO(text.lstrip(), newline=""), delimiter=mark, strict=True)
    try:
        return list(rows)
    except csv.Error as error:
        raise BadFile(
            f"The spreadsheet cannot be read: a cell does not end where it should, at or before "
            f"line {rows.line_num:,}. Save it as CSV again."
        ) from error


def _document(row: Sequence[str], columns: Columns, number: int) -> Document:
    title = " ".join(_cell(row, columns.title).split())
    body = _cell(row, columns.body)
    address = _cell(row, columns.url).strip()
    said = _cell(row, columns.date).strip()
    day = day_in(said, month_first=bool(columns.month_first))
    text = _under_summary(_cell(row, columns.summary), markdown_text(body, address))
    remarks = [_CUT] if len(body) >= LARGEST_CELL else []
    if said and day is None:
        remarks.append(f"The date “{one_line(said, 40)}” was not understood; it has none.")
    words = under_title(title, text) if text else ""
    return Document(words, title, day, address, f"row {number}", " ".join(remarks))


def _under_summary(summary: str, text: str) -> str:
    """Put the summary above the text, unless the text says it already."""
    words = " ".join(summary.split())
    if not words or words.casefold() in " ".join(text.split()).casefold():
        return text
    return f"{words}\n\n{text}" if text else words


def _cell(row: Sequence[str], column: int | None) -> str:
    return row[column] if column is not None and column < len(row) else ""
