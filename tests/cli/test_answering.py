"""Each act on an enquiry, by its reference, without a window."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

CALL = "ENQ-2026-00001"
RELEASE = "Progress is slow\n\nThe force has made progress."


@pytest.fixture
def office(office: Run, tmp_path: Path) -> Run:
    """An office with one enquiry and one release."""
    release = tmp_path / "release.txt"
    release.write_text(RELEASE)
    assert office("releases", "add", str(release))[0] == 0
    asked = ("--journalist", "Ruth Amery", "--outlet", "Humber Daily", "--question", "Why?")
    assert office("enquiries", "add", *asked, "--received", "2026-01-07T14:00Z")[0] == 0
    return office


def shown(office: Run) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(office("enquiries", "show", CALL, "--json")[1])
    return found


@pytest.mark.parametrize(
    ("act", "field", "value"),
    [
        (("take",), "owner", "Priya"),
        (("assign", "Priya"), "owner", "Priya"),
        (("move", "awaiting_clearance"), "status", "awaiting_clearance"),
        (("urgent", "It is about a leak"), "urgent", True),
        (("line", "out_of_hours", "Rang the mobile"), "line_used", "out_of_hours"),
        (("close", "--outcome", "Declined"), "outcome", "Declined"),
        (("answer", "Yes.", "--outcome", "Line given"), "status", "closed"),
        (("answer", "Yes."), "status", "answered"),
    ],
)
def test_an_act_shows_on_the_enquiry(
    office: Run, act: tuple[str, ...], field: str, value: object
) -> None:
    name, *words = act
    code, out, _ = office("enquiries", name, CALL, *words, "--json")
    assert (code, bool(json.loads(out))) == (0, True)
    assert shown(office)["summary"][field] == value


def test_a_closed_enquiry_is_opened_again(office: Run) -> None:
    assert office("enquiries", "close", CALL, "--outcome", "Declined")[0] == 0
    assert office("enquiries", "answer", CALL, "Yes.")[0] == 3
    assert office("enquiries", "reopen", CALL, "New question")[0] == 0
    assert shown(office)["summary"]["status"] == "in_progress"


def test_notes_files_and_releases_come_to_an_enquiry(office: Run, tmp_path: Path) -> None:
    (tmp_path / "figures.txt").write_text("71 per cent")
    assert office("enquiries", "note", CALL, "Rang back")[0] == 0
    assert office("enquiries", "attach", CALL, str(tmp_path / "figures.txt"))[0] == 0
    assert office("enquiries", "link", CALL, "1")[0] == 0
    found = shown(office)
    assert found["notes"][0]["words"] == "Rang back"
    assert found["files"][0]["name"] == "figures.txt"
    assert found["releases"][0]["id"] == 1
    assert office("enquiries", "unlink", CALL, "1")[0] == 0
    assert shown(office)["releases"] == []


def test_only_the_facts_that_are_named_are_corrected(office: Run) -> None:
    before = shown(office)
    named = ("--journalist", "Tom Bell", "--deadline", "5pm", "--question", "When?")
    assert office("enquiries", "correct", CALL, *named, "--topic", "fire")[0] == 0
    found = shown(office)
    assert (found["journalist"]["name"], found["summary"]["outlet"]) == ("Tom Bell", "Humber Daily")
    assert (found["questions"], found["topics"]) == (["When?"], ["fire"])
    assert found["summary"]["deadline_at"] == "2026-01-07T17:00:00Z"
    assert found["summary"]["received_at"] == before["summary"]["received_at"]
    assert office("enquiries", "correct", CALL, "--deadline", "4pm")[0] == 0
    found = shown(office)
    assert found["summary"]["deadline_at"] == "2026-01-07T16:00:00Z"
    assert (found["journalist"]["name"], found["questions"]) == ("Tom Bell", ["When?"])


def test_the_history_tells_each_change(office: Run) -> None:
    office("enquiries", "take", CALL)
    code, out, _ = office("enquiries", "history", CALL)
    assert (code, "Status: New → In progress" in out) == (0, True)
