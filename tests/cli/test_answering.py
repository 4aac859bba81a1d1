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
        (("answer", "Soon.", "--kind", "holding"), "given", "holding"),
        (("settle", "1", "pointed", "--note", "The force"), "status", "answered"),
        (("close", "--outcome", "Passed to FOI", "--foi", "FOI-12"), "status", "closed"),
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
    assert (found["asked"][0]["words"], found["topics"]) == ("When?", ["fire"])
    assert found["questions"] == ["When?"]
    assert found["summary"]["deadline_at"] == "2026-01-07T17:00:00Z"
    assert found["summary"]["received_at"] == before["summary"]["received_at"]
    assert office("enquiries", "correct", CALL, "--deadline", "4pm")[0] == 0
    found = shown(office)
    assert found["summary"]["deadline_at"] == "2026-01-07T16:00:00Z"
    assert (found["journalist"]["name"], len(found["asked"])) == ("Tom Bell", 1)


def test_the_history_tells_each_change(office: Run) -> None:
    office("enquiries", "take", CALL)
    code, out, _ = office("enquiries", "history", CALL)
    assert (code, "Status: New → In progress" in out) == (0, True)


def test_a_promise_is_made_and_kept(office: Run) -> None:
    code, out, _ = office("enquiries", "promise", CALL, "I'll ring by 3", "--json")
    assert (code, json.loads(out)["words"]) == (0, "I'll ring by 3")
    assert office("enquiries", "promise", CALL, "Soon")[0] == 3
    assert office("enquiries", "promised", CALL, "2", "kept")[0] == 4
    assert office("enquiries", "promised", CALL, "1", "kept")[1] == "Kept: I'll ring by 3\n"
    assert "Promise 1, kept, by" in office("enquiries", "show", CALL)[1]


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (("close", "--outcome", "Line given"), 3),
        (("close", "--outcome", "Line given", "--left-open", "Rang off"), 0),
        (("close", "--outcome", "Passed to FOI"), 3),
        (("settle", "1", "declined"), 3),
        (("settle", "2", "answered"), 4),
    ],
)
def test_an_enquiry_is_not_closed_quietly(office: Run, act: tuple[str, ...], code: int) -> None:
    name, *words = act
    assert office("enquiries", name, CALL, *words)[0] == code


def test_the_three_clocks_and_the_foi_date_are_shown(office: Run) -> None:
    office("enquiries", "answer", CALL, "Soon.", "--kind", "holding")
    office("enquiries", "close", CALL, "--outcome", "Passed to FOI", "--foi", "FOI-12")
    said = office("enquiries", "show", CALL)[1]
    assert "not answered yet" in said
    assert "FOI FOI-12, answer due" in said


def test_house_targets_are_set_and_stand_on_an_enquiry(office: Run) -> None:
    assert office("office", "targets")[1].splitlines()[0] == "Acknowledge: no target"
    assert office("office", "targets", "--acknowledge", "30 min", "--answer", "2 h")[0] == 0
    assert office("office", "targets", "--holding", "ten")[0] == 3
    (first, last) = shown(office)["targets"]
    assert (first["target"]["kind"], first["state"]) == ("acknowledged", "past")
    assert last["target"]["due_at"] == "2026-01-07T16:00:00Z"
    assert office("office", "special-day", "2026-01-07", "closed", "staff day")[0] == 0
    assert shown(office)["targets"][1]["target"]["due_at"] == "2026-01-08T10:30:00Z"
    lines, history = office("enquiries", "show", CALL)[1], office("enquiries", "history", CALL)[1]
    assert "Target: acknowledge by Thu 8 Jan" in lines
    assert "past target by" in lines
    assert ": closed Wed 7 Jan, staff day" in history
    assert office("office", "targets", "--acknowledge", "none", "--json")[1].count("null") == 2


def test_words_are_compared_with_what_stands_in_a_linked_release(
    office: Run, tmp_path: Path
) -> None:
    release = "Progress\n\n14 May 2018\n\nOf the child protection cases, 26 per cent were good.\n"
    (tmp_path / "release.txt").write_text(release)
    office("releases", "add", str(tmp_path / "release.txt"))
    listed = json.loads(office("releases", "list", "--json")[1])
    number = next(one["id"] for one in listed if one["headline"] == "Progress")
    office("enquiries", "link", CALL, str(number))
    code, out, _ = office("enquiries", "compare", CALL, "62% of child protection cases were good.")
    assert (code, "62% here, 26 per cent in “Progress”" in out) == (8, True)
    assert office("enquiries", "compare", CALL, "26% of child protection cases were good.")[0] == 0


def test_an_answer_is_written_as_a_draft_of_a_message(office: Run, tmp_path: Path) -> None:
    target = tmp_path / "answer.eml"
    assert office("enquiries", "mail", CALL, "-o", str(target))[0] == 4
    office("enquiries", "answer", CALL, "Progress is slow.")
    assert office("enquiries", "mail", CALL, "-o", str(target))[0] == 0
    assert b"X-Unsent: 1" in target.read_bytes()


def test_new_words_are_cleared_step_by_step(office: Run) -> None:
    ask = ("enquiries", "clear", "ask", CALL)
    assert office(*ask, "Twelve were good.", "--template", "Background briefing")[0] == 0
    assert office("enquiries", "answer", CALL, "Twelve were good.")[0] == 3
    clear = ("enquiries", "clear", "cleared", CALL)
    assert office(*clear, "1", "--by", "Dr Amin", "--phone")[0] == 0
    code, out, _ = office(*clear, "2")
    assert (code, "Background briefing, cleared" in out) == (0, True)
    assert "1. Subject expert: cleared, Dr Amin" in out
    assert office(*clear, "3")[0] == 4
    assert office("enquiries", "answer", CALL, "Thirteen were good.")[0] == 3
    why = ("--difference", "Corrected by Dr Amin")
    assert office("enquiries", "answer", CALL, "Thirteen were good.", *why)[0] == 0
    assert shown(office)["answers"][0]["cleared_words"] == "Twelve were good."


def test_a_request_is_sent_back_chased_and_withdrawn(office: Run) -> None:
    clear = ("enquiries", "clear")
    assert office(*clear, "show", CALL)[0] == 4
    office(*clear, "ask", CALL, "Twelve.", "--template", "Statement")
    assert office(*clear, "chase", CALL, "1")[0] == 0
    assert office(*clear, "sent-back", CALL, "1", "Say thirteen")[0] == 0
    assert shown(office)["clearances"][0]["steps"][0]["words"] == "Say thirteen"
    assert office(*clear, "withdraw", CALL)[0] == 0
    assert office(*clear, "withdraw", CALL)[0] == 4


def test_who_was_told_for_information_stands_on_the_enquiry(office: Run) -> None:
    code, lines, _ = office(
        "enquiries", "clear", "inform", CALL, "Chief of staff", "--how", "by phone"
    )
    assert (code, lines.count("Chief of staff, told today")) == (0, 1)
    assert "For information: Chief of staff, told today" in office("enquiries", "show", CALL)[1]
    (told,) = shown(office)["for_information"]
    assert told["informed"]["how"] == "by phone"
    assert told["informed"]["told_by"] == "Priya"
