"""Lines to take on the command line."""

import json

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def lines(office: Run) -> Run:
    """Run commands on an office with one line, not yet cleared."""
    words = "Follow-up is an integral part of the programme."
    assert office("lines", "add", "Follow-up", words, "--topic", "Inspections")[0] == 0
    return office


def _clear(run: Run) -> None:
    assert run("lines", "clear", "1", "--by", "M. Reyes", "--review", "2199-11-30")[0] == 0


def test_a_line_is_added_cleared_and_listed(lines: Run) -> None:
    assert "Draft" in lines("lines", "list")[1]
    _clear(lines)
    code, out, _ = lines("lines", "list", "--state", "cleared", "--json")
    (found,) = json.loads(out)
    assert (code, found["title"], found["topic"], found["owner"]) == (
        *(0, "Follow-up", "Inspections", "Priya"),
    )
    assert (found["cleared_by"], found["review_on"]) == ("M. Reyes", "2199-11-30")


def test_only_a_cleared_line_is_suggested(lines: Run) -> None:
    assert lines("lines", "suggest", "follow up?")[1] == "No line fits this question.\n"
    _clear(lines)
    assert "“Follow-up is an integral" in lines("lines", "suggest", "follow up?")[1]


def test_other_words_make_a_version_and_the_old_ones_are_shown(lines: Run) -> None:
    _clear(lines)
    _, out, _ = lines("lines", "reword", "1", "Dates will be set.")
    assert "Draft" in out
    assert "Version 1: Follow-up is an integral part of the programme." in out


def test_an_answer_names_its_line_and_a_withdrawn_one_is_refused(lines: Run) -> None:
    _clear(lines)
    asked = ("--journalist", "Ruth", "--question", "When?", "--json")
    reference = json.loads(lines("enquiries", "add", *asked)[1])["reference"]
    answer = ("enquiries", "answer", reference, "Follow-up is an integral part.", "--line", "1")
    assert lines(*answer)[0] == 0
    code, out, _ = lines("lines", "withdraw", "1", "Out of date.")
    assert (code, reference in out, "Withdrawn: Out of date." in out) == (0, True, True)
    code, _, err = lines(*answer)
    assert (code, "withdrawn" in err) == (3, True)


def test_a_review_date_that_is_none_is_refused(lines: Run) -> None:
    code, _, err = lines("lines", "clear", "1", "--by", "M. Reyes", "--review", "soon")
    assert (code, "is not a date" in err) == (3, True)
