"""A year disclosed from the command line: two files, decisions by options, exit codes."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

ADD = ("enquiries", "add", "--journalist", "Theresa May", "--received")
YEAR = ("foi", "--year", "2025")


@pytest.fixture
def log(office: Run) -> Run:
    asked = "--question", "Did Reading police ring Ann May in May on 01632 960012?"
    assert office(*ADD, "2025-11-19T12:00Z", *asked)[0] == 0
    assert office(*ADD, "2026-01-19T12:00Z", "--subject", "Next year")[0] == 0
    return office


def test_without_a_file_it_says_what_there_would_be(log: Run) -> None:
    code, out, err = log(*YEAR)
    assert (code, err) == (0, "")
    assert out.startswith("1 enquiry received in 2025; 1 with no substantive answer")
    assert "1 enquiries; " not in out
    assert json.loads(log(*YEAR, "--json")[1])["rows"] == 1


def test_two_files_are_written_and_words_are_kept_or_removed_by_options(
    log: Run, tmp_path: Path
) -> None:
    target = tmp_path / "foi-2025.csv"
    options = ("--keep", "May", "--remove", "Ann", "--remove", "Reading")
    code, out, err = log(*YEAR, "-o", str(target), *options)
    assert (code, err) == (0, "")  # no word about progress in a pipe
    words = target.read_text("utf-8-sig")
    assert "Did [name removed] police ring [name removed] May in May on [number removed]?" in words
    listed = (tmp_path / "foi-2025 removals.csv").read_text("utf-8-sig")
    assert "Kept" in listed
    assert "01632 960012" in listed
    assert "taken out" in out


def test_figures_alone_come_a_row_a_year(log: Run, tmp_path: Path) -> None:
    target = tmp_path / "figures.pdf"
    code, out, _err = log("foi", "--figures", "-o", str(target))
    assert code == 0
    assert out.count("enquiry received in") == 2
    assert target.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (("--year", "25"), 3),
        ((), 2),
        (("--year", "2025", "-o", "nowhere/at/all.csv"), 6),
        (("--year", "2025", "-o", "a.csv", "--removals", "a.csv"), 3),
    ],
)
def test_exit_codes_of_a_disclosure_say_what_went_wrong(
    log: Run, wrong: tuple[str, ...], code: int
) -> None:
    got, _out, said = log("foi", *wrong)
    assert (got, bool(said)) == (code, True)
