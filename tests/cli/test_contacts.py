"""Contacts without a window."""

import json

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def office(office: Run) -> Run:
    """An office that Ruth rang twice, from an outlet that was spelt in two ways."""
    for outlet in ("Humber Daily", "The Humber Daily"):
        asked = ("--journalist", "Ruth Amery", "--outlet", outlet, "--subject", "Call")
        assert office("enquiries", "add", *asked)[0] == 0
    return office


@pytest.mark.parametrize(("kind", "name"), [((), "Ruth Amery"), (("--outlets",), "Humber Daily")])
def test_duplicates_are_listed_and_merged(office: Run, kind: tuple[str, ...], name: str) -> None:
    listed = json.loads(office("contacts", "list", *kind, "--json")[1])
    assert len(listed) == 2
    kept, gone = sorted(one["id"] for one in listed)
    code, out, _ = office("contacts", "merge", str(kept), str(gone), *kind, "--json")
    assert code == 0
    assert (json.loads(out)["name"], json.loads(out)["enquiries"]) == (name, 2)
    assert len(json.loads(office("contacts", "list", *kind, "--json")[1])) == 1


def test_contacts_are_found_by_words(office: Run) -> None:
    assert "Ruth Amery" in office("contacts", "list", "ruth humber")[1]
    assert office("contacts", "list", "--outlets", "nobody")[1] == "Nothing found.\n"
