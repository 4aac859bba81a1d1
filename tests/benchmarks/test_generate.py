"""The generated log is one that the program itself could have written."""

import sqlite3
from contextlib import closing

import pytest

from pressdesk.bootstrap import open_services
from pressdesk.clock import FixedClock
from pressdesk.domain.enquiries import EnquiryForm, LogQuery, Sort
from pressdesk.storage import search
from pressdesk.storage.enquiry_lists import Page
from tests.benchmarks.generate import SEED, STILL_OPEN, generate
from tests.benchmarks.invented import Language
from tests.conftest import MONDAY_14_06

ENQUIRIES = 300


@pytest.fixture(scope="module")
def log_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("log") / "log.pressdesk"
    generate(path, ENQUIRIES, contacts=(200, 50))
    return path


@pytest.fixture
def log(log_file):
    services = open_services(log_file, FixedClock(MONDAY_14_06), "Priya Nair")
    yield services
    services.close()


def test_its_journal_is_clean(log):
    checked = log.journal.check()
    assert checked.findings == ()
    assert checked.entries > 4 * ENQUIRIES


def test_the_log_and_the_desk_show_it(log):
    assert log.desk.count(LogQuery()) == ENQUIRIES
    assert len(log.desk.open_enquiries().enquiries) == STILL_OPEN
    received = [row.received_at for row in log.desk.rows(LogQuery(sort=Sort.OLDEST))]
    assert received == sorted(received)


def test_its_enquiries_read_like_any_other(log):
    newest = log.desk.page(LogQuery(), Page(1))[0]
    enquiry = log.enquiries.show(newest.id)
    assert enquiry.questions
    assert enquiry.journalist.outlet == newest.outlet
    assert log.enquiries.story(newest.id)[0].sentence == "Logged the enquiry"


def test_common_words_find_more_than_rare_ones(log):
    common, middling, rare = Language(SEED).typed()[:3]
    found = [log.desk.count(LogQuery(text=word)) for word in (common, middling, rare)]
    assert found == sorted(found, reverse=True)
    assert found[0] > ENQUIRIES / 10


def test_the_words_it_indexes_are_those_that_the_program_would(log, log_file):
    with closing(sqlite3.connect(log_file)) as connection:
        indexed = dict(connection.execute("SELECT rowid, words FROM enquiry_words"))
    with log.context.database.reading() as session:
        assert search.enquiry_words(session, list(indexed)) == indexed


def test_the_next_enquiry_gets_the_next_number(tmp_path, clock):
    generate(tmp_path / "log.pressdesk", 20, contacts=(20, 5))
    with closing(open_services(tmp_path / "log.pressdesk", clock, "Priya Nair")) as services:
        form = EnquiryForm(MONDAY_14_06, journalist="Ruth Amery", questions=("Why?",))
        assert services.enquiries.log(form).reference == "ENQ-2026-00021"
        assert services.journal.check().findings == ()


def test_the_same_log_is_written_each_time(tmp_path):
    assert _last_hash(tmp_path / "one.pressdesk") == _last_hash(tmp_path / "two.pressdesk")


def _last_hash(path):
    generate(path, 20, contacts=(20, 5))
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT hash FROM journal_head").fetchone()
