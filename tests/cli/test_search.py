"""Searching everything on the command line."""

import json

from tests.cli.conftest import Run


def _log(office: Run) -> None:
    asked = ("--question", "Why is progress slow?", "--deadline", "none")
    said = office(
        "enquiries", "add", "--journalist", "Ruth Amery", "--outlet", "Humber Daily", *asked
    )
    assert said[0] == 0


def test_what_is_found_is_printed_by_kind(office: Run) -> None:
    _log(office)
    code, out, _ = office("search", "humb")
    assert code == 0
    assert out.splitlines()[0] == "Enquiries (1)"
    assert "Ruth Amery" in out
    assert "Outlets (1)" in out


def test_programs_get_the_groups_and_the_remarks(office: Run) -> None:
    _log(office)
    _, out, _ = office("search", "from:amrey", "--json", "--limit", "1")
    said = json.loads(out)
    assert [group["kind"] for group in said["groups"]] == ["enquiry", "journalist"]
    assert said["groups"][1]["hits"][0]["title"] == "Ruth Amery"
    assert said["remarks"] == ["No journalist is called “amrey”. Taken as “amery”."]


def test_nothing_found_is_said_with_the_reason(office: Run) -> None:
    _, out, _ = office("search", "outlet:zebra")
    assert out == "No outlet is called “zebra…”.\nNothing found.\n"


def test_the_list_of_the_log_understands_the_same_words(office: Run) -> None:
    _log(office)
    assert "Ruth Amery" in office("enquiries", "list", "from:ruth slow")[1]
    code, _, said = office("enquiries", "list", "from:ruth outlet:zebra")
    assert (code, said) == (3, "No outlet is called “zebra…”.\n")
    assert "Ruth Amery" in office("enquiries", "list", "from:amrey")[1]
    assert office("export", "-o", "log.csv", "--text", "before:soon")[0] == 3
