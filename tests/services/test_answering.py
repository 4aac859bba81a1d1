"""What is done with an enquiry: taken, moved on, answered, closed, opened again."""

from dataclasses import replace
from datetime import timedelta

import pytest

from pressdesk.domain.enquiries import Answer, Channel, EnquiryForm, Status, Terms
from pressdesk.errors import NotFound, Refused
from pressdesk.storage.journal import Changed
from tests.conftest import MONDAY_14_06

RELEASE = "Progress is slow in some areas\n\n14 May 2018\n\nThe force has made progress."
GIVEN = Answer(
    "Progress is slow.", Terms.ON_THE_RECORD, "Priya Nair", MONDAY_14_06, Channel.PHONE, "M. Reyes"
)


@pytest.fixture
def enquiry(services):
    form = EnquiryForm(MONDAY_14_06, journalist="Ruth Amery", questions=("Why?",))
    return services.enquiries.log(form).id


@pytest.fixture
def status(services, enquiry):
    return lambda: services.enquiries.show(enquiry).summary.status


def test_taking_a_new_enquiry_puts_it_in_progress(services, enquiry, status):
    services.answering.take(enquiry)
    assert services.enquiries.show(enquiry).summary.owner == "Priya Nair"
    assert status() is Status.IN_PROGRESS


def test_an_enquiry_is_given_to_staff_or_to_nobody(services, enquiry):
    services.answering.assign(enquiry, "Sam Okafor")
    assert services.enquiries.show(enquiry).summary.owner == "Sam Okafor"
    services.answering.assign(enquiry, "")
    assert services.enquiries.show(enquiry).summary.owner == ""
    with pytest.raises(Refused, match="not in the list of staff"):
        services.answering.assign(enquiry, "Nobody Known")


MOVES = {
    Status.NEW: {Status.IN_PROGRESS, Status.AWAITING_CLEARANCE},
    Status.IN_PROGRESS: {Status.NEW, Status.AWAITING_CLEARANCE},
    Status.AWAITING_CLEARANCE: {Status.IN_PROGRESS},
    Status.ANSWERED: {Status.IN_PROGRESS, Status.AWAITING_CLEARANCE},
    Status.CLOSED: set(),
}


def bring(services, enquiry: int, status: Status) -> None:
    if status is Status.ANSWERED:
        services.answering.answer(enquiry, GIVEN)
    elif status is Status.CLOSED:
        services.answering.close(enquiry, "Declined")
    elif status is not Status.NEW:
        services.answering.move(enquiry, status)


@pytest.mark.parametrize("after", list(Status))
@pytest.mark.parametrize("before", list(Status))
def test_states_move_as_the_table_says(services, enquiry, status, before, after):
    bring(services, enquiry, before)
    if after in MOVES[before]:
        services.answering.move(enquiry, after)
        assert status() is after
    else:
        with pytest.raises(Refused) as refused:
            services.answering.move(enquiry, after)
        assert refused.value.field == "status"
        assert status() is before


def test_an_answer_keeps_words_terms_by_whom_when_and_how(services, enquiry, status):
    services.answering.answer(enquiry, GIVEN)
    (answer,) = services.enquiries.show(enquiry).answers
    assert replace(answer, id=None) == GIVEN
    assert status() is Status.ANSWERED


def test_an_answer_without_a_name_is_ones_own(services, enquiry):
    services.answering.answer(enquiry, replace(GIVEN, given_by=" "))
    assert services.enquiries.show(enquiry).answers[0].given_by == "Priya Nair"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"words": " \n\x00"}, "words"),
        ({"words": "x" * 100_001}, "words"),
        ({"given_at": MONDAY_14_06 + timedelta(seconds=1)}, "given_at"),
    ],
)
def test_answers_that_cannot_be_are_refused(services, enquiry, status, change, field):
    with pytest.raises(Refused) as refused:
        services.answering.answer(enquiry, replace(GIVEN, **change))
    assert refused.value.field == field
    assert status() is Status.NEW


def test_a_closed_enquiry_takes_no_answer(services, enquiry):
    services.answering.close(enquiry, "Declined")
    with pytest.raises(Refused, match="Reopen it"):
        services.answering.answer(enquiry, GIVEN)


@pytest.mark.parametrize("outcome", ["", " "])
def test_closing_needs_an_outcome(services, enquiry, status, outcome):
    with pytest.raises(Refused) as refused:
        services.answering.close(enquiry, outcome)
    assert refused.value.field == "outcome"
    assert status() is Status.NEW


def test_an_outcome_the_office_does_not_know_is_not_found(services, enquiry, status):
    with pytest.raises(NotFound, match="Choose one of: Statement given"):
        services.answering.close(enquiry, "Eaten by the dog")
    assert status() is Status.NEW


def test_closing_keeps_outcome_note_and_time(services, enquiry):
    services.answering.close(enquiry, "declined", "Live court case")
    shown = services.enquiries.show(enquiry)
    assert (shown.summary.outcome, shown.outcome_note) == ("Declined", "Live court case")
    assert shown.closed_at == MONDAY_14_06
    with pytest.raises(Refused, match="closed already"):
        services.answering.close(enquiry, "Declined")


def test_reopening_needs_a_reason_and_keeps_it(services, enquiry, status):
    services.answering.close(enquiry, "Declined", "Live court case")
    with pytest.raises(Refused):
        services.answering.reopen(enquiry, " ")
    services.answering.reopen(enquiry, "The case has ended")
    shown = services.enquiries.show(enquiry)
    assert (status(), shown.summary.outcome, shown.closed_at) == (Status.IN_PROGRESS, "", None)
    assert shown.notes[-1].words == "Reopened: The case has ended"
    with pytest.raises(Refused, match="open already"):
        services.answering.reopen(enquiry, "Again")


def test_a_note_keeps_author_and_time_and_ends_its_draft(services, enquiry):
    services.drafts.keep("enquiry:1:note", "Rang")
    services.answering.note(enquiry, "Rang back at two", draft="enquiry:1:note")
    (note,) = services.enquiries.show(enquiry).notes
    assert (note.words, note.author, note.written_at) == (
        "Rang back at two",
        "Priya Nair",
        MONDAY_14_06,
    )
    assert services.drafts.waiting() == ()


def test_an_empty_note_is_refused(services, enquiry):
    with pytest.raises(Refused, match="Type the note"):
        services.answering.note(enquiry, " ")


def test_releases_are_linked_once_and_unlinked(services, enquiry):
    release = services.releases.add_text(RELEASE).id
    services.answering.link(enquiry, release)
    services.answering.link(enquiry, release)
    assert [linked.id for linked in services.enquiries.show(enquiry).releases] == [release]
    services.answering.unlink(enquiry, release)
    services.answering.unlink(enquiry, release)
    assert services.enquiries.show(enquiry).releases == ()


@pytest.mark.parametrize("enquiry_id", [1, 99])
def test_what_does_not_exist_cannot_be_linked(services, enquiry, enquiry_id):
    with pytest.raises(NotFound):
        services.answering.link(enquiry_id, 99)


def test_every_act_stands_in_the_journal_and_the_chain_holds(services, enquiry):
    services.answering.take(enquiry)
    services.answering.answer(enquiry, GIVEN)
    services.answering.close(enquiry, "Statement given")
    services.answering.reopen(enquiry, "New question")
    told = [line.sentence for line in services.enquiries.story(enquiry)]
    assert "Status: New → In progress" in told
    assert "Priya Nair answered, On the record: “Progress is slow.”" in told
    assert "Outcome: none → Statement given" in told
    assert "Note: “Reopened: New question”" in told
    assert services.journal.check().findings == ()


def test_answering_and_closing_is_one_act(services, enquiry, status):
    services.drafts.keep("enquiry:1:answer", "Progress")
    heard: list[Changed] = []
    services.context.database.on_change(heard.append)
    services.answering.answer_and_close(
        enquiry, GIVEN, "Statement given", "By phone", draft="enquiry:1:answer"
    )
    shown = services.enquiries.show(enquiry)
    assert (status(), shown.outcome_note, len(shown.answers)) == (Status.CLOSED, "By phone", 1)
    assert (len(heard), services.drafts.waiting()) == (1, ())


@pytest.mark.parametrize("outcome", ["", "Eaten by the dog"])
def test_an_answer_is_not_kept_when_the_closing_is_refused(services, enquiry, status, outcome):
    services.drafts.keep("enquiry:1:answer", "Progress")
    with pytest.raises((Refused, NotFound)):
        services.answering.answer_and_close(enquiry, GIVEN, outcome, draft="enquiry:1:answer")
    assert (status(), services.enquiries.show(enquiry).answers) == (Status.NEW, ())
    assert len(services.drafts.waiting()) == 1


def test_a_note_of_the_outcome_that_does_not_fit_is_refused(services, enquiry, status):
    with pytest.raises(Refused, match="100,000 characters"):
        services.answering.close(enquiry, "Declined", "x" * 1_000_000)
    assert status() is Status.NEW
