"""``pressdesk releases add`` takes every format and says what became of each file."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.web_site import Site


def test_many_files_come_in_and_the_refused_are_named(office: Run, tmp_path: Path) -> None:
    (tmp_path / "many.csv").write_text("title,body\nFloods,Boats.\nFires,Few.\n")
    (tmp_path / "page.md").write_text("# Knives\n\nFewer.\n")
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.4")
    code, out, _ = office("releases", "add", *map(str, sorted(tmp_path.glob("*.[cmp]*[vdf]"))))
    assert code == 7
    assert out.splitlines() == [
        "1  Floods",
        "2  Fires",
        "3  Knives",
        "Refused: scan.pdf: The PDF is damaged. Ask for another copy, or paste its words.",
    ]


def test_a_row_to_look_at_again_is_told_and_is_no_failure(office: Run, tmp_path: Path) -> None:
    sheet = tmp_path / "many.csv"
    sheet.write_text("title,body,date\nFloods,Boats.,soon\n")
    assert "Look again: many.csv, row 2: The date" in office("releases", "add", str(sheet))[1]
    code, out, _ = office("releases", "add", str(sheet), "--json")
    assert (code, json.loads(out)["remarks"][0]["name"]) == (0, "many.csv, row 2")


def test_a_release_without_a_headline_is_named_so_and_told(office: Run, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("Crews have new boats, and they float. " * 9)
    code, out, _ = office("releases", "add", str(tmp_path / "long.txt"))
    assert (code, out.splitlines()[0]) == (0, "1  No headline")
    assert "Look again: long.txt: No headline was found in it." in out
    assert office("releases", "list")[1] == "1  –  No headline\n"


FLOODS = "Ready for floods\n\nCrews have new boats. They float.\n"


QUOTING = """Boats for Hull

Ann Lee said:

“They float.

“And they row.”

It has:

• boats; and
• oars.

Notes

1. There are two.
"""


def test_a_release_is_printed_as_it_is_read(office: Run, tmp_path: Path) -> None:
    (tmp_path / "boats.txt").write_text(QUOTING)
    office("releases", "add", str(tmp_path / "boats.txt"))
    assert office("releases", "show", "1")[1] == QUOTING.replace("has:\n\n•", "has:\n•")


def test_versions_are_listed_compared_and_their_file_written(office: Run, tmp_path: Path) -> None:
    path = tmp_path / "floods.txt"
    path.write_text(FLOODS)
    office("releases", "add", str(path))
    path.write_text(FLOODS.replace("new", "nine"))
    assert office("releases", "add", str(path))[1] == "1  Ready for floods  (version 2)\n"
    assert office("releases", "add", str(path))[1] == "1  Ready for floods  (was here already)\n"
    listed = office("releases", "versions", "1")[1].splitlines()
    assert [line[:2] for line in listed] == ["2 ", "1 "]
    assert listed[0].endswith("Priya, from floods.txt")
    _, out, _ = office("releases", "versions", "1", "--json")
    assert [one["number"] for one in json.loads(out)] == [2, 1]
    _, out, _ = office("releases", "versions", "1", "--compare", "1", "2")
    assert out.splitlines()[1] == "Crews have [-new-] {+nine+} boats. They float."
    assert office("releases", "original", "1", str(tmp_path / "copy.txt"))[0] == 0
    assert (tmp_path / "copy.txt").read_text() == path.read_text()


def test_a_folder_brings_the_files_in_it(office: Run, tmp_path: Path) -> None:
    (tmp_path / "given" / "deep").mkdir(parents=True)
    (tmp_path / "given" / "deep" / "a.txt").write_text("Boats\n\nReady.\n")
    (tmp_path / "given" / ".hidden").write_bytes(b"\0")
    assert office("releases", "add", str(tmp_path / "given"))[:2] == (0, "1  Boats\n")


@pytest.mark.allow_hosts(["127.0.0.1"])
def test_an_address_is_fetched_and_its_trouble_told(office: Run, site: Site) -> None:
    address = site.put("/boats", "<html><h1>Boats</h1><p>Ready.</html>")
    code, out, _ = office("releases", "add", address, site.at("/none"), "file:///etc/passwd")
    lines = out.splitlines()
    assert (code, lines[0]) == (7, "1  Boats")
    assert "no such page (404)" in lines[1]
    assert "Type an address on the web" in lines[2]


STRANGE = "what,when,all of it\nBoats,2012-07-12,They float.\n"


def test_the_columns_of_a_spreadsheet_can_be_named(office: Run, tmp_path: Path) -> None:
    sheet = tmp_path / "many.csv"
    sheet.write_text(STRANGE)
    assert "Name the columns" in office("releases", "add", str(sheet))[1]
    named = ("--column", "body=All of it", "--column", "title=what")
    assert office("releases", "add", str(sheet), *named)[:2] == (0, "1  Boats\n")


@pytest.mark.parametrize(
    ("column", "code", "said"),
    [
        ("body=Text", 7, "There is no column “Text”. The columns are: what, when, all of it."),
        ("words=what", 7, "A column cannot be “words”. Choose one of: title, body"),
        ("body", 2, "PART=HEADING"),
    ],
)
def test_a_column_that_is_not_there_is_told(
    office: Run, tmp_path: Path, column: str, code: int, said: str
) -> None:
    sheet = tmp_path / "many.csv"
    sheet.write_text(STRANGE)
    left, out, err = office("releases", "add", str(sheet), "--column", column)
    assert left == code
    assert said in " ".join((out + err).split())
