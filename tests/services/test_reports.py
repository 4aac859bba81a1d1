"""The report of a period: what it counts, and the files it goes out in."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook
from sqlalchemy import select

from pressdesk.bootstrap import templates_folder
from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.periods import Period
from pressdesk.domain.routing import Route
from pressdesk.errors import BadFile, Refused
from pressdesk.export.reports.files import ReportFormat
from pressdesk.export.sheet import Watch
from pressdesk.export.writing import Format
from pressdesk.services.exports import Order
from pressdesk.storage.tables.exports import ExportRow
from tests.conftest import MONDAY_14_06
from tests.services.logged_rows import add_contacts, write

WEEK = Period.week("2026-W47")
FRIDAY_16_00 = MONDAY_14_06 - timedelta(days=2, hours=22, minutes=6)
HOUR = 60
NO_SHAPE = "\U0010fffd"  # no font can draw it
LOGGED: list[dict[str, Any]] = [
    {
        "received": 0,  # Friday 16:00; answered on Monday 09:30: two hours of opening later
        "deadline": 2 * HOUR,
        "answers": [(AnswerKind.ACKNOWLEDGED, 10), (AnswerKind.SUBSTANTIVE, 65 * HOUR + 30)],
        "outlet": 1,
        "journalist": 1,
        "topics": [1, 2],
        "release": True,
    },
    {"received": 60, "deadline": 3 * HOUR, "answers": [(None, 60)], "urgent": True, "outlet": 1},
    {
        "received": 3 * HOUR,
        "expected": Route.OUT_OF_HOURS,
        "used": Route.MAIN,
        "deadline": HOUR,
        "answers": [(AnswerKind.HOLDING, 30)],
        "outlet": 2,
    },
    {"received": 4 * HOUR, "outcome": 9, "closed": 5},  # withdrawn
    {"received": 5 * HOUR, "outcome": 5, "closed": 90, "deadline": 100},  # interview arranged
    {"received": -7 * 24 * HOUR, "outcome": 8},  # declined, in the week before
]


@pytest.fixture
def office(services):
    add_contacts(services)
    write(services, FRIDAY_16_00, LOGGED)
    return services


def test_its_figures_are_those_of_a_plain_count(office):
    report = office.reports.report(WEEK)
    counts = {figure.key: (figure.count, figure.of) for figure in report.figures}
    assert counts["received"] == (5, None)
    assert counts["out_of_hours"] == counts["wrong_line"] == (1, 5)
    assert counts["in_time"] == (2, 4)
    assert counts["holding_only"] == (1, 4)
    assert counts["nothing"] == (0, 4)
    assert counts["declined"] == (0, 5)
    assert report.figure("received").before == 1


def test_times_run_by_the_clock_and_in_opening_hours(office):
    report = office.reports.report(WEEK)
    assert report.figure("answer_median").value == 90 * 60
    assert report.figure("answer_p90").value == (65 * HOUR + 30) * 60
    assert report.figure("answer_working_p90").value == 2 * HOUR * 60
    assert report.figure("acknowledge_median").of == 4


def test_of_nothing_there_is_no_median_and_no_share(services):
    report = services.reports.report(WEEK)
    values = {figure.key: figure.value for figure in report.figures}
    assert {key for key, value in values.items() if value is not None} == {"received", "open"}
    assert {table.key for table in report.tables} == {"by_day"}


def test_lists_name_the_most_frequent_first_and_say_so_in_a_sentence(office):
    report = office.reports.report(WEEK)
    outlets = report.table("outlets")
    assert [(row.label, row.values) for row in outlets.rows] == [
        ("Humber Daily", (2, 0)),
        ("Radio North", (1, 0)),
        ("No outlet named", (2, 1)),
    ]
    assert outlets.says == "The most came from Humber Daily: 2."
    assert report.table("week").says == (
        "The busiest hour of the week was Friday 16:00 to 17:00: 1 enquiry."
    )


def test_a_report_goes_out_as_json(office, tmp_path):
    office.reports.write(office.reports.report(WEEK), tmp_path / "r.json", ReportFormat.JSON)
    read = json.loads((tmp_path / "r.json").read_text("utf-8"))
    assert read["title"] == "Weekly report: week 47, 16 to 22 November 2026"
    assert read["figures"]["in_time"] | {"says": ""} == {
        "title": "Answered by the deadline",
        "value": 0.5,
        "unit": "share",
        "of": 4,
        "count": 2,
        "before": None,
        "says": "",
    }
    assert read["tables"]["outlets"]["rows"][0] == {"label": "Humber Daily", "values": [2.0, 0.0]}


def test_a_workbook_has_a_sheet_for_each_table_and_runs_nothing(office, tmp_path):
    hostile = '=HYPERLINK("http://evil.example")'
    (outlet,) = office.contacts.outlets("Humber")
    office.contacts.save_outlet(replace(outlet, name=hostile))
    report = office.reports.report(WEEK)
    office.reports.write(report, tmp_path / "r.xlsx", ReportFormat.XLSX)
    book = CalamineWorkbook.from_path(tmp_path / "r.xlsx")
    assert book.sheet_names == [
        *("Figures", *(table.title for table in report.tables), "About this file")
    ]
    figures = book.get_sheet_by_name("Figures").to_python()
    assert figures[1][:3] == ["Received", 5, 1]
    outlets = book.get_sheet_by_name("Outlets").to_python()
    assert outlets[3][:2] == [hostile, 2]


def test_a_pdf_is_tagged_and_named_and_has_the_tables_in_words(office, tmp_path):
    (outlet,) = office.contacts.outlets("Radio")
    office.contacts.save_outlet(replace(outlet, name=f"Radio {NO_SHAPE} North"))
    office.reports.write(office.reports.report(WEEK), tmp_path / "r.pdf", ReportFormat.PDF)
    reader = PdfReader(tmp_path / "r.pdf")
    root: Any = reader.trailer["/Root"]
    about: Any = reader.metadata
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert about.title == "Weekly report: week 47, 16 to 22 November 2026"
    words = " ".join(page.extract_text() for page in reader.pages)
    assert "The most came from Humber Daily: 2." in words
    assert words.count("Radio [U+10FFFD] North") == 2  # on the chart and in its table
    assert "Unanswered ones whose deadline is still to come are left out of it." in words


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("#let x = (", "own template or logo"),
        ('#import "@preview/cetz:0.3.1"', "from the web"),
        ('#read("/etc/passwd")', "own template or logo"),
    ],
)
def test_a_template_of_the_office_that_is_wrong_or_reaches_out_is_refused(
    office, tmp_path, template, said
):
    folder = templates_folder(office.context.database.where)
    folder.mkdir()
    (folder / "report.typ").write_text(template)
    report = replace(office.reports.report(WEEK), tables=())
    with pytest.raises(BadFile, match=said):
        office.reports.write(report, tmp_path / "r.pdf", ReportFormat.PDF)
    assert not (tmp_path / "r.pdf").exists()


def test_the_office_may_put_its_own_template_and_logo_in_place(office, tmp_path):
    folder = templates_folder(office.context.database.where)
    folder.mkdir()
    (folder / "report.typ").write_text(
        "#let data = json(bytes(sys.inputs.data))\n#set document(title: data.title)\n"
        '#set text(lang: "en")\nOur own: #data.figures.first().value #image(data.logo, alt: "Us")'
    )
    (folder / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    )
    report = replace(office.reports.report(WEEK), tables=())
    office.reports.write(report, tmp_path / "r.pdf", ReportFormat.PDF)
    assert "Our own: 5" in PdfReader(tmp_path / "r.pdf").pages[0].extract_text()


def test_what_goes_out_is_recorded_and_what_is_stopped_is_not(office, tmp_path):
    report = office.reports.report(WEEK)
    stopped = Watch(cancelled=lambda: True)
    with pytest.raises(Refused, match="cancelled"):
        office.reports.write(report, tmp_path / "r.xlsx", ReportFormat.XLSX, stopped)
    assert list(tmp_path.glob("r.*")) == []
    office.reports.write(report, tmp_path / "r.json", ReportFormat.JSON)
    with office.context.database.reading() as session:
        (kept,) = session.scalars(select(ExportRow))
        assert (kept.made_by, kept.filters, kept.file) == ("Priya Nair", report.title, "r.json")


def test_what_is_behind_a_figure_goes_out_saying_what_it_is(office, tmp_path):
    report = office.reports.report(WEEK)
    behind = {
        report.figure("wrong_line").rows: "only on another line than expected",
        report.table("releases").rows[0].rows[0]: "release Six forces inspected",
    }
    for query, said in behind.items():
        assert office.exports.write(Order(query, Format.JSON), tmp_path / "log.json") == 1
        about = json.loads((tmp_path / "log.json").read_text("utf-8").splitlines()[-1])["about"]
        assert said in about["Filters"]
