"""``kill -9`` in the middle of the work, and what must be there afterwards.

By hand: ``python -m tests.e2e.kill --times 50``.
"""

import argparse
import sys
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from random import Random
from subprocess import PIPE, Popen, TimeoutExpired
from tempfile import TemporaryDirectory

from pressdesk.bootstrap import open_services
from pressdesk.clock import SystemClock
from pressdesk.domain.enquiries import LogQuery
from pressdesk.domain.enquiry_drafts import PREFIX, from_json
from tests.conftest import INSPECTORATE
from tests.e2e.typist import PERSON, SAID

LONGEST_WAIT = 0.02  # seconds from the last line read to the kill: a few writes


def start_office(path: Path) -> None:
    """Make the office in which the typist works."""
    with closing(open_services(path, SystemClock(), PERSON)) as services:
        services.office.start(INSPECTORATE)


def kill_typists(mode: str, path: Path, random: Random, typists: int = 1) -> list[str]:
    """Start typists, kill them at a random moment, and return the lines that they printed."""
    command = [sys.executable, "-m", "tests.e2e.typist", mode, str(path)]
    with ExitStack() as stack:
        working = [
            stack.enter_context(Popen(command, stdout=PIPE, text=True)) for _ in range(typists)
        ]
        told = [_killed(process, random) for process in working]
    return [line.strip() for lines in told for line in lines]


def _killed(process: Popen[str], random: Random) -> list[str]:
    assert process.stdout is not None
    lines = [process.stdout.readline() for _ in range(random.randint(1, 25))]
    with suppress(TimeoutExpired):
        process.wait(random.uniform(0, LONGEST_WAIT))
    assert process.poll() is None, "the typist stopped by itself"
    process.kill()
    return lines + process.stdout.readlines()


def check_draft(path: Path, told: list[str]) -> None:
    """Assert that the draft holds every character that was said to be kept; throw it away."""
    with closing(open_services(path, SystemClock(), PERSON)) as services:
        (draft,) = services.drafts.waiting(PREFIX)
        (typed,) = from_json(draft.content, draft.updated_at).questions
        assert SAID.startswith(typed)
        assert int(told[-1]) <= len(typed)
        services.drafts.discard(draft.key)
        assert services.journal.check().findings == ()


def check_log(path: Path, told: list[str]) -> None:
    """Assert that each enquiry told of is there, and each begun one in the log or a draft."""
    begun = {words[1] for words in map(str.split, told) if words[0] == "kept"}
    logged = {words[1]: words[2] for words in map(str.split, told) if words[0] == "logged"}
    with closing(open_services(path, SystemClock(), PERSON)) as services:
        rows = list(services.desk.rows(LogQuery()))
        found = {row.subject: row.reference for row in rows}
        drafts = {draft.key for draft in services.drafts.waiting(PREFIX)}
        assert logged.items() <= found.items()
        assert begun <= found.keys() ^ drafts
        assert len({row.reference for row in rows}) == len(rows) == len(found)
        assert services.journal.check().findings == ()


def kill_while_typing(path: Path, mode: str, seed: int) -> None:
    """Kill one typist and check the draft."""
    check_draft(path, kill_typists(mode, path, Random(seed)))


def kill_while_saving(path: Path, seed: int) -> None:
    """Kill two typists who save into one file at once, and check the log."""
    check_log(path, kill_typists("saving", path, Random(seed), typists=2))


def main() -> None:
    """Kill as often as asked; stop at the first loss."""
    parser = argparse.ArgumentParser(description="Kill PressDesk at work and look for losses.")
    parser.add_argument("--times", type=int, default=50)
    times = parser.parse_args().times
    with TemporaryDirectory() as folder:
        typed, saved = Path(folder) / "typed.pressdesk", Path(folder) / "saved.pressdesk"
        start_office(typed)
        start_office(saved)
        for seed in range(times):
            kill_while_typing(typed, "draft", seed)
            kill_while_typing(typed, "window", seed)
            kill_while_saving(saved, seed)
    sys.stdout.write(f"Killed {times} times each while typing and saving: nothing was lost.\n")


if __name__ == "__main__":
    main()
