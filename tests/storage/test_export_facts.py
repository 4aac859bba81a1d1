"""The facts of an export: read on and on along an index, and only those that were asked for."""

import pytest
from sqlalchemy import event

from pressdesk.domain.enquiries import LogQuery, Sort, Status
from pressdesk.storage.export_facts import facts_of

QUERIES = [
    *(LogQuery(sort=sort) for sort in Sort),
    LogQuery(status=Status.CLOSED),
    LogQuery("police"),
    LogQuery("police", status=Status.CLOSED, owner="Priya Nair"),
]
NEEDS = {"reference", "journalist", "outlet", "owner", "taken_by", "outcome"}


@pytest.mark.parametrize("query", QUERIES)
def test_rows_come_along_an_index_and_are_never_sorted(services, query):
    made = []

    def note(_connection, _cursor, statement, parameters, *_more):
        if statement.startswith("SELECT"):
            made.append((statement, parameters))

    engine = services.context.database.engine
    event.listen(engine, "before_cursor_execute", note)
    with services.context.database.reading() as session:
        assert list(facts_of(session, query, NEEDS, 200)) == []
    event.remove(engine, "before_cursor_execute", note)
    ((statement, parameters),) = made
    with engine.connect() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
    steps = [row[3] for row in plan]
    assert "enquiry_words" in steps[0] if query.text else "USING INDEX" in steps[0]
    assert not [step for step in steps if "TEMP B-TREE" in step]
