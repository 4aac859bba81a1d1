"""Embargoes on the command line."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

BOATS = "EMBARGOED until 00:01 on 24 November 2097\n\nNew boats for Hull\n\nThey float.\n"
UNDER = "Under embargo until Sun 24 Nov 2097, 00:01."


@pytest.fixture
def boats(office: Run, tmp_path: Path) -> Run:
    """Run commands on an office with one embargoed release."""
    release = tmp_path / "boats.txt"
    release.write_text(BOATS)
    assert office("releases", "add", str(release))[0] == 0
    return office


def test_how_a_release_stands_is_printed_and_changed(boats: Run) -> None:
    assert boats("releases", "embargo", "1")[1] == f"{UNDER}\n"
    assert boats("releases", "embargo", "1", "--until", "25/11/2097 9am")[0] == 3
    changed = ("--until", "25/11/2097 9am", "--reason", "The Minister speaks later")
    assert "Mon 25 Nov 2097, 09:00" in boats("releases", "embargo", "1", *changed)[1]
    _, out, _ = boats("releases", "embargo", "1", "--lift", "It is out", "--json")
    assert json.loads(out)["embargo"]["state"] == "lifted"
    assert boats("releases", "embargo", "1", "--lift", "It is out")[0] == 3


def test_a_line_that_names_an_embargo_is_marked_wherever_the_release_is_printed(boats: Run) -> None:
    assert "EMBARGOED until Sun 24 Nov 2097, 00:01" in boats("releases", "list")[1]
    assert "Embargoed until Sun 24 Nov 2097, 00:01" in boats("search", "boats")[1]
    assert "EMBARGOED until" in boats("releases", "suggest", "boats")[1]
    (found,) = json.loads(boats("releases", "suggest", "boats", "--json")[1])
    assert (found["embargoed"], found["embargo"]["until"]) == (True, "2097-11-24T00:01:00Z")


@pytest.mark.parametrize(
    "words", [("show", "1"), ("show", "1", "--json"), ("versions", "1", "--compare", "1", "1")]
)
def test_words_go_to_a_file_or_a_program_only_for_a_reason_that_is_kept(
    boats: Run, words: tuple[str, ...]
) -> None:
    code, out, err = boats("releases", *words)
    assert (code, out) == (3, "")
    assert "--despite-embargo REASON" in err
    code, out, _ = boats("releases", *words, "--despite-embargo", "For the printer")
    assert (code, "They float." in out) == (0, True)
    assert "For the printer" in boats("releases", "embargo", "1", "--holders")[1]


def test_on_a_terminal_words_are_read_without_a_question(
    boats: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    code, out, _ = boats("releases", "show", "1")
    assert (code, out.splitlines()[0]) == (0, "EMBARGOED until Sun 24 Nov 2097, 00:01")
    assert "Exported" not in boats("releases", "embargo", "1", "--holders")[1]


def test_a_suggestion_hands_a_program_no_words_under_embargo(boats: Run) -> None:
    (found,) = json.loads(boats("releases", "suggest", "boats that float", "--json")[1])
    assert (found["title"], found["passage"]) == ("New boats for Hull", "")


def test_what_is_found_goes_to_a_program_without_the_words_under_embargo(boats: Run) -> None:
    (group,) = json.loads(boats("search", "float", "--json")[1])["groups"]
    assert [(hit["title"], hit["context"]) for hit in group["hits"]] == [
        ("New boats for Hull", UNDER)
    ]
    assert "They float" not in boats("search", "float")[1]


def test_on_a_terminal_the_passage_that_was_found_is_read(
    boats: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert "They float." in boats("search", "float")[1]


@pytest.fixture
def line(boats: Run) -> Run:
    """Run commands on an office with a cleared line that comes from the embargoed release."""
    boats("lines", "add", "Boats", "Ours will float.", "--release", "1")
    boats("lines", "clear", "1", "--by", "M. Reyes", "--review", "2097-12-01")
    return boats


@pytest.mark.parametrize("words", [("list",), ("suggest", "do they float"), ("clear", "1", "--by", "M. Reyes", "--review", "2097-12-02")])  # fmt: skip
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_the_words_of_a_line_from_it_are_held_back_too(
    line: Run, words: tuple[str, ...], form: tuple[str, ...]
) -> None:
    code, out, _ = line("lines", *words, *form)
    assert (code, "Boats" in out, "Ours will" in out) == (0, True, False)


def test_a_line_from_it_is_printed_whole_for_a_reason_that_is_kept(line: Run) -> None:
    code, out, _ = line("lines", "show", "1", "--json")
    assert (code, out) == (3, "")
    code, out, _ = line("lines", "show", "1", "--json", "--despite-embargo", "For the printer")
    assert (code, "Ours will float." in out) == (0, True)
    assert "For the printer" in line("releases", "embargo", "1", "--holders")[1]


def test_holders_are_kept_and_rung_when_it_is_broken(boats: Run) -> None:
    given = ("Ruth Amery", "--outlet", "Humber Daily", "--number", "01632960012")
    assert boats("releases", "hold", "1", *given, "--agreed", "by email")[0] == 0
    out = boats("releases", "embargo", "1", "--holders")[1]
    assert "Ruth Amery  Humber Daily  01632 960012" in out
    assert "Agreed by email" in out
    out = boats("releases", "broken", "1", "Seen on the site of the Echo")[1]
    assert out == "01632 960012  Ruth Amery  Humber Daily\n"
    out = boats("releases", "embargo", "1", "--holders")[1]
    assert "Embargo broken: Seen on the site of the Echo" in out


def test_using_embargoed_words_needs_a_reason(boats: Run) -> None:
    asked = ("--journalist", "Ruth Amery", "--question", "Boats?")
    code, _, err = boats("enquiries", "add", *asked, "--release", "1")
    assert (code, "--despite-embargo" in err) == (3, True)
    assert boats("enquiries", "add", *asked)[0] == 0
    for act in (("link", "1"), ("answer", "Yes.")):
        said = boats("enquiries", act[0], "ENQ-2026-00001", act[1])
        assert (said[0], "“New boats for Hull” is under embargo" in said[2]) == (3, True)
        why = ("--despite-embargo", "She agreed")
        assert boats("enquiries", act[0], "ENQ-2026-00001", act[1], *why)[0] == 0
    assert "She agreed" in boats("releases", "embargo", "1", "--holders")[1]
