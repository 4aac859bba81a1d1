"""The figures that stand in CONTRIBUTING: ``python -m tests.benchmarks.run FILE``.

FILE is a log made by ``tests.benchmarks.generate``. Each run logs some enquiries into it.
"""

import argparse
import os
import sys
from contextlib import closing
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from pressdesk.bootstrap import open_services
from pressdesk.clock import SystemClock
from pressdesk.domain.enquiries import EnquiryForm, LogQuery
from tests.benchmarks.bare import insert_times
from tests.benchmarks.figures import HEAD, Figure, middle, milliseconds
from tests.benchmarks.suggesting import suggestion_figures
from tests.benchmarks.window import PERSON, log_figures, start_figures

SAVES = 60


def save_figure(path: Path) -> Figure:
    """Measure logging one enquiry: routed, journalled, indexed and committed."""
    clock = SystemClock()
    with closing(open_services(path, clock, PERSON)) as services:

        def save() -> None:
            form = EnquiryForm(
                clock.now(),
                journalist="Ruth Amery",
                outlet="Humber Daily",
                questions=("Why is progress slow?", "When will inspectors go back?"),
                deadline_words="in 2 hours",
            )
            services.enquiries.log(form)

        save()  # the journalist becomes a contact
        times = [milliseconds(save) for _ in range(SAVES)]
    bare = middle(insert_times(path, SAVES))
    return Figure("Save one enquiry", middle(times), bare, "one row inserted and committed")


def freeze_months(path: Path) -> None:
    """Close the months that have ended, which a window would do by and by, amid the measuring."""
    with closing(open_services(path, SystemClock(), PERSON)) as services:
        while services.reports.freeze():
            pass


def enquiries_in(path: Path) -> int:
    """Return how many enquiries a log has."""
    with closing(open_services(path, SystemClock(), PERSON)) as services:
        return services.desk.count(LogQuery())


def main() -> None:
    """Measure everything and print a Markdown table."""
    parser = argparse.ArgumentParser(description="Measure PressDesk on a generated log.")
    parser.add_argument("file", type=Path)
    path = parser.parse_args().file
    if not path.is_file():
        sys.exit(f"There is no file {path}. Make one: python -m tests.benchmarks.generate {path}")
    freeze_months(path)
    sys.stdout.write(f"On a log of {enquiries_in(path):,} enquiries:\n\n{HEAD}\n")
    for measure in (start_figures, log_figures, suggestion_figures):
        for figure in measure(path):
            sys.stdout.write(f"{figure.row()}\n")
    sys.stdout.write(f"{save_figure(path).row()}\n")


if __name__ == "__main__":
    main()
