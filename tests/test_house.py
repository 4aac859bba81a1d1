"""The rules of the house that no other tool looks after; see CONTRIBUTING.md."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "src").rglob("*.py"))
LONGEST_FILE = 400
HEX_COLOUR = re.compile(r"""["':]\s*#[0-9a-fA-F]{3,8}\b""")
NOW = re.compile(r"\b(datetime|date)\.(now|today|utcnow)\(|\btime\.time\(")
CLOCK = ROOT / "src/pressdesk/clock.py"


def found_in(files, pattern):
    """Return each place where a line of some files holds a pattern, as file:line."""
    return [
        f"{path.relative_to(ROOT)}:{number}"
        for path in files
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if pattern.search(line)
    ]


def test_imports_keep_to_the_rooms_and_doors():
    run = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout


def test_colours_are_named_in_the_themes_alone():
    dressed = (ROOT / "resources").rglob("*.qss")
    assert found_in([*SOURCES, *dressed], HEX_COLOUR) == []


def test_only_the_clock_knows_what_time_it_is():
    assert found_in([path for path in SOURCES if path != CLOCK], NOW) == []


@pytest.mark.parametrize("name", ["utils", "common", "misc", "helpers"])
def test_no_room_is_for_odds_and_ends(name):
    assert [path for path in SOURCES if name in path.with_suffix("").parts] == []


def test_no_file_is_too_long_to_be_read():
    long = [path for path in SOURCES if len(path.read_text("utf-8").splitlines()) > LONGEST_FILE]
    assert [path.name for path in long if "migrations" not in path.parts] == []


def test_the_readme_prints_two_commands():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^```sh\n(.+)\n```$", readme, re.MULTILINE)
    assert [command.rsplit("/", 1)[-1] for command in commands] == ["pressdesk", "python -m pytest"]
    assert readme.count("```") == 4


def test_heavy_libraries_wait_until_they_are_used():
    heavy = {"matplotlib", "numpy", "typst", "xlsxwriter"}
    start = "import pressdesk.cli.app, pressdesk.export.charts.drawing, pressdesk.ui.window, sys"
    run = subprocess.run(
        [sys.executable, "-c", f"{start}; print(*{heavy} & sys.modules.keys())"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == ""
