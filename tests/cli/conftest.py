"""Commands run on an office of their own, in this process."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pressdesk.cli.app import main

START = [
    "office",
    "start",
    "--name",
    "Inspectorate",
    "--main",
    "02035130600",
    "--out-of-hours",
    "07836217729",
    "--staff",
    "Priya",
]

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: Any) -> Run:
    """Run one command on a file of its own; give back exit code, output and errors."""
    monkeypatch.setenv("PRESSDESK_DATABASE", str(tmp_path / "office.pressdesk"))

    def run_one(*argv: str) -> tuple[int, str, str]:
        code = main(["--as", "Priya", *argv], lambda _options: 0)
        said = capsys.readouterr()
        return code, said.out, said.err

    return run_one


@pytest.fixture
def office(run: Run) -> Run:
    """Run commands on an office that was started."""
    code, _out, err = run(*START)
    assert (code, err) == (0, "")
    return run
