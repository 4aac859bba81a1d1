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
