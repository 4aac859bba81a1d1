"""The invented answers are ones that the program itself could have recorded."""

import sqlite3
from contextlib import closing

from pressdesk.bootstrap import open_services
from pressdesk.clock import FixedClock
from pressdesk.domain.periods import Period
from tests.benchmarks.answers import fill
from tests.benchmarks.generate import LAST_DAY, generate
from tests.conftest import MONDAY_14_06


def test_closed_enquiries_are_answered_and_the_journal_knows_it(tmp_path):
    path = tmp_path / "log.pressdesk"
    generate(path, 220, contacts=(20, 5))
    with closing(sqlite3.connect(path)) as connection:
        fill(connection)
    with closing(open_services(path, FixedClock(MONDAY_14_06), "Priya Nair")) as services:
        assert services.journal.check().findings == ()
        report = services.reports.report(Period.year_of(LAST_DAY))
        acknowledged, answered = report.figure("acknowledge_median"), report.figure("answer_median")
        assert (acknowledged.of or 0) > 40
        assert (answered.value or 0) > (acknowledged.value or 0)
