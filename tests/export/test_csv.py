"""The CSV that leaves the office: what cells may hold, how a file is laid out, what survives."""

import csv
import errno
import unicodedata
from datetime import UTC, date, datetime
from itertools import count
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.errors import Refused, Unavailable
from pressdesk.export import guard
from pressdesk.export.csv import CsvStyle
from pressdesk.export.guard import are_plain, guarded, is_formula
from pressdesk.export.sheet import Column, Sheet, Watch
from pressdesk.export.writing import Format, write_file, writer_of

LONDON = ZoneInfo("Europe/London")
FACTS = (("Filters", "outlet Gazette"), ("Time zone", "Europe/London"), ("Hours", "08:30–17:00"))
PAIR = (Column("Subject", lambda row: row[0]), Column("When", lambda row: row[1]))
SHEET = Sheet("Log of enquiries", FACTS, PAIR, LONDON)


def write_csv(sheet, rows, path, watch=None):
    return write_file(sheet, rows, path, writer_of(Format.CSV, watch or Watch()))


def read(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


@pytest.fixture
def target(tmp_path):
    return tmp_path / "log.csv"


@pytest.fixture
def earlier(target):
    target.write_bytes(b"the export of last week")
    return target


HOSTILE = {
    "=1+1": "'=1+1",
    '=HYPERLINK("http://x.example","y")': '\'=HYPERLINK("http://x.example","y")',
    "=cmd|' /C calc'!A0": "'=cmd|' /C calc'!A0",
    "+cmd|' /C calc'!A0": "'+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0": "'-2+3+cmd|' /C calc'!A0",
    "@SUM(1)": "'@SUM(1)",
    "＝1+1": "'＝1+1",
    "＋1+1": "'＋1+1",
    "－1-1": "'－1-1",
    "＠SUM(1)": "'＠SUM(1)",
    "﹦1": "'﹦1",
    "  =1": "'  =1",
    "\ufeff=1": "'\ufeff=1",
    "\u200f\u00a0=1": "'\u200f\u00a0=1",
    "\x00=1": "'=1",
    "\x1b\x7f=1": "'=1",
    "\t=1": "'\t=1",
    "\tplain": "'\tplain",
    " \nplain": "' \nplain",
    "\rplain": "'\nplain",
    "\r\n=1": "'\n=1",
    "-": "'-",
    "- no comment": "'- no comment",
    "+1-202-555-0100": "'+1-202-555-0100",
    "+44 1632 960001+cmd": "'+44 1632 960001+cmd",
    "-3.5\n=1": "'-3.5\n=1",
}
INNOCENT = [
    *("", "a=b", "'=1", "12", "-3.5", "+4", "-1e5", " -3.5 ", "12:30"),
    *("+44 1632 960001", "+441632960001", "+44 (0)1632 960001 ext. 12", "020 3513 0600"),
    *("says “=1”", "one\ntwo", "a\tb", "שלום", "👮🏽‍♀️ asks", "5 - 3", "<script>", "\u200fשלום"),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "safe"), HOSTILE.items())
def test_a_cell_that_begins_like_a_formula_becomes_text(cell, safe):
    assert guarded(cell) == safe


@pytest.mark.parametrize("cell", INNOCENT)
def test_numbers_telephone_numbers_and_plain_words_stay_as_they_are(cell):
    assert guarded(cell) == cell


def test_controls_and_halves_of_characters_are_taken_out():
    assert guarded("a\x00b\x07c\x85d\ud800e\r\nf") == "abcd\N{REPLACEMENT CHARACTER}e\nf"


texts = st.text() | st.text(alphabet="=+-@＝＋－＠ \t\r\n\x00\ufeff\u200b'\",;1a")


@given(texts)
def test_no_guarded_cell_begins_like_a_formula(text):
    cell = guarded(text)
    assert not is_formula(cell)
    first = cell.lstrip("\ufeff\u200b \u00a0")[:1]
    assert first not in {"=", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n"}


plain_mostly = st.text(alphabet="abc d,;é“”") | texts


@given(st.lists(plain_mostly, min_size=1, max_size=5))
def test_what_one_look_finds_plain_needs_no_guard(cells):
    if are_plain(cells):
        assert [guarded(cell) for cell in cells] == cells


@pytest.mark.parametrize("cell", [*HOSTILE, " blank first", "two\nlines", "nul\x00"])
def test_one_look_sees_one_cell_among_many_that_needs_a_guard(cell):
    assert are_plain(["plain"] * 9)
    assert not are_plain(["plain", cell, "plain"])
    assert not are_plain([cell])


def test_what_is_no_text_is_not_plain():
    assert not are_plain(["plain", None])


def test_all_forms_of_a_formula_s_first_character_are_known():
    every = (chr(code) for code in range(0x110000))
    alike = {char for char in every if unicodedata.normalize("NFKC", char) in {*"=+-@"}}
    assert alike == guard._FORMULA


@given(st.lists(plain_mostly, min_size=1, max_size=5), st.booleans())
def test_a_lone_column_reads_back_whole(tmp_path_factory, cells, semicolon):
    path = tmp_path_factory.mktemp("export") / "log.csv"
    lone = Sheet("Log", (), PAIR[:1], LONDON)
    style = CsvStyle(semicolon=semicolon)
    write_file(lone, [(cell,) for cell in cells], path, writer_of(Format.CSV, style=style))
    with path.open(encoding="utf-8-sig", newline="") as file:
        read_back = list(csv.reader(file, delimiter=";" if semicolon else ","))
    assert read_back[1 : read_back.index([])] == [[guarded(cell)] for cell in cells]


@given(st.lists(st.tuples(texts, texts), max_size=5))
def test_what_was_written_reads_back_but_for_the_guard(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("export") / "log.csv"
    assert write_csv(SHEET, rows, path) == len(rows)
    table = read(path)
    end = table.index([])
    cells = [tuple(map(readable, row)) for row in rows]
    assert [tuple(cell.removeprefix("'") for cell in row) for row in table[1:end]] == cells


def readable(text):
    """The text without an apostrophe in front, controls, and halves of characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = (char for char in text if char in "\n\t" or unicodedata.category(char) != "Cc")
    text = "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in kept)
    return text.removeprefix("'")


def test_the_file_holds_titles_rows_and_after_an_empty_line_what_explains_them(target):
    rows = [("Fire cover", 3), ("=1", None)]
    assert write_csv(SHEET, rows, target) == 2
    assert target.read_bytes().decode("utf-8") == (
        "\ufeffSubject,When\r\n"
        "Fire cover,3\r\n"
        "'=1,\r\n"
        "\r\n"
        "Sheet,Log of enquiries\r\n"
        "Filters,outlet Gazette\r\n"
        "Time zone,Europe/London\r\n"
        "Hours,08:30–17:00\r\n"
        "Rows,2\r\n"
    )


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (datetime(2026, 11, 21, 19, 42, 59, tzinfo=UTC), "2026-11-21 19:42"),
        (datetime(2026, 7, 1, 23, 30, tzinfo=UTC), "2026-07-02 00:30"),
        (date(2026, 11, 21), "2026-11-21"),
        (True, "yes"), (False, "no"), (None, ""), (-3, "-3"), (2.5, "2.5"), ("", ""),
        ('He said "no", twice\nor so', 'He said "no", twice\nor so'),
    ],
)  # fmt: skip
def test_values_are_written_as_people_read_them(target, value, cell):
    write_csv(SHEET, [("x", value)], target)
    assert read(target)[1] == ["x", cell]


def test_titles_and_facts_are_guarded_like_cells(target):
    sheet = Sheet("=1", (("@a", "-b"),), (Column("+c", str),), LONDON)
    write_csv(sheet, [], target)
    assert read(target) == [["'+c"], [], ["Sheet", "'=1"], ["'@a", "'-b"], ["Rows", "0"]]


def test_an_empty_cell_alone_in_its_row_is_not_the_end_of_the_table(target):
    write_csv(Sheet("One", (), (Column("A", lambda row: row),), LONDON), [None, "b"], target)
    assert read(target)[:4] == [["A"], [""], ["b"], []]


def test_a_time_that_names_no_moment_is_refused_and_the_earlier_file_stays(earlier):
    with pytest.raises(Refused):
        write_csv(SHEET, [("x", datetime(2026, 1, 1))], earlier)  # noqa: DTZ001 - the fault tried
    assert_untouched(earlier)


def test_a_new_file_takes_the_place_of_the_earlier_one(earlier):
    write_csv(SHEET, [], earlier)
    assert read(earlier)[0] == ["Subject", "When"]
    assert list(earlier.parent.iterdir()) == [earlier]


def assert_untouched(path):
    assert path.read_bytes() == b"the export of last week"
    assert list(path.parent.iterdir()) == [path]


def test_an_export_without_end_can_be_cancelled_and_leaves_the_earlier_file(earlier):
    asked = count()
    with pytest.raises(Refused, match="The export was cancelled"):
        write_csv(
            SHEET,
            zip(count(), count(), strict=True),
            earlier,
            Watch(cancelled=lambda: next(asked) == 5),
        )
    assert next(asked) == 6
    assert_untouched(earlier)


def test_a_fault_among_the_rows_leaves_the_earlier_file(earlier):
    with pytest.raises(ZeroDivisionError):
        write_csv(SHEET, ((str(number), 1 // number) for number in (1, 0)), earlier)
    assert_untouched(earlier)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "the disk is full. Free some room"),
        (errno.EROFS, "that disk can only be read"),
        (errno.EACCES, "Close it if it is open elsewhere"),
        (errno.EIO, "the disk or the network failed"),
    ],
)
def test_a_failing_disk_is_explained_and_the_earlier_file_stays(earlier, number, said):
    def rows():
        yield "x", 1
        raise OSError(number, "the disk says so")

    with pytest.raises(Unavailable, match=said):
        write_csv(SHEET, rows(), earlier)
    assert_untouched(earlier)


def test_a_folder_that_is_not_there_is_explained(tmp_path):
    with pytest.raises(Unavailable, match="there is no such folder"):
        write_csv(SHEET, [], tmp_path / "none" / "log.csv")


def test_a_file_in_place_of_a_folder_is_explained(earlier):
    with pytest.raises(Unavailable, match="there is no such folder"):
        write_csv(SHEET, [], earlier / "log.csv")


def test_a_folder_in_place_of_the_file_is_explained_and_nothing_is_left(target):
    target.mkdir()
    with pytest.raises(Unavailable, match="a folder has that name"):
        write_csv(SHEET, [], target)
    assert list(target.parent.iterdir()) == [target]


def test_a_name_longer_than_the_disk_allows_is_explained(tmp_path):
    with pytest.raises(Unavailable, match="the name is too long"):
        write_csv(SHEET, [], tmp_path / ("x" * 300))


def test_cells_may_be_apart_by_semicolons_and_the_mark_left_out(target):
    style = CsvStyle(semicolon=True, mark=False)
    write_file(SHEET, [("a;b", 1)], target, writer_of(Format.CSV, style=style))
    assert target.read_bytes().splitlines()[:2] == [b"Subject;When", b'"a;b";1']
