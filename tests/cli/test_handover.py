"""The handover without a window."""

import json

from tests.cli.conftest import Run


def test_it_is_printed_taken_over_and_told_as_json(office: Run) -> None:
    code, out, _ = office("handover", "--evening")
    assert code == 0
    assert out.startswith("Evening handover\nInspectorate, ")
    assert "Nobody is on duty" in out
    assert office("handover", "--morning")[1].startswith("Morning handover\n")
    assert "Taken over by Priya" in office("handover", "--take")[1]
    assert json.loads(office("handover", "--json")[1])["taken"]["by"] == "Priya"
    assert office("handover", "--take")[0] == 3


def test_one_of_the_two_is_asked_for(office: Run) -> None:
    assert office("handover", "--morning", "--evening")[0] == 2
