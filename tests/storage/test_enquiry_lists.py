"""The log by pages: every filter and order against the same done in plain Python."""

import os
from datetime import timedelta
from random import Random
from typing import Any

import pytest
from sqlalchemy import event, text

from pressdesk.bootstrap import open_services
from pressdesk.clock import FixedClock
from pressdesk.domain.enquiries import EnquiryForm, EnquirySummary, LogQuery, Sort, Status
from pressdesk.domain.routing import Route
from pressdesk.storage import enquiry_lists
from pressdesk.storage.enquiry_lists import Page
from tests.conftest import INSPECTORATE, MONDAY_14_06

ROWS = 90


@pytest.fixture(scope="module")
def services():
    """Services of the inspectorate that all tests here read, since filling them takes a second."""
    opened = open_services(f":memory:{os.getpid()}-lists", FixedClock(MONDAY_14_06), "Priya Nair")
    opened.office.start(INSPECTORATE)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def log(services):
    """Some enquiries over three weeks, several of them at the same instant; return their topics."""
    random, topics = Random(5), {}
    for number in range(ROWS):
        hours = random.randrange(3 * 7 * 8) * 3
        topic = random.choice(["child protection", "stop and search", ""])
        logged = services.enquiries.log(
            EnquiryForm(
                received_at=MONDAY_14_06 - timedelta(hours=hours),
                journalist=f"Person {number % 7}",
                outlet=f"Outlet {number % 4}",
                subject=random.choice(["Police force figures", "Fire inspection", "Policing"]),
                deadline_words=random.choice(["none", "Thu noon", "tomorrow 9am"]),
                topics=(topic,) if topic else (),
            )
        )
        topics[logged.id] = topic
        services.answering.assign(logged.id, random.choice(["", "Priya Nair", "Sam Okafor"]))
        if number % 3:
            services.answering.close(logged.id, "Line given")
    return topics


def pages_by(services, query, size, follow):
    """Return the ids of all pages, each found by ``follow`` from what has been read."""
    found: list[EnquirySummary] = []
    with services.context.database.reading() as session:
        while rows := enquiry_lists.page_of(session, query, follow(found, size)):
            found.extend(rows)
    return [row.id for row in found]


def after(found, size):
    return Page(size, after=found[-1] if found else None)


def offset(found, size):
    return Page(size, offset=len(found))


def outlet_named(services, name):
    return next(outlet.id for outlet in services.contacts.outlets(name))


QUERIES: dict[str, dict[str, Any]] = {
    "everything": {},
    "oldest": {"sort": Sort.OLDEST},
    "deadline": {"sort": Sort.DEADLINE},
    "words": {"text": "police fig"},
    "words by deadline": {"text": "fire", "sort": Sort.DEADLINE},
    "held": {"line": Route.HELD},
    "new": {"status": Status.NEW},
    "owner": {"owner": "Sam Okafor"},
    "nobody": {"owner": "Not A. Person"},
    "topic": {"topic": "stop and search"},
    "week": {
        "received_from": MONDAY_14_06 - timedelta(days=9),
        "received_before": MONDAY_14_06 - timedelta(days=3),
    },
    "closed by deadline": {"status": Status.CLOSED, "sort": Sort.DEADLINE},
    "words of the held": {"text": "pol", "line": Route.HELD, "owner": "Sam Okafor"},
    "words on a topic": {"text": "fire", "topic": "child protection"},
}


def holds(row, query, topics):
    """Say in plain Python whether a row belongs to a query."""
    begins = all(
        any(said.startswith(word) for said in row.subject.lower().split())
        for word in query.text.lower().split()
    )
    start, end = query.received_from, query.received_before
    return (
        begins
        and (start is None or start <= row.received_at)
        and (end is None or row.received_at < end)
        and query.line in (None, row.line_used)
        and query.status in (None, row.status)
        and query.owner in ("", row.owner)
        and query.topic in ("", topics[row.id])
        and (bool(query.text) or query.sort is not Sort.DEADLINE or row.deadline_at is not None)
    )


def ordered(rows, query):
    if query.text:
        return sorted(rows, key=lambda row: -row.id)
    if query.sort is Sort.DEADLINE:
        return sorted(rows, key=lambda row: (row.deadline_at, row.id))
    newest = query.sort is Sort.NEWEST
    return sorted(rows, key=lambda row: (row.received_at, row.id), reverse=newest)


@pytest.mark.parametrize("name", QUERIES)
def test_every_filter_and_order_shows_what_plain_python_shows(services, log, name):
    query = LogQuery(**QUERIES[name])
    kept = [row for row in services.desk.rows(LogQuery()) if holds(row, query, log)]
    wanted = [row.id for row in ordered(kept, query)]
    assert bool(wanted) == (name != "nobody")
    assert pages_by(services, query, 7, after) == wanted
    assert pages_by(services, query, 7, offset) == wanted
    assert services.desk.count(query) == len(wanted)
    assert [row.id for row in services.desk.rows(query)] == wanted


def test_an_outlet_shows_its_own_enquiries(services, log):
    query = LogQuery(outlet_id=outlet_named(services, "Outlet 2"))
    rows = list(services.desk.rows(query))
    assert {row.outlet for row in rows} == {"Outlet 2"}
    assert services.desk.count(query) == len(rows) == len(range(2, ROWS, 4))


def test_a_deep_page_goes_on_where_the_one_above_ends(services, log):
    with services.context.database.reading() as session:
        above = enquiry_lists.page_of(session, LogQuery(), Page(10, offset=30))
        below = enquiry_lists.page_of(session, LogQuery(), Page(10, after=above[-1]))
        assert below == enquiry_lists.page_of(session, LogQuery(), Page(10, offset=40))


def plan_of(services, act):
    """Return how SQLite goes about the first statement of an act."""
    statements = []
    engine = services.context.database.engine

    def note(_connection, _cursor, statement, parameters, *_more):
        if statement.startswith("SELECT"):
            statements.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", note)
    act()
    event.remove(engine, "before_cursor_execute", note)
    with engine.connect() as connection:
        explained = connection.exec_driver_sql(
            f"EXPLAIN QUERY PLAN {statements[0][0]}", statements[0][1]
        )
        return "\n".join(row[3] for row in explained)


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize(
    "narrowed",
    [{}, {"status": Status.CLOSED}, {"line": Route.MAIN}, {"owner": "Sam Okafor"}],
    ids=str,
)
def test_an_index_serves_the_order_so_that_nothing_is_sorted(services, sort, narrowed):
    query = LogQuery(sort=sort, **narrowed)
    plan = plan_of(services, lambda: services.desk.page(query, Page()))
    assert "COVERING INDEX ix_enquiry" in plan
    assert "TEMP B-TREE" not in plan


@pytest.mark.parametrize("name", [name for name, query in QUERIES.items() if "text" in query])
def test_typed_words_lead_and_are_never_asked_row_by_row(services, name):
    query = LogQuery(**QUERIES[name])
    for act in (lambda: services.desk.page(query, Page()), lambda: services.desk.count(query)):
        first = plan_of(services, act).splitlines()[0]
        assert first.startswith("SCAN enquiry_words VIRTUAL TABLE INDEX")
        assert "=" not in first


def test_each_length_of_a_typed_prefix_up_to_four_has_an_index(services):
    with services.context.database.reading() as session:
        made = session.scalar(text("SELECT sql FROM sqlite_master WHERE name = 'enquiry_words'"))
    assert "prefix='1 2 3 4'" in made
