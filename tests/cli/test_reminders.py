"""Reminders without a window."""

import json

from tests.cli.conftest import Run


def test_they_are_printed_and_left_to_be_told(office: Run) -> None:
    assert office("reminders")[1] == "Nothing waits to be told.\n"
    assert json.loads(office("reminders", "--json")[1]) == []


def test_a_promise_stands_in_the_handover_and_is_told(office: Run) -> None:
    asked = ("--journalist", "Ruth Amery", "--outlet", "Humber Daily", "--question", "Why?")
    assert office("enquiries", "add", *asked, "--received", "2026-01-07T14:00Z")[0] == 0
    words = "I’ll ring in 5 minutes"
    assert office("enquiries", "promise", "ENQ-2026-00001", words)[0] == 0
    for kind in ("--evening", "--morning"):
        sections = json.loads(office("handover", kind, "--json")[1])["sections"]
        (entry,) = next(part["entries"] for part in sections if part["title"] == "Promised")
        assert entry["words"] == words
    (notice,) = json.loads(office("reminders", "--json")[1])
    assert notice["title"].startswith("Promised in ")
    assert notice["words"].startswith(words)
