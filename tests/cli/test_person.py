"""Everything about one person from the command line."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

ADD = ("enquiries", "add", "--journalist", "Ruth Amery", "--outlet")


@pytest.fixture
def log(office: Run) -> Run:
    assert office(*ADD, "Humber Daily", "--subject", "Custody")[0] == 0
    return office


def test_places_are_told_by_the_part_of_the_file(log: Run) -> None:
    code, out, err = log("person", "Ruth Amery")
    assert (code, err) == (0, "")
    assert "Ruth Amery: 1 enquiry of their own." in out
    assert "Journalists (1)" in out
    assert "by identity: Custody" in out
    assert json.loads(log("person", "Ruth Amery", "--json")[1])["total"] == 1


def test_a_file_is_written_without_a_word_about_progress(log: Run, tmp_path: Path) -> None:
    target = tmp_path / "ruth.json"
    code, out, err = log("person", "Ruth Amery", "-o", str(target))
    assert (code, err) == (0, "")
    assert "written to" in out
    assert json.loads(target.read_text("utf-8").splitlines()[0])["Where"] == "Journalists"


def test_one_of_several_is_named_by_number(log: Run) -> None:
    assert log(*ADD, "Radio North", "--subject", "Fire")[0] == 0
    code, _out, err = log("person", "Ruth Amery")
    assert code == 3
    assert "2 Ruth Amery, Radio North" in err
    assert "Fire" in log("person", "Ruth Amery", "--journalist", "2")[1]


@pytest.mark.parametrize(("who", "code"), [(("?",), 3), (("Ruth", "--journalist", "99"), 4)])
def test_exit_codes_say_what_went_wrong(log: Run, who: tuple[str, ...], code: int) -> None:
    got, _out, said = log("person", *who)
    assert (got, bool(said)) == (code, True)
