"""The rota without a window."""

import json
from pathlib import Path

from tests.cli.conftest import Run

WEEK = ("rota", "show", "--from", "2026-11-23", "--days", "1")


def test_a_shift_fills_the_night_and_leaves_it_again(office: Run) -> None:
    assert office(*WEEK)[1].count("Nobody") == 2
    evening = ("2026-11-23T17:00", "2026-11-24T08:30")
    code, out, _ = office("rota", "add", "Priya", *evening, "--number", "07700900111", "--json")
    shift = json.loads(out)["id"]
    assert code == 0
    said = office(*WEEK)[1]
    assert "Priya  07700 900111" in said
    assert said.count("Nobody") == 1
    assert json.loads(office(*WEEK, "--json")[1])["shifts"][0]["person"] == "Priya"
    assert office("rota", "remove", str(shift))[0] == 0
    assert office(*WEEK)[1].count("Nobody") == 2


def test_hours_to_come_are_taken_back(office: Run) -> None:
    assert office("office", "hours", "Fri 08:30-16:30", "--from", "2999-12-01")[0] == 0
    assert office("office", "hours-remove", "2999-12-01")[0] == 0
    assert json.loads(office("hours", "show", "--json")[1])["coming"] == []


def shifts(office: Run) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(
        office("rota", "show", "--from", "2026-11-23", "--json")[1]
    )["shifts"]
    return found


def test_a_pattern_is_shown_then_written_swapped_covered_and_taken_out(
    office: Run, tmp_path: Path
) -> None:
    repeat = ("rota", "repeat", "Priya", "Sam", "--from", "2026-11-23", "--to", "2026-11-29")
    assert "Nothing is written" in office(*repeat, "--turn", "night")[1]
    assert shifts(office) == []
    assert "Written." in office(*repeat, "--turn", "night", "--write")[1]
    first, second = (str(shift["id"]) for shift in shifts(office)[:2])
    assert "Sam  07836 217729  swapped with Priya" in office("rota", "swap", first, second)[1]
    assert "Ada  07836 217729  covers for Priya" in office("rota", "cover", first, "Ada")[1]
    target = tmp_path / "sam.ics"
    # The clock of the command line is today's, which may be far from those days.
    code, _out, err = office("rota", "ical", "Nobody At All", "-o", str(target))
    assert (code, "not on the rota" in err) == (4, True)
