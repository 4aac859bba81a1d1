"""A CSV of many releases: each row is one. Which column is which is told by its heading."""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

from pressdesk.errors import BadFile
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


@dataclass(frozen=True)
class Columns:
    """The number of the column that holds each part; None where there is none."""

    title: int | None
    body: int | None
    summary: int | None
    date: int | None
    url: int | None


def guess_columns(headings: Sequence[str]) -> Columns:
    """Tell by their headings which columns hold what."""
    plain = [re.sub(r"[\W_]+", " ", heading).strip().lower() for heading in headings]
    return Columns(
        **{
            part: next((plain.index(name) for name in names if name in plain), None)
            for part, names in _HEADINGS.items()
        }
    )


def read_spreadsheet(text: str) -> tuple[Document, ...]:
    """Read every row that is not blank. Raises BadFile when no column looks like a release's."""
    headings, *below = _table(text)
    columns = guess_columns(headings)
    if columns.body is None:
        raise BadFile(
            "No column holds the words of the releases. "
            "Name the columns in the first row: title, body, date."
        )
    rows = {at: row for at, row in enumerate(below, 2) if any(cell.strip() for cell in row)}
    if not rows:
        raise BadFile("There is nothing below the headings of the spreadsheet.")
    month_first = is_month_first(_cell(row, columns.date) for row in rows.values())
    return tuple(
        _document(row, columns, number, month_first=month_first) for number, row in rows.items()
    )


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


def _document(row: Sequence[str], columns: Columns, number: int, *, month_first: bool) -> Document:
    title = " ".join(_cell(row, columns.title).split())
    body = _cell(row, columns.body)
    address = _cell(row, columns.url).strip()
    said = _cell(row, columns.date).strip()
    day = day_in(said, month_first=month_first)
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
