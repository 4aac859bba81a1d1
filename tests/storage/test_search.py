"""The word index follows every change, and the lists of contacts are read from indexes."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import event, text
from sqlalchemy.dialects import sqlite

from pressdesk.domain.contacts import Journalist, Outlet
from pressdesk.domain.enquiries import Answer, Channel, EnquiryForm, LogQuery, Terms
from pressdesk.storage import contacts, search
from pressdesk.storage.enquiry_lists import Page

RECEIVED = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
HALF = EnquiryForm(
    RECEIVED,
    journalist="Dana Whitlock",
    outlet="Tees Valley Echo",
    questions=("How many searches?",),
    subject="Stop and search",
    finished=False,
)


def found(services, words):
    return [row.id for row in services.desk.page(LogQuery(text=words), Page(20))]


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("OXFORD fire", '"OXFORD"* "fire"*'),
        ("fire OR NOT", '"fire"* "OR"* "NOT"*'),
        ('"NEAR(a b)', '"NEAR a b"*'),
        ('"slow in part" prog', '"slow in part" "prog"*'),
        ("* ^ -", ""),
        ("", ""),
    ],
)
def test_nothing_typed_is_an_operator(typed, query):
    assert search.prefix_query(typed) == query


def test_a_question_asks_for_any_of_its_longer_words_once():
    assert search.any_query("Is it the fire, the FIRE?") == '"the" OR "fire"'


def test_a_pasted_megabyte_asks_for_no_more_than_its_first_words():
    query = search.any_query(" ".join(f"word{n}" for n in range(100_000)))
    assert query.count(" OR ") == search.MOST_WORDS - 1


@pytest.mark.parametrize("words", ["dana", "tees echo", "searches", "stop whitlock", "ENQ-2026"])
def test_an_enquiry_is_found_by_its_people_and_its_words(services, words):
    enquiry = services.enquiries.log(HALF).id
    assert found(services, words) == [enquiry]


def test_a_renamed_outlet_leads_to_its_enquiries_by_the_new_name(services):
    enquiry = services.enquiries.log(HALF).id
    (outlet,) = services.contacts.outlets()
    services.contacts.save_outlet(replace(outlet, name="Cleveland Star"))
    assert found(services, "cleveland star") == [enquiry]
    assert found(services, "echo") == []


def test_a_renamed_journalist_leads_to_the_enquiries_by_the_new_name(services):
    enquiry = services.enquiries.log(HALF).id
    (person,) = services.contacts.journalists()
    services.contacts.save_journalist(replace(person, name="Dana Hale"))
    assert found(services, "hale") == [enquiry]
    assert found(services, "whitlock") == []


def test_more_enquiries_than_one_batch_are_all_indexed_again(services, monkeypatch):
    monkeypatch.setattr(search, "BATCH", 2)
    enquiries = [services.enquiries.log(HALF).id for _ in range(5)]
    (outlet,) = services.contacts.outlets()
    services.contacts.save_outlet(replace(outlet, name="Cleveland Star"))
    assert sorted(found(services, "star")) == enquiries


def plan(services, query):
    """Return how SQLite would answer ``query``, step by step."""
    bound = query.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})
    with services.context.database.reading() as session:
        rows = session.execute(text(f"EXPLAIN QUERY PLAN {bound}"))
        return [row.detail for row in rows]


@pytest.mark.parametrize("find", [contacts.journalists_found, contacts.outlets_found])
def test_contacts_are_listed_in_the_order_of_an_index_and_counted_from_indexes(services, find):
    services.contacts.save_journalist(Journalist("Dana Whitlock", "Tees Valley Echo"))
    services.contacts.save_outlet(Outlet("Cleveland Star"))
    steps = plan(services, find("wh"))
    assert not [step for step in steps if "TEMP B-TREE" in step]
    counts = [step for step in steps if " enquiry " in step]
    assert counts
    assert all("COVERING INDEX" in step for step in counts)


@pytest.fixture
def indexed(services):
    """Give the enquiries whose words are written to the index from now on, one for each time."""
    written: list[int] = []

    def note(_connection, _cursor, statement, parameters, _context, many):
        if statement.startswith("INSERT INTO enquiry_words"):
            written.extend(row[0] for row in (parameters if many else [parameters]))

    event.listen(services.context.database.engine, "before_cursor_execute", note)
    return written


def test_moves_owners_and_links_leave_the_word_index_alone(services, indexed):
    enquiry = services.enquiries.log(HALF).id
    release = services.releases.add_text("Progress is slow\n\nThe force has made progress.").id
    assert indexed == [enquiry]
    services.answering.take(enquiry)
    services.answering.link(enquiry, release)
    services.enquiries.raise_urgency(enquiry, "It is about a leak")
    services.answering.close(enquiry, "Declined")
    assert indexed == [enquiry]


def test_new_words_of_every_kind_are_found(services, indexed):
    enquiry = services.enquiries.log(HALF).id
    version = services.enquiries.show(enquiry).version
    services.enquiries.correct(enquiry, version, replace(HALF, questions=("Who was stopped?",)))
    services.answering.note(enquiry, "Ring Beverley")
    given = Answer("Four hundred", Terms.ON_THE_RECORD, "", RECEIVED, Channel.PHONE)
    services.answering.answer(enquiry, given)
    assert indexed == [enquiry] * 4
    for words in ("stopped", "beverley", "hundred"):
        assert found(services, words) == [enquiry]
    assert found(services, "searches") == []
