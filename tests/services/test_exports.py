"""What is exported is what is on the screen, and the file says what that was."""

import csv
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from pressdesk.bootstrap import Services, open_services
from pressdesk.clock import FixedClock
from pressdesk.domain.enquiries import EnquiryForm, LogQuery, Sort
from pressdesk.errors import PressDeskError, Refused
from tests.conftest import INSPECTORATE

HOSTILE = '=HYPERLINK("http://evil.example","Click")'


@pytest.fixture
def log(services: Services, clock: FixedClock) -> Services:
    """Five enquiries, one of them hostile."""
    for number in range(4):
        form = EnquiryForm(
            clock.now() - timedelta(hours=number),
            journalist="Ruth Amery",
            outlet="Humber Daily" if number % 2 else "Radio North",
            subject=f"Call {number}",
            deadline_words="5pm",
        )
        services.enquiries.log(form)
    services.enquiries.log(EnquiryForm(clock.now(), journalist="+44 caller", subject=HOSTILE))
    return services


def _read(path: Path) -> tuple[list[dict[str, str]], dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    empty = lines.index([])
    header, rows = lines[0], lines[1:empty]
    return [dict(zip(header, row, strict=True)) for row in rows], dict(lines[empty + 1 :])


QUERIES = [
    LogQuery(),
    LogQuery(sort=Sort.OLDEST),
    LogQuery(text="radio"),
    LogQuery(sort=Sort.DEADLINE),
]


@pytest.mark.parametrize("query", QUERIES)
def test_rows_and_order_are_those_of_the_screen(
    log: Services, tmp_path: Path, query: LogQuery
) -> None:
    target = tmp_path / "log.csv"
    written = log.exports.log_csv(query, target)
    rows, facts = _read(target)
    assert [row["Reference"] for row in rows] == [row.reference for row in log.desk.rows(query)]
    assert facts["Rows"] == str(written) == str(len(rows))


def test_the_file_says_its_filters_zone_hours_and_when(log: Services, tmp_path: Path) -> None:
    target = tmp_path / "log.csv"
    log.exports.log_csv(replace(LogQuery(), text="humber"), target)
    _rows, facts = _read(target)
    assert facts["Filters"] == "words humber. Order: newest"
    assert facts["Time zone"] == "Europe/London"
    assert facts["Hours in force"] == "Monday–Friday 08:30–17:00"
    assert facts["Exported"] == "Monday 23 November 2026 14:06 by Priya Nair"


def test_a_formula_from_outside_is_only_text_in_the_spreadsheet(
    log: Services, tmp_path: Path
) -> None:
    target = tmp_path / "log.csv"
    log.exports.log_csv(LogQuery(text="hyperlink"), target)
    rows, _facts = _read(target)
    assert rows[0]["Subject"] == f"'{HOSTILE}"


def test_a_cancelled_export_leaves_the_old_file(log: Services, tmp_path: Path) -> None:
    target = tmp_path / "log.csv"
    target.write_text("yesterday's")
    with pytest.raises(PressDeskError, match="cancelled"):
        log.exports.log_csv(LogQuery(), target, cancelled=lambda: True)
    assert target.read_text() == "yesterday's"
    assert list(tmp_path.iterdir()) == [target]


def test_the_desk_goes_out_in_the_order_it_stands(log: Services, tmp_path: Path) -> None:
    rows = log.desk.open_enquiries().enquiries[::-1]
    log.exports.desk_csv(rows, tmp_path / "desk.csv")
    written, facts = _read(tmp_path / "desk.csv")
    assert [row["Reference"] for row in written] == [row.reference for row in rows]
    assert facts["Filters"] == "Open enquiries"


@pytest.mark.parametrize("ending", ["", "-wal"])
def test_no_export_is_written_over_the_office_itself(
    tmp_path: Path, clock: FixedClock, ending: str
) -> None:
    office = tmp_path / "office.pressdesk"
    services = open_services(office, clock, "Priya Nair")
    services.office.start(INSPECTORATE)
    target = tmp_path / ".." / tmp_path.name / f"office.pressdesk{ending}"
    with pytest.raises(Refused, match="is the office itself"):
        services.exports.log_csv(LogQuery(), target)
    with pytest.raises(Refused, match="is the office itself"):
        services.exports.desk_csv((), target)
    assert services.journal.check().findings == ()
    services.close()
