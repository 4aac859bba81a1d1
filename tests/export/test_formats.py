"""A hostile log in each format, read back by other programs: nothing runs, nothing is lost."""

import json
import re
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from pressdesk.errors import Refused, Unavailable
from pressdesk.export import pdf, xlsx
from pressdesk.export.guard import cleaned
from pressdesk.export.sheet import Column, Sheet, Watch, length_said
from pressdesk.export.writing import Format, write_file, writer_of

LONDON = ZoneInfo("Europe/London")
PAIR = (
    Column("Subject", lambda row: row[0], 40),
    Column("Said", lambda row: row[1], 40),
    Column("When", lambda row: row[2]),
)
SHEET = Sheet("Log of enquiries", (("Filters", "None"), ("Office", "Inspectorate")), PAIR, LONDON)
NOON = datetime(2026, 7, 1, 11, 0, tzinfo=UTC)

HOSTILE = [
    *("=1+1", "+1+1", "-1-1", "@SUM(1)", '=HYPERLINK("http://evil.example","y")', "=cmd|' /C calc'!A0"),
    *("\t=1", "\r=1", "\n=1", "  =1", "＝1+1", "＋1", "－1", "＠SUM(1)", "\u200f=1"),
    *("+44 1632 960001", "nul\x00here", "👮🏽‍♀️ asks", "שלום עולם", "مرحبا", 'says "no",\nor "so"'),
    *("http://evil.example/", "mailto:x@evil.example", "_x0041_ is A", "a < b & c > d", "中文"),
    *("#emph[typst] $x$ *b* <l> @ref // c", '#read("/etc/passwd")', "\\u{41}", "]]> <!--"),
]  # fmt: skip
ROWS = [(words, f"{number}", NOON) for number, words in enumerate(HOSTILE)]
LONG = "".join(f"{number:07} " for number in range(5000))  # 40,000 characters


def write(kind, rows, path, sheet=SHEET):
    return write_file(sheet, rows, path, writer_of(kind))


def cells(path):
    return CalamineWorkbook.from_path(path).get_sheet_by_name("Log").to_python()


def inner(path, name):
    with ZipFile(path) as packed:
        return packed.read(name).decode()


@pytest.fixture
def book(tmp_path):
    return tmp_path / "log.xlsx"


def test_a_hostile_log_is_only_text_in_a_workbook(book):
    assert write(Format.XLSX, ROWS, book) == len(ROWS)
    read = cells(book)
    assert read[0] == ["Subject", "Said", "When"]
    assert [row[0] for row in read[1:]] == [cleaned(words) for words in HOSTILE]
    page = inner(book, "xl/worksheets/sheet1.xml")
    assert "<f>" not in page
    assert "<hyperlink" not in page


def test_what_looks_like_a_formula_stays_text_when_its_cell_is_edited(book):
    write(Format.XLSX, [("=1+1", "plain", None)], book)
    styles = re.findall(r"<xf [^>]*>", inner(book, "xl/styles.xml").split("<cellXfs")[1])
    page = inner(book, "xl/worksheets/sheet1.xml")
    kinds = {name: int(kind) for name, kind in re.findall(r'<c r="(\w2)" s="(\d+)"', page)}
    quoted = {name: "quotePrefix" in styles[kind] for name, kind in kinds.items()}
    assert quoted == {"A2": True, "B2": False}


@settings(max_examples=25)
@given(st.lists(st.text(), min_size=1, max_size=9))
def test_any_words_read_back_from_a_workbook(tmp_path_factory, words):
    path = tmp_path_factory.mktemp("export") / "log.xlsx"
    write(Format.XLSX, [(one, "x", None) for one in words], path)
    unseen = "\ufffe\uffff"  # no character, which XML cannot hold
    wanted = [cleaned(one).translate(dict.fromkeys(map(ord, unseen), "\ufffd")) for one in words]
    assert [row[0] for row in cells(path)[1:]] == wanted


def test_words_too_long_for_a_cell_go_on_in_marked_cells(book):
    write(Format.XLSX, [(LONG, "after", NOON)], book)
    row = cells(book)[1]
    mark = "[Subject, continued] "
    first, rest = row[0], row[3:]
    assert row[1] == "after"
    assert all(len(cell) <= xlsx.LONGEST and cell.startswith(mark) for cell in rest)
    pieces = [first, *(cell.removeprefix(mark) for cell in rest)]
    assert "".join(piece.removesuffix(xlsx.CONTINUES) for piece in pieces) == LONG


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (NOON, datetime(2026, 7, 1, 12, 0)),  # noqa: DTZ001 - as the office's clock shows
        (date(2026, 7, 1), date(2026, 7, 1)),
        (timedelta(hours=27, minutes=5), timedelta(hours=27, minutes=5)),
        (timedelta(minutes=-15), "-0:15"),
        (datetime(1066, 10, 14, 9, tzinfo=UTC), "1066-10-14 08:58"),
        (True, "yes"), (12, 12.0), (None, ""),
    ],
)  # fmt: skip
def test_cells_of_a_workbook_have_the_type_of_their_value(book, value, cell):
    write(Format.XLSX, [("x", "y", value)], book)
    row = cells(book)[1]
    assert (row[2] if len(row) > 2 else "") == cell


def test_a_workbook_keeps_its_titles_in_sight_filters_and_explains_itself(book):
    write(Format.XLSX, ROWS[:2], book)
    page = inner(book, "xl/worksheets/sheet1.xml")
    assert 'state="frozen"' in page
    assert '<autoFilter ref="A1:C3"/>' in page
    about = CalamineWorkbook.from_path(book).get_sheet_by_name("About this file").to_python()
    assert {str(name): value for name, value in about} == {
        "Sheet": "Log of enquiries",
        "Filters": "None",
        "Office": "Inspectorate",
        "Rows": "2",
    }


def test_a_workbook_with_too_many_rows_is_refused(book, monkeypatch):
    monkeypatch.setattr(xlsx, "MOST_ROWS", 2)
    with pytest.raises(Refused, match="Choose CSV"):
        write(Format.XLSX, ROWS, book)
    assert list(book.parent.iterdir()) == []


def test_a_hostile_log_reads_back_from_json_as_it_was(tmp_path):
    path = tmp_path / "log.json"
    write(Format.JSON, [*ROWS, (LONG, "\ud800", None)], path)
    *rows, last = [json.loads(line) for line in path.read_text("utf-8").split("\n")[:-1]]
    assert [row["Subject"] for row in rows] == [*HOSTILE, LONG]
    assert rows[0]["When"] == "2026-07-01T12:00:00+01:00"
    assert rows[-1] == {"Subject": LONG, "Said": "\ufffd", "When": None}
    assert last["about"]["Rows"] == str(len(rows))


def text_of(path):
    return "".join(page.extract_text() for page in PdfReader(path).pages)


@pytest.fixture(scope="module")
def paper(tmp_path_factory):
    path = tmp_path_factory.mktemp("paper") / "log.pdf"
    write(Format.PDF, [*ROWS, (LONG, "end", None)], path)
    return path


def test_a_pdf_is_tagged_titled_and_in_british_english(paper):
    reader = PdfReader(paper)
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == "en-GB"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert str(reader.metadata and reader.metadata.title) == "Log of enquiries"
    assert {"/Table", "/THead", "/TH", "/TD"} <= set(kinds(root["/StructTreeRoot"]))


def kinds(node):
    """Yield the kind of each element of a PDF's structure."""
    if isinstance(node, list):
        for child in node:
            yield from kinds(child)
    elif hasattr(node, "get_object") and isinstance(found := node.get_object(), dict):
        if "/S" in found:
            yield found["/S"]
        yield from kinds(found.get("/K", []))
    elif hasattr(node, "get_object") and isinstance(node.get_object(), list):
        yield from kinds(list(node.get_object()))


@pytest.fixture(scope="module")
def printed(paper):
    return text_of(paper)


LATIN = [words for words in HOSTILE if cleaned(words).isascii()]


@pytest.mark.parametrize("words", LATIN)
def test_hostile_words_are_printed_as_they_are_and_never_read_as_markup(printed, words):
    assert re.sub(r"\s+", "", cleaned(words)) in re.sub(r"\s+", "", printed)


def test_a_pdf_loses_nothing_of_40_000_characters(printed):
    assert all(f"{number:07}" in printed for number in range(5000))


def test_a_character_no_font_can_draw_is_printed_as_its_number(tmp_path):
    path = tmp_path / "log.pdf"
    write(Format.PDF, [("private \U000f0123 and \U0010abcd", "x", None)], path)
    assert "private [U+F0123] and [U+10ABCD]" in text_of(path)


def test_a_pdf_with_too_many_rows_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(pdf, "MOST_ROWS", 2)
    with pytest.raises(Refused, match="A PDF holds 2 rows"):
        write(Format.PDF, ROWS, tmp_path / "log.pdf")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", Format)
def test_every_format_holds_nothing_at_all_too(tmp_path, kind):
    path = tmp_path / f"log.{kind}"
    assert write(kind, [], path) == 0
    assert path.stat().st_size > 0


def stopped_by(error):
    yield ROWS[0]
    raise error


@pytest.mark.parametrize("kind", Format)
def test_a_full_disk_is_said_in_every_format_and_leaves_the_earlier_file(tmp_path, kind):
    path = tmp_path / f"log.{kind}"
    path.write_text("yesterday's")
    with pytest.raises(Unavailable, match="the disk is full"):
        write(kind, stopped_by(OSError(28, "no space")), path)
    assert [kept.read_text() for kept in tmp_path.iterdir()] == ["yesterday's"]


@pytest.mark.parametrize("kind", Format)
def test_every_format_can_be_stopped_and_says_how_far_it_is(tmp_path, kind):
    path = tmp_path / f"log.{kind}"
    told: list[int] = []
    watch = Watch(told.append, lambda: bool(told))
    with pytest.raises(Refused, match="cancelled"):
        write_file(SHEET, ROWS * 100, path, writer_of(kind, watch))
    assert told == [2000]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (timedelta(), "0:00"),
        (timedelta(days=2, minutes=9), "48:09"),
        (timedelta(seconds=-90), "-0:01"),
    ],
)
def test_lengths_of_time_are_hours_and_minutes(length, said):
    assert length_said(length) == said
