"""Every figure of a report is the number of rows that the log shows for it, whatever was logged."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.periods import Period
from pressdesk.domain.reports import Unit
from pressdesk.domain.routing import Route
from tests.conftest import MONDAY_14_06
from tests.services.logged_rows import add_contacts, write

BEGAN = MONDAY_14_06 - timedelta(days=45)
MINUTES = st.integers(-10, 20_000)
ENQUIRIES = st.lists(
    st.fixed_dictionaries(
        {
            "received": st.integers(0, 60 * 24 * 45),
            "deadline": st.none() | MINUTES,
            "urgent": st.booleans(),
            "expected": st.sampled_from(Route),
            "used": st.sampled_from(Route),
            "outlet": st.sampled_from([None, 1, 2]),
            "journalist": st.sampled_from([None, 1, 2]),
            "outcome": st.sampled_from([None, *range(1, 13)]),
            "closed": MINUTES,
            "answers": st.lists(
                st.tuples(st.sampled_from([None, *AnswerKind]), MINUTES), max_size=3
            ),
            "topics": st.sets(st.sampled_from([1, 2])),
            "release": st.booleans(),
        }
    ),
    min_size=1,
    max_size=12,
)
PERIODS = st.sampled_from(
    [
        Period.week_of(MONDAY_14_06.date()),
        Period.month("2026-10"),  # the clocks change in it
        Period.month("2026-11"),
        Period.year("2026"),
    ]
)


@pytest.fixture
def office(services):
    add_contacts(services)
    return services


@given(ENQUIRIES, PERIODS)
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_figures_and_cells_are_the_count_of_the_log_under_their_query(office, enquiries, period):
    write(office, BEGAN, enquiries)
    report = office.reports.report(period)
    shown = {}
    for figure in report.figures:
        if figure.count is not None:
            shown[figure.rows] = (figure.count, figure.key)
    for table in report.tables:
        for row in table.rows:
            for value, query, unit in zip(row.values, row.rows, table.units, strict=True):
                if unit is Unit.COUNT and query and (value or table.key != "week"):
                    shown[query] = (value, f"{table.key}: {row.label}")
    counted = {query: office.desk.count(query) for query in shown}
    assert {shown[query][1]: count for query, count in counted.items()} == {
        key: count for count, key in shown.values()
    }


@given(ENQUIRIES)
@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_tables_of_all_enquiries_add_up_to_what_was_received(office, enquiries):
    write(office, BEGAN, enquiries)
    report = office.reports.report(Period.year("2026"))
    for key in ("by_month", "by_week", "deadlines", "outcomes", "kinds", "outlets"):
        assert sum(row.values[0] for row in report.table(key).rows) == len(enquiries), key
    for key in ("week", "lines"):
        assert sum(sum(row.values) for row in report.table(key).rows) == len(enquiries), key
