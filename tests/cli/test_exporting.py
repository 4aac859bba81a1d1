"""The log as a file from the command line: formats, presets, people, exit codes."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

ADD = ("enquiries", "add", "--journalist", "Ruth Amery", "--subject", "Custody", "--received")


@pytest.fixture
def log(office: Run) -> Run:
    for day in ("2026-11-19T12:00Z", "2026-11-20T12:00Z"):
        assert office(*ADD, day)[0] == 0
    return office


@pytest.mark.parametrize(("ending", "start"), [("xlsx", b"PK"), ("pdf", b"%PDF"), ("json", b"{")])
def test_the_ending_of_the_file_says_its_kind(
    log: Run, tmp_path: Path, ending: str, start: bytes
) -> None:
    target = tmp_path / f"log.{ending}"
    code, _out, err = log("export", "-o", str(target))
    assert (code, err) == (0, "")  # no word about progress in a pipe
    assert target.read_bytes().startswith(start)


def test_a_period_a_preset_and_people_are_as_named(log: Run, tmp_path: Path) -> None:
    target = tmp_path / "out"
    days = ("--from", "2026-11-19", "--to", "2026-11-20")
    named = ("--format", "json", "--preset", "one", "--people", "initials")
    assert log("export", *days, *named, "-o", str(target))[0] == 0
    row, about = map(json.loads, target.read_text("utf-8").splitlines())
    assert (row["Journalist"], row["Subject"], about["about"]["Rows"]) == ("R. A.", "Custody", "1")


def test_columns_are_those_named_and_semicolons_may_part_them(log: Run, tmp_path: Path) -> None:
    target = tmp_path / "log.csv"
    plain = ("--columns", "subject, status", "--semicolon", "--no-mark")
    assert log("export", *plain, "-o", str(target))[0] == 0
    assert target.read_bytes().splitlines()[:2] == [b"Subject;Status", b"Custody;New"]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (("--preset", "nothing"), 4),
        (("--columns", "shoe-size"), 4),
        (("--columns", "owner", "--people", "none"), 3),
        (("--format", "docx"), 2),
        (("-o", "nowhere/at/all.csv"), 6),
    ],
)
def test_exit_codes_of_exports_say_what_went_wrong(
    log: Run, tmp_path: Path, wrong: tuple[str, ...], code: int
) -> None:
    got, _out, said = log("export", "-o", str(tmp_path / "log.csv"), *wrong)
    assert (got, bool(said)) == (code, True)
    assert not (tmp_path / "log.csv").exists()


def test_presets_are_kept_listed_and_removed(log: Run) -> None:
    assert log("presets", "save", "Board", "--columns", "subject,outcome")[0] == 0
    assert "Board (as-is): subject,outcome" in log("presets", "list")[1].splitlines()
    assert log("presets", "remove", "Board")[0] == 0
    assert "Board" not in log("presets", "list")[1]


def test_a_saved_filter_says_what_goes_out_and_what_is_listed(log: Run, tmp_path: Path) -> None:
    assert log("filters", "save", "Thursday", "--to", "19/11/2026", "--text", "custody")[0] == 0
    assert "Thursday: words custody, to 19/11/2026" in log("filters", "list")[1]
    target = tmp_path / "log.json"
    assert log("export", "--filter", "thurs", "-o", str(target))[0] == 0
    rows = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert [row.get("Reference") for row in rows] == ["ENQ-2026-00001", None]
    assert log("enquiries", "list", "--filter", "thurs", "--json")[1].count("ENQ-2026") == 1
    beside = ("--filter", "thurs", "--to", "2026-11-22")
    assert log("enquiries", "list", *beside, "--json")[1].count("ENQ-2026") == 2
    assert log("filters", "remove", "Thursday")[0] == 0
    assert log("export", "--filter", "thurs", "-o", str(target))[0] == 4
