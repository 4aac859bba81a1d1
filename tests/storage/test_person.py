"""The map of where a person may stand knows every field in words; what leads is an index."""

import pytest
from sqlalchemy import String, event

from pressdesk.domain.contacts import Journalist
from pressdesk.domain.enquiries import EnquiryForm
from pressdesk.domain.person import PersonWords, Sought
from pressdesk.storage import person
from pressdesk.storage.person_map import CONTACT, HOLDER, PARTS, SHELVES
from pressdesk.storage.tables import Base

OF_NOBODY = {
    # Facts of the office, and words that it made up for itself.
    *("office", "hours", "special_day", "urgency_rule", "topic", "outcome", "synonym", "feed"),
    *("feed_look", "lead_time", "export_preset", "frozen_month", "reference_counter", "target"),
    # Copies and marks of what stands elsewhere, for the program alone.
    *("duty_pack_file", "duty_pack_here", "duty_pack_life", "release_key", "told", "journal_head"),
}
ANYWHERE = {
    *("key", "kind", "state", "status", "sha256", "hash", "terms", "channel", "type", "act"),
    *("reference", "foi_reference", "line_expected", "line_used", "route", "change", "agreed"),
    *("format", "columns", "people", "code", "embargo", "source_url", "source_sha256", "template"),
    *("basis", "file", "starts", "ends", "line", "sort"),
}
READ_OTHERWISE = {
    *(("journalist", name) for name in CONTACT),
    *(("embargo_holder", name) for name in (*HOLDER, "given_by", "rung_by")),
    *(("release", "headline"), ("release", "source_text"), ("line_to_take", "title")),
    *(("journal", "actor"), ("journal", "changes"), ("draft", "person")),
    *(("decision", "actor"), ("decision", "number"), ("clearance_template", "name")),
}


def test_every_field_in_words_is_looked_at_or_tells_of_nobody():
    mapped = {(one.row.__tablename__, name) for one in (*PARTS, *SHELVES) for name in one.fields}
    in_words = {
        (table.name, column.name)
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, String)
        and table.name not in OF_NOBODY
        and column.name not in ANYWHERE
    }
    assert in_words - mapped - READ_OTHERWISE == set()


@pytest.fixture
def found(services, clock):
    ruth = services.contacts.save_journalist(Journalist("Ruth Amery", number="01632 960012"))
    services.enquiries.log(EnquiryForm(clock.now(), ruth, "Ruth Amery", subject="Call"))
    other = EnquiryForm(clock.now(), journalist="Tom Price", subject="Ring 01632-960-012")
    services.enquiries.log(other)
    return Sought("Ruth Amery", (ruth,), ("Ruth Amery",), ("01632 960012",))


def test_enquiries_are_found_through_indexes_alone(services, found):
    made = []
    engine = services.context.database.engine

    def note(_connection, _cursor, statement, parameters, *_more):
        made.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", note)
    with services.context.database.reading() as session:
        words = PersonWords(found, frozenset())
        enquiries = person.enquiries(session, found, words, 10)
    event.remove(engine, "before_cursor_execute", note)
    assert (len(enquiries.theirs), len(enquiries.others)) == (1, 1)
    with engine.connect() as connection:
        steps = [
            row[3]
            for statement, parameters in made
            if statement.startswith("SELECT") and "_terms" not in statement
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        ]
    assert steps
    assert not [step for step in steps if step.startswith("SCAN enquiry") and "VIRTUAL" not in step]
