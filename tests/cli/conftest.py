"""Commands run on an office of their own, in this process."""

import shutil
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


@pytest.fixture(scope="session")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of an office that was started: once, since each test works on a copy."""
    file = tmp_path_factory.mktemp("started") / "office.pressdesk"
    assert main(["--database", str(file), "--as", "Priya", *START], lambda _options: 0) == 0
    return file


@pytest.fixture
def office(run: Run, started: Path, tmp_path: Path) -> Run:
    """Run commands on an office that was started."""
    shutil.copy(started, tmp_path / "office.pressdesk")
    return run
