"""Releases on the command line: what bears on a question."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def hauliers(office: Run, tmp_path: Path) -> Run:
    """Run commands on an office with two releases."""
    for name, text in (
        ("hauliers", "A fairer deal for hauliers\n\nForeign lorries will pay to use our roads."),
        ("fires", "Fewer fires in homes\n\nSmoke alarms save lives in the home."),
    ):
        release = tmp_path / f"{name}.txt"
        release.write_text(text)
        assert office("releases", "add", str(release))[0] == 0
    return office


def test_a_question_in_other_words_is_answered_with_the_reason(hauliers: Run) -> None:
    code, out, _ = hauliers("releases", "suggest", "HGVs from abroad on roads?", "--json")
    (found,) = json.loads(out)
    assert (code, found["id"], found["title"]) == (0, 1, "A fairer deal for hauliers")
    assert found["strength"] in {"strong", "weak"}
    assert found["score"] > 0
    assert "HGVs = haulier" in found["matched"]


def test_the_suggestions_are_lines_for_people_with_the_words_that_matched(hauliers: Run) -> None:
    _, out, _ = hauliers("releases", "suggest", "smoke alarms", "--limit", "5")
    assert out == "2  Fewer fires in homes  (strong: smoke alarms)\n"


def test_a_question_that_nothing_answers_says_so(hauliers: Run) -> None:
    assert hauliers("releases", "suggest", "vaccines")[1] == "No release fits this question.\n"
    assert hauliers("releases", "suggest", "vaccines", "--json")[1] == "[]\n"
