"""Search everywhere at any length of the log: what leads each statement is an index."""

import pytest
from sqlalchemy import event

from pressdesk.domain.contacts import Outlet
from pressdesk.domain.enquiries import LogQuery, Named, Narrowing
from pressdesk.storage import contact_words
from pressdesk.storage.enquiry_lists import words_query

SEARCHES = [
    "police",
    "police status:closed",
    "police line:held before:2020",
    "status:open",
    "status:closed line:held",
    "line:main after:2020",
    "before:2020",
    "after:2020 before:2021",
    "outlet:humber",
    "outlet:humber police status:closed",
    "from:ruth before:2020",
    '"child protection" after:2020',
    "policee humbre",
    "from:ruht",
]


@pytest.fixture
def explained(services):
    """Give the plans of every statement that a search makes, as lines by statement."""

    def explain(act):
        made = []
        engine = services.context.database.engine

        def note(_connection, _cursor, statement, parameters, *_more):
            if statement.startswith("SELECT"):
                made.append((statement, parameters))

        event.listen(engine, "before_cursor_execute", note)
        act()
        event.remove(engine, "before_cursor_execute", note)
        with engine.connect() as connection:
            plans = [
                connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
                for statement, parameters in made
                if "_held" not in statement  # the view of the words lives with its connection
            ]
        return [[row[3] for row in plan] for plan in plans]

    return explain


@pytest.mark.parametrize("typed", SEARCHES)
def test_no_statement_goes_through_all_enquiries_or_contacts(services, explained, typed):
    services.contacts.save_outlet(Outlet("Humber Daily"))
    plans = explained(lambda: services.search.find(typed))
    steps = [step for plan in plans for step in plan]
    assert len(plans) > 1
    for table in ("enquiry", "journalist", "outlet", "question", "answer", "note", "journal"):
        assert not [step for step in steps if step in (f"SCAN {table}", f"SCAN {table}_1")]
    assert [step for step in steps if "_words" in step or "ix_" in step]


@pytest.mark.parametrize("typed", [typed for typed in SEARCHES if "poli" in typed])
def test_words_lead_and_are_never_asked_enquiry_by_enquiry(services, explained, typed):
    for plan in explained(lambda: services.search.find(typed)):
        for step in plan:
            if "VIRTUAL TABLE" in step:
                assert "=" not in step.partition("VIRTUAL TABLE INDEX")[2].replace("M", "")


def test_the_names_asked_for_lead_with_the_words_since_an_enquiry_is_indexed_by_both():
    outlets = (Named(1, "Humber Daily"), Named(2, "The Humber-Post"))
    query = LogQuery("police fig", also=Narrowing(outlets=outlets, journalists=(Named(3, "Ruth"),)))
    led = '("police"* "fig"*) AND ("Humber Daily" OR "The Humber Post") AND ("Ruth")'
    assert words_query(query) == led
    assert (
        words_query(LogQuery("police", also=Narrowing(outlets=(Named(1, "!!"),)))) == '("police"*)'
    )


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("01632 960 012", "01632 960 012 01632960012 960012"),
        ("+44 1632 960012", "44 1632 960012 441632960012 1632960012"),
        ("01632960012", "01632960012"),
        ("", ""),
    ],
)
def test_a_number_is_found_however_it_is_spaced(number, words):
    assert contact_words.number_words(number) == words
