"""``pressdesk releases add`` takes every format and says what became of each file."""

import json
from pathlib import Path

from tests.cli.conftest import Run


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


FLOODS = "Ready for floods\n\nCrews have new boats. They float.\n"


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
