"""What is changed behind the program's back is found."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from pressdesk.bootstrap import Services, open_services
from pressdesk.clock import FixedClock
from pressdesk.domain.enquiries import EnquiryForm, Status
from tests.conftest import INSPECTORATE

TAMPERINGS = {
    "an edited subject": "UPDATE enquiry SET subject = 'Nothing to see' WHERE id = 1",
    "a moved deadline": "UPDATE enquiry SET deadline_at = '2030-01-01 00:00:00.000000' WHERE id = 1",
    "a removed question": "DELETE FROM question WHERE id = 1",
    "a slipped-in note": "INSERT INTO note (enquiry_id, words, author, written_at) "
    "VALUES (1, 'as agreed', 'M. Reyes', '2026-11-23 14:00:00.000000')",
    "an edited entry": "UPDATE journal SET actor = 'Sam Okafor' WHERE id = 5",
    "a removed entry": "DELETE FROM journal WHERE id = 5",
    "the last entry removed": "DELETE FROM journal WHERE id = (SELECT max(id) FROM journal)",
    "all entries removed": "DELETE FROM journal",
    "the count of entries removed": "DELETE FROM journal_head",
    "changed hours": "UPDATE hours SET spans = '00:00–24:00' WHERE weekday = 6",
}


@pytest.fixture
def office_file(tmp_path: Path, clock: FixedClock) -> Path:
    """A closed file with one enquiry in it."""
    path = tmp_path / "office.pressdesk"
    services = open_services(path, clock, "Priya Nair")
    services.office.start(INSPECTORATE)
    services.enquiries.log(_form(clock))
    services.close()
    return path


def _form(clock: FixedClock) -> EnquiryForm:
    return EnquiryForm(
        received_at=clock.now(),
        journalist="Ruth Amery",
        outlet="Humber Daily",
        questions=("When will inspectors go back?",),
        deadline_words="5pm",
    )


def _check(path: Path, clock: FixedClock) -> tuple[str, ...]:
    services = open_services(path, clock, "Priya Nair")
    try:
        return services.journal.check().findings
    finally:
        services.close()


def test_a_log_that_only_the_program_wrote_is_clean(office_file: Path, clock: FixedClock) -> None:
    assert _check(office_file, clock) == ()


@pytest.mark.parametrize("sql", TAMPERINGS.values(), ids=TAMPERINGS)
def test_tampering_is_found(office_file: Path, clock: FixedClock, sql: str) -> None:
    connection = sqlite3.connect(office_file)
    with connection:
        assert connection.execute(sql).rowcount > 0
    connection.close()
    assert _check(office_file, clock)


def test_every_act_leaves_a_clean_journal(services: Services, clock: FixedClock) -> None:
    logged = services.enquiries.log(_form(clock))
    services.answering.take(logged.id)
    services.answering.move(logged.id, Status.AWAITING_CLEARANCE)
    services.enquiries.raise_urgency(logged.id, "the minister is asking")
    enquiry = services.enquiries.show(logged.id)
    services.enquiries.correct(logged.id, enquiry.version, replace(_form(clock), subject="Return"))
    services.answering.close(logged.id, "Declined")
    services.answering.reopen(logged.id, "a second question came")
    assert services.journal.check().findings == ()


def test_the_journal_says_who_changed_which_field_from_what_to_what(
    services: Services, clock: FixedClock
) -> None:
    logged = services.enquiries.log(_form(clock))
    services.answering.move(logged.id, Status.IN_PROGRESS)
    entry = services.enquiries.timeline(logged.id)[-1]
    assert (entry.actor, entry.at) == ("Priya Nair", clock.now())
    assert entry.fields() == {"status": ("new", "in_progress")}


def test_a_refused_act_leaves_no_trace(services: Services, clock: FixedClock) -> None:
    logged = services.enquiries.log(_form(clock))
    before = services.journal.check().entries
    with pytest.raises(Exception, match="outcome"):
        services.answering.close(logged.id, "No such outcome")
    assert services.journal.check().entries == before
