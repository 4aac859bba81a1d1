"""A workbook as LibreOffice opens it: every cell there, nothing run, nothing to be mended."""

import csv
import subprocess

from pressdesk.export.guard import cleaned
from pressdesk.export.writing import Format
from tests.export.test_formats import ROWS, write

# Commas, double quotes, UTF-8, from the first line, each cell as it is shown.
AS_SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true"


def test_libreoffice_reads_every_cell_of_a_hostile_log_as_it_was(tmp_path):
    path = tmp_path / "log.xlsx"
    write(Format.XLSX, ROWS, path)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        AS_SHOWN,
        "--outdir",
        tmp_path,
        path,
    ]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    assert "rror" not in done.stderr
    with (tmp_path / "log.csv").open(encoding="utf-8", newline="") as file:
        titles, *rows = list(csv.reader(file))
    assert titles == ["Subject", "Said", "When"]
    assert [row[0] for row in rows] == [cleaned(words) for words, _, _ in ROWS]
    assert {row[2] for row in rows} == {"2026-07-01 12:00"}
