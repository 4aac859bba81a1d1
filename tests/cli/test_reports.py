"""``pressdesk report``: one period, in lines or as a file."""

import json

import pytest


@pytest.fixture
def log(office):
    for day in ("2026-11-19T12:00Z", "2026-11-20T12:00Z"):
        asked = ("--journalist", "Ruth Amery", "--subject", "Custody", "--received", day)
        assert office("enquiries", "add", *asked)[0] == 0
    return office


REPORTED = [
    (["--week", "2026-W47"], "Weekly report: week 47, 16 to 22 November 2026", "2 (up from 0)"),
    (["--month", "2026-10"], "Monthly report: October 2026", "0 (as before)"),
    (["--year", "2026"], "Yearly report: 2026", "2 (up from 0)"),
    (
        ["--from", "2026-11-19", "--to", "2026-11-20"],
        "Report: 19 November 2026",
        "1 (up from 0)",
    ),
]


def test_a_period_is_reported_in_lines(log):
    for named, title, received in REPORTED:
        code, out, _err = log("report", *named)
        assert code == 0
        assert out.splitlines()[:2] == [title, f"Received: {received}"]


def test_this_and_last_are_those_of_today(log):
    for named in (["--week", "this"], ["--month", "last"], ["--year", "Last"]):
        code, _out, err = log("report", *named)
        assert (code, err) == (0, "")


WRONG = [[], ["--week", "2026-W47", "--year", "2026"], ["--from", "2026-11-01"], ["--week", "47"]]


def test_what_names_no_one_period_is_refused(log):
    for named in WRONG:
        code, _out, err = log("report", *named)
        assert code == 3
        assert "2026-W47" in err


def test_a_file_is_of_the_kind_that_its_ending_says(log, tmp_path):
    target = tmp_path / "week.json"
    code, out, err = log("report", "--week", "2026-W47", "-o", str(target))
    assert (code, err) == (0, "")  # no word about progress in a pipe
    assert out.startswith("Weekly report: week 47")
    assert json.loads(target.read_text("utf-8"))["figures"]["received"]["value"] == 2


def test_without_a_file_programs_read_the_same(log):
    _code, out, _err = log("report", "--week", "2026-W47", "--json")
    assert json.loads(out)["figures"]["received"]["value"] == 2


def test_a_folder_that_is_not_there_is_said(log, tmp_path):
    code, _out, err = log("report", "--year", "2026", "-o", str(tmp_path / "no" / "r.json"))
    assert code == 6
    assert "there is no such folder" in err
