"""Reminders without a window."""

import json

from tests.cli.conftest import Run


def test_they_are_printed_and_left_to_be_told(office: Run) -> None:
    assert office("reminders")[1] == "Nothing waits to be told.\n"
    assert json.loads(office("reminders", "--json")[1]) == []
