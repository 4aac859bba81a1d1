"""Figures of closed months stay as they were, whatever is changed or erased later."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import delete

from pressdesk.domain.enquiries import EnquiryForm
from pressdesk.domain.periods import Period
from pressdesk.storage.tables.duty_packs import DutyPackHereRow
from pressdesk.storage.tables.reports import FrozenMonthRow
from tests.conftest import MONDAY_14_06
from tests.services.logged_rows import add_contacts, write
from tests.services.test_reports_always import BEGAN, ENQUIRIES, PERIODS

OCTOBER = Period.month("2026-10")
BUSY = [{"received": 24 * 60 * day, "outlet": 1, "topics": [1]} for day in range(30)]


@pytest.fixture
def office(services):
    add_contacts(services)
    return services


def told(report):
    """What a report says in numbers."""
    return (
        {figure.key: (figure.value, figure.of, figure.before) for figure in report.figures},
        {
            table.key: sorted((row.label, row.values) for row in table.rows)
            for table in report.tables
        },
    )


@given(ENQUIRIES, PERIODS)
@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_freezing_changes_no_figure(office, enquiries, period):
    with office.context.database.locked() as connection:
        connection.execute(delete(FrozenMonthRow))
    write(office, BEGAN, enquiries)
    before = told(office.reports.report(period))
    office.reports.freeze()
    assert told(office.reports.report(period)) == before


def test_what_is_erased_later_stays_counted_and_the_report_says_so(office):
    write(office, BEGAN, BUSY)
    assert office.reports.freeze() == (OCTOBER.first,)
    before = told(office.reports.report(OCTOBER))
    write(office, BEGAN, [])
    report = office.reports.report(OCTOBER)
    assert told(report) == before
    assert report.frozen
    assert report.rules[-1] == (
        "October 2026 is kept as counted on Monday 23 November 2026; "
        "what was changed or erased since is not in it."
    )


def test_a_week_over_the_edge_takes_the_frozen_days_and_counts_the_others(office):
    write(office, BEGAN, BUSY)
    office.reports.freeze()
    week = Period.week("2026-W44")  # 26 October to 1 November
    write(office, BEGAN, [{"received": 24 * 60 * 23, "urgent": True}])  # 1 November
    report = office.reports.report(week)
    assert report.figure("received").value == 7
    assert report.figure("urgent").count == 1
    assert not report.frozen


@pytest.mark.parametrize(
    ("days_on", "frozen"),
    [(0, 1), (21, 1), (22, 2), (22 + 31, 3)],  # November closes two weeks after its end
)
def test_a_month_is_frozen_once_two_weeks_after_its_end(office, clock, days_on, frozen):
    write(office, BEGAN, BUSY)
    clock.instant += timedelta(days=days_on)
    assert len(office.reports.freeze()) == frozen
    assert office.reports.freeze() == ()


def test_frozen_months_are_in_the_audit_trail(office):
    office.enquiries.log(EnquiryForm(BEGAN, journalist="Ruth Amery", subject="Custody"))
    office.reports.freeze()
    assert office.journal.check().findings == ()
    with office.context.database.locked() as connection:
        connection.execute(delete(FrozenMonthRow))
    assert office.journal.check().findings


def test_a_duty_pack_freezes_nothing(office):
    write(office, BEGAN, BUSY)
    with office.context.database.writing("Priya Nair") as session:
        here = {"code": "D7", "person": "Sam", "office": "Us", "entries": 0, "mark": 0}
        session.add(DutyPackHereRow(id=7, made_at=MONDAY_14_06, **here))
    assert office.reports.freeze() == ()


def test_officers_are_counted_only_when_the_office_wants_it_and_never_kept(office):
    write(office, BEGAN, [{"received": 0, "owner": 1, "answers": [(None, 60)]}, {"received": 1}])
    office.reports.freeze()
    assert office.reports.report(OCTOBER).table("officers") is None
    facts = office.office.facts()
    office.office.save_office(replace(facts.office, reports_officers=True))
    table = office.reports.report(OCTOBER).table("officers")
    assert [(row.label, row.values) for row in table.rows] == [
        ("Priya Nair", (1, 1, 3600)),
        ("No owner", (1, None, None)),
    ]
    assert [office.desk.count(row.rows[0]) for row in table.rows] == [1, 1]


def test_contacts_that_were_merged_since_are_counted_as_the_one_that_is_kept(office):
    logged = [
        {"received": day, "outlet": 1 + day % 2, "journalist": 1 + day % 2} for day in range(4)
    ]
    write(office, BEGAN, logged)
    office.reports.freeze()
    office.contacts.merge_journalists(1, 2)
    office.contacts.merge_outlets(1, 2)  # of an outlet that is merged nothing is left
    report = office.reports.report(OCTOBER)
    rows = {key: report.table(key).rows for key in ("journalists", "outlets")}
    assert [(row.label, row.values[0]) for row in rows["journalists"]] == [("Ruth Amery", 4)]
    assert [(row.label, row.values[0]) for row in rows["outlets"]] == [
        ("Humber Daily", 2),
        ("No longer kept", 2),
    ]
    assert rows["outlets"][1].rows == (None, None)
