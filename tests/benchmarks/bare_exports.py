"""The bare counterparts of an export: plain sqlite3, and each library's plainest use.

They read the columns of the list by the same joins and in the same order, and write no guard, no
zone, no words about the file.
"""

import csv
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from pressdesk.export.writing import Format

TITLES = (
    *("Reference", "Received", "Subject", "Journalist", "Outlet", "Deadline", "Deadline in words"),
    *(
        "Line expected",
        "Line used",
        "Held until",
        "Urgent",
        "Status",
        "Owner",
        "Outcome",
        "Finished",
    ),
)
INSTANTS = (1, 5, 9)
WIDTHS = (16, 16, 34, 20, 20, 16, 16, 14, 14, 16, 8, 14, 16, 18, 9)
LIST = """
    SELECT e.reference, e.received_at, e.subject, j.name, o.name, e.deadline_at, e.deadline_words,
           e.line_expected, e.line_used, e.held_until, e.urgent, e.status, s.name, c.name, e.finished
    FROM enquiry e
    LEFT JOIN journalist j ON j.id = e.journalist_id LEFT JOIN outlet o ON o.id = e.outlet_id
    LEFT JOIN staff s ON s.id = e.owner_id LEFT JOIN outcome c ON c.id = e.outcome_id
    WHERE e.received_at >= ?
    ORDER BY e.received_at DESC, e.id DESC
"""
# A document without a title is no PDF/UA.
TABLE = """
    #let rows = json(bytes(sys.inputs.rows))
    #set document(title: "Log")
    #set text(lang: "en", size: 7.5pt)
    #set page(paper: "a3", flipped: true)
    #table(
      columns: json(bytes(sys.inputs.widths)).map(width => width * 1fr),
      table.header(..json(bytes(sys.inputs.titles))),
      ..rows.flatten(),
    )
"""


def since(path: Path, rows: int) -> datetime:
    """Return when the enquiry came in from which on there are so many."""
    query = "SELECT received_at FROM enquiry ORDER BY received_at DESC, id DESC LIMIT 1 OFFSET ?"
    with closing(sqlite3.connect(path)) as connection:
        count = connection.execute("SELECT count(*) FROM enquiry").fetchone()[0]
        found = connection.execute(query, (min(rows, count) - 1,)).fetchone()
    return datetime.fromisoformat(f"{found[0]}+00:00")


def _rows(path: Path, start: datetime) -> Iterator[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        yield from connection.execute(LIST, (f"{start:%Y-%m-%d %H:%M:%S.%f}",))


def write_csv(path: Path, start: datetime, target: Path) -> None:
    """Write the rows as they come out of the database."""
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(TITLES)
        for row in _rows(path, start):
            writer.writerow(row)


def write_xlsx(path: Path, start: datetime, target: Path) -> None:
    """Write text as text and instants as instants, in constant memory."""
    import xlsxwriter

    with xlsxwriter.Workbook(target, {"constant_memory": True}) as book:
        page = book.add_worksheet()
        text, instant = (
            book.add_format(kind)
            for kind in ({"text_wrap": True}, {"num_format": "yyyy-mm-dd hh:mm"})
        )
        for row, values in enumerate(_rows(path, start)):
            for column, value in enumerate(values):
                if value is None or value == "":
                    continue
                if column in INSTANTS:
                    page.write_datetime(row, column, datetime.fromisoformat(value), instant)
                else:
                    page.write_string(row, column, str(value), text)


def write_pdf(path: Path, start: datetime, target: Path) -> None:
    """Set the rows as one tagged table."""
    import json

    import typst

    rows = [
        [
            "" if value is None else str(value)[: 16 if column in INSTANTS else None]
            for column, value in enumerate(row)
        ]
        for row in _rows(path, start)
    ]
    made = typst.compile(
        TABLE.encode(),
        sys_inputs={
            "rows": json.dumps(rows),
            "titles": json.dumps(TITLES),
            "widths": json.dumps(WIDTHS),
        },
        pdf_standards=["ua-1"],
    )
    assert isinstance(made, bytes)
    target.write_bytes(made)


WRITERS: dict[Format, Callable[[Path, datetime, Path], None]] = {
    Format.CSV: write_csv,
    Format.XLSX: write_xlsx,
    Format.PDF: write_pdf,
}
