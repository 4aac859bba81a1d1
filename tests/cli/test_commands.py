"""The command line: each use case without a window, with exit codes to rely on."""

import csv
import io
import json
import os
from datetime import date
from pathlib import Path

import pytest

from pressdesk.cli.app import main
from pressdesk.cli.office import day_rules
from pressdesk.errors import Refused
from pressdesk.settings import WindowOptions
from tests.cli.conftest import START, Run

RELEASE = """Northmoor Police protects children better

The force has improved, inspectors found in 26 percent of cases.

Notes

1. The press office can be contacted on 020 3513 0600.
"""


def test_the_main_job_can_be_done_without_a_window(office: Run, tmp_path: Path) -> None:
    release = tmp_path / "release.txt"
    release.write_text(RELEASE)
    assert office("releases", "add", str(release))[0] == 0
    code, out, _ = office(
        *("enquiries", "add", "--journalist", "Ruth Amery", "--outlet", "Humber Daily"),
        *("--question", "Is 26 per cent the worst?", "--deadline", "tonight 9.30"),
        *("--received", "2026-11-21T19:42Z", "--release", "1", "--json"),
    )
    logged = json.loads(out)
    assert (code, logged["reference"], logged["decision"]["route"]) == (
        *(0, "ENQ-2026-00001"),
        "out_of_hours",
    )
    reference = logged["reference"]
    assert office("enquiries", "answer", reference, "No: it was 22 last year.")[0] == 0
    assert office("enquiries", "close", reference, "--outcome", "Statement given")[0] == 0
    shown = json.loads(office("enquiries", "show", reference, "--json")[1])
    assert shown["summary"]["status"] == "closed"
    assert shown["releases"][0]["headline"] == "Northmoor Police protects children better"
    target = tmp_path / "log.csv"
    assert office("export", "--format", "csv", "-o", str(target))[0] == 0
    rows = list(csv.DictReader(target.read_text("utf-8-sig").splitlines()))
    assert rows[0]["Reference"] == reference
    assert office("check")[0] == 0


NOT_TEXT = "Pri\udcffya"  # a byte that is no character, as the system hands it over
EXIT_CODES = {
    "a mistyped command": ("enquiry list", 2),
    "a rule refuses": ("enquiries add --journalist Ruth", 3),
    "no such enquiry": ("enquiries show ENQ-2026-99999", 4),
    "no such outcome": ("enquiries close ENQ-2026-99999 --outcome Bored", 4),
    "no such release": ("releases show 77", 4),
    "a file that is not there": ("releases add nowhere.txt", 7),
    "a moment that is none": ("hours explain sometime", 3),
    "a time the clocks jump over": ("hours explain 2026-03-29T01:30", 3),
    "a time that happens twice": ("hours explain 2026-10-25T01:30", 3),
    "a time before the calendar": ("hours explain 0001-01-01T00:00+14:00", 3),
    "a time after the calendar": ("hours explain 9999-12-31T23:59-14:00", 3),
    "the wrong century": ("enquiries add --journalist R --subject S --received 1026-01-07", 3),
    "a call to come": ("enquiries add --journalist R --subject S --received 2999-01-07", 3),
    "a link to no release": ("enquiries add --journalist R --subject S --release 9", 4),
    "a number beyond numbers": ("releases show 99999999999999999999", 2),
    "an owner who is not text": (f"enquiries list --owner {NOT_TEXT}", 3),
    "a reference that is not text": (f"enquiries show {NOT_TEXT}", 3),
    "the office as the export": ("export -o {office}", 3),
    "a zone of nowhere": (f"{' '.join(START)} --zone Mars/Base", 3),
    "hours long in force": ("office hours-remove 2000-01-01", 3),
    "hours nobody set": ("office hours-remove 2999-01-01", 4),
    "a shift that ends before": ("rota add Priya 2026-12-01T17:00 2026-12-01T08:30", 3),
    "a shift that is not there": ("rota remove 7", 4),
    "the last day there is": ("rota show --from 9999-12-31", 3),
    "merging one with itself": ("contacts merge 1 1", 3),
    "merging nobody": ("contacts merge 1 2", 4),
    "hours that overlap": ("office hours Mon08:30-12:00,11:00-17:00 --from 2026-12-01", 3),
}


@pytest.mark.parametrize(("command", "code"), EXIT_CODES.values(), ids=EXIT_CODES)
def test_exit_codes_say_what_went_wrong(office: Run, command: str, code: int) -> None:
    path = os.environ["PRESSDESK_DATABASE"]
    got, _out, err = office(*(word.format(office=path) for word in command.split()))
    assert (got, bool(err)) == (code, code != 7)
    assert "Traceback" not in err


def test_a_mistyped_file_name_makes_no_office(run: Run, tmp_path: Path) -> None:
    code, _out, err = run("enquiries", "list")
    assert (code, "There is no office" in err) == (4, True)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_database_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "office.pressdesk").write_bytes(b"not a database, " * 400)
    code, _out, err = run("check")
    assert (code, "damaged" in err) == (6, True)


EXPLAINED = [
    ("2026-01-07T16:59:59.999999Z", True, "main"),
    ("2026-01-07T17:00:00Z", False, "held"),
    ("2026-01-07T17:00:00Z --urgent", False, "out_of_hours"),
    ("2026-07-01T07:30:00Z", True, "main"),
    ("2026-05-04T10:00:00Z", False, "held"),
    ("2026-11-21T19:42Z --deadline 2026-11-21T21:30Z", False, "out_of_hours"),
]


@pytest.mark.parametrize(("asked", "is_open", "line"), EXPLAINED)
def test_hours_explain_says_whether_where_and_why(
    office: Run, asked: str, is_open: bool, line: str
) -> None:
    code, out, _ = office("hours", "explain", *asked.split(), "--json")
    said = json.loads(out)
    assert (code, said["open"], said["line"]) == (0, is_open, line)
    assert said["reason"]
    assert len(said["rules"]) > 3


def test_working_time_is_counted_between_two_moments(office: Run) -> None:
    asked = ["hours", "explain", "2026-03-27T16:00Z", "--until", "2026-03-30T08:30Z", "--json"]
    assert json.loads(office(*asked)[1])["elapsed_seconds"] == 7200


def test_hours_and_special_days_are_set_by_date(office: Run) -> None:
    assert office("office", "hours", "Fri 08:30-16:30", "--from", "2026-12-01")[0] == 0
    assert office("office", "special-day", "2026-12-24", "08:30-12:30", "Christmas Eve")[0] == 0
    answers = {
        moment: json.loads(office("hours", "explain", moment, "--json")[1])["open"]
        for moment in ("2026-11-27T16:45Z", "2026-12-04T16:45Z", "2026-12-24T13:00Z")
    }
    assert list(answers.values()) == [True, False, False]


def test_days_that_nobody_knows_are_refused() -> None:
    with pytest.raises(Refused, match="names no days"):
        day_rules("Someday 08:30-17:00", date(2026, 1, 1))


def test_without_a_command_the_window_opens(tmp_path: Path) -> None:
    asked: list[WindowOptions] = []

    def start_window(options: WindowOptions) -> int:
        asked.append(options)
        return 0

    assert main(["--database", str(tmp_path / "x.pressdesk"), "--self-test"], start_window) == 0
    assert asked == [WindowOptions(tmp_path / "x.pressdesk", self_test=True)]


def test_whatever_is_typed_is_kept_as_text(office: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    odd = f"\u202e{NOT_TEXT}\x07 \N{FIRE ENGINE} \u05e9"
    assert (
        office("--as", NOT_TEXT, "enquiries", "add", "--journalist", odd, "--subject", odd)[0] == 0
    )
    shown = json.loads(office("enquiries", "show", "ENQ-2026-00001", "--json")[1])
    assert shown["summary"]["subject"] == "Priya \N{FIRE ENGINE} \u05e9"
    words = io.TextIOWrapper(io.BytesIO(b"At the caf\xe9"))
    monkeypatch.setattr("sys.stdin", words)
    assert office("enquiries", "answer", "ENQ-2026-00001", "-")[0] == 0
    answers = json.loads(office("enquiries", "show", "ENQ-2026-00001", "--json")[1])["answers"]
    assert answers[0]["words"] == "At the caf\xe9"


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ([], ["Late", "Early"]),
        (["--from", "2026-11-20"], ["Late"]),
        (["--before", "2026-11-20"], ["Early"]),
        (["--outlet", "humber daily"], ["Early"]),
    ],
)
def test_the_list_and_the_export_are_narrowed_alike(
    office: Run, tmp_path: Path, filters: list[str], found: list[str]
) -> None:
    for subject, at, outlet in (
        ("Early", "2026-11-19T23:59Z", "Humber Daily"),
        ("Late", "2026-11-20T00:00Z", "Radio North"),
    ):
        given = ("--outlet", outlet, "--subject", subject, "--received", at)
        assert office("enquiries", "add", *given)[0] == 0
    listed = json.loads(office("enquiries", "list", *filters, "--json")[1])
    target = tmp_path / "log.csv"
    assert office("export", "-o", str(target), *filters)[0] == 0
    lines = target.read_text("utf-8-sig").split("\n\n")[0].splitlines()
    exported = [row["Subject"] for row in csv.DictReader(lines)]
    assert [row["subject"] for row in listed] == exported == found


@pytest.mark.parametrize("command", [("enquiries", "list"), ("export", "-o", "log.csv")])
def test_an_outlet_that_nobody_knows_is_said(office: Run, command: tuple[str, ...]) -> None:
    code, _, said = office(*command, "--outlet", "Nowhere")
    assert (code != 0, "no outlet “Nowhere”" in said) == (True, True)
