"""Synonyms on the command line."""

import json

from tests.cli.conftest import Run


def test_a_group_is_added_listed_and_removed(office: Run) -> None:
    assert office("synonyms", "add", "bobby=peeler")[:2] == (0, "bobby = peeler\n")
    assert office("synonyms", "list", "--own")[1] == "bobby = peeler\n"
    assert office("synonyms", "remove", "bobby = peeler")[0] == 0
    assert office("synonyms", "list", "--own")[1] == "Nothing found.\n"


def test_a_shipped_group_can_be_looked_up_and_switched_off(office: Run) -> None:
    code, out, _ = office("synonyms", "list", "haulage", "--json")
    (group,) = json.loads(out)
    assert (code, group["shipped"], group["active"]) == (0, True, True)
    office("synonyms", "remove", group["words"])
    assert "shipped · switched off" in office("synonyms", "list", "haulage")[1]


def test_what_is_no_group_is_refused_with_what_to_do(office: Run) -> None:
    code, _, err = office("synonyms", "add", "lorry")
    assert code == 3
    assert "as lorry = haulier" in err


def test_what_is_not_there_cannot_be_removed(office: Run) -> None:
    assert office("synonyms", "remove", "a = b")[0] == 4
