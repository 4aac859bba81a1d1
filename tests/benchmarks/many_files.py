"""How long 3,000 small text files take to come in, and what stays free meanwhile.

python -m tests.benchmarks.many_files [COUNT]
"""

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from pressdesk.bootstrap import open_services
from pressdesk.clock import SystemClock
from pressdesk.ui.releases.adding import Given, add_given
from pressdesk.ui.runner import Task
from tests.conftest import INSPECTORATE

_TEXT = (
    "Release {n} on boats for crews\n\n{day} March 2026\n\nCrews have {n} new boats.\n\n"
    "Chief Inspector Ann Lee said:\n\n“The {n} boats came in time.”\n\n"
    "Notes to editors\n\n1. There are {n} boats.\n2. Call 01632 960001.\n"
)


def main(count: int = 3_000) -> None:
    """Take in a folder of ``count`` files on a fresh office; print the seconds."""
    with TemporaryDirectory() as temporary:
        folder = Path(temporary) / "given"
        folder.mkdir()
        for n in range(count):
            text = _TEXT.format(n=n, day=1 + n % 28)
            (folder / f"{n:05}.txt").write_text(text, encoding="utf-8")
        services = open_services(Path(temporary) / "o.pressdesk", SystemClock(), "Priya Nair")
        services.office.start(INSPECTORATE)
        before = time.perf_counter()
        added = add_given(services, Given((folder,)), Task())
        seconds = time.perf_counter() - before
        services.close()
    sys.stdout.write(
        f"{len(added.came):,} files in {seconds:.1f} s, {seconds * 1000 / count:.1f} ms each\n"
    )


if __name__ == "__main__":
    main(*(int(words) for words in sys.argv[1:2]))
