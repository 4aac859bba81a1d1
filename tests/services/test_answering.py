"""What is done with an enquiry: taken, moved on, answered, closed, opened again."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.closing import Ending
from pressdesk.domain.enquiries import Answer, Channel, EnquiryForm, Status, Terms, form_of
from pressdesk.domain.questions import QuestionState
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
    assert [one.state for one in services.enquiries.show(enquiry).asked] == [QuestionState.ANSWERED]
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
        enquiry, GIVEN, Ending("Statement given", "By phone"), draft="enquiry:1:answer"
    )
    shown = services.enquiries.show(enquiry)
    assert (status(), shown.outcome_note, len(shown.answers)) == (Status.CLOSED, "By phone", 1)
    assert (len(heard), services.drafts.waiting()) == (1, ())


@pytest.mark.parametrize("outcome", ["", "Eaten by the dog"])
def test_an_answer_is_not_kept_when_the_closing_is_refused(services, enquiry, status, outcome):
    services.drafts.keep("enquiry:1:answer", "Progress")
    with pytest.raises((Refused, NotFound)):
        services.answering.answer_and_close(
            enquiry, GIVEN, Ending(outcome), draft="enquiry:1:answer"
        )
    assert (status(), services.enquiries.show(enquiry).answers) == (Status.NEW, ())
    assert len(services.drafts.waiting()) == 1


def test_a_note_of_the_outcome_that_does_not_fit_is_refused(services, enquiry, status):
    with pytest.raises(Refused, match="100,000 characters"):
        services.answering.close(enquiry, "Declined", "x" * 1_000_000)
    assert status() is Status.NEW


HELD = replace(GIVEN, words="We are checking.", kind=AnswerKind.HOLDING)


@pytest.fixture
def asked(services):
    """An enquiry with two questions, and the ids of them."""
    form = EnquiryForm(MONDAY_14_06, journalist="Ruth Amery", questions=("Why?", "When?"))
    logged = services.enquiries.log(form).id
    return logged, [one.id for one in services.enquiries.show(logged).asked]


def states(services, enquiry: int) -> list[QuestionState]:
    return [one.state for one in services.enquiries.show(enquiry).asked]


@pytest.mark.parametrize("kind", [AnswerKind.ACKNOWLEDGED, AnswerKind.HOLDING])
def test_less_than_an_answer_leaves_the_enquiry_open(services, enquiry, status, kind):
    services.answering.answer(enquiry, replace(GIVEN, kind=kind))
    shown = services.enquiries.show(enquiry)
    assert (status(), shown.summary.given) == (Status.IN_PROGRESS, kind)
    assert states(services, enquiry) == [QuestionState.OPEN]
    assert shown.summary.holding_only is (kind is AnswerKind.HOLDING)


def test_a_holding_answer_alone_is_not_closed_quietly(services, enquiry, status):
    services.answering.answer(enquiry, HELD)
    with pytest.raises(Refused, match="Only a holding answer was given") as refused:
        services.answering.close(enquiry, "Line given", left_open="Enough")
    assert (refused.value.field, status()) == ("outcome", Status.IN_PROGRESS)
    services.answering.close(enquiry, "Holding answer only")
    assert status() is Status.CLOSED


def test_an_answer_to_one_of_two_questions_leaves_the_other(services, asked):
    enquiry, (first, second) = asked
    services.answering.answer(enquiry, replace(GIVEN, questions=(first,)))
    assert states(services, enquiry) == [QuestionState.ANSWERED, QuestionState.OPEN]
    assert services.enquiries.show(enquiry).summary.status is Status.IN_PROGRESS
    services.answering.settle(enquiry, second, QuestionState.POINTED, "The force")
    assert services.enquiries.show(enquiry).summary.status is Status.ANSWERED
    services.answering.settle(enquiry, second, QuestionState.OPEN)
    shown = services.enquiries.show(enquiry)
    assert (shown.summary.status, shown.asked[1].settled_by) == (Status.IN_PROGRESS, "")


@pytest.mark.parametrize("state", [QuestionState.POINTED, QuestionState.DECLINED])
def test_pointing_elsewhere_and_declining_need_words(services, asked, state):
    enquiry, (first, _) = asked
    with pytest.raises(Refused):
        services.answering.settle(enquiry, first, state, " ")
    assert states(services, enquiry)[0] is QuestionState.OPEN


def test_a_question_of_another_enquiry_is_not_settled(services, enquiry, asked):
    with pytest.raises(NotFound):
        services.answering.settle(enquiry, asked[1][0], QuestionState.ANSWERED)


def test_closing_with_open_questions_asks_why_and_keeps_it(services, asked, status):
    enquiry, (first, _) = asked
    given = replace(GIVEN, questions=(first,))
    with pytest.raises(Refused, match="still open: “When") as refused:
        services.answering.answer_and_close(enquiry, given, Ending("Line given"))
    assert refused.value.field == "left_open"
    assert services.enquiries.show(enquiry).answers == ()
    ending = Ending("Line given", left_open="She rang off")
    services.answering.answer_and_close(enquiry, given, ending)
    shown = services.enquiries.show(enquiry)
    assert shown.summary.status is Status.CLOSED
    assert shown.notes[-1].words == "Closed with open questions: She rang off"


def test_passing_to_foi_keeps_the_reference_and_the_date(services, enquiry):
    with pytest.raises(Refused, match="reference of the FOI"):
        services.answering.close(enquiry, "Passed to FOI")
    services.answering.close(enquiry, "Passed to FOI", foi_reference="FOI-26-118")
    shown = services.enquiries.show(enquiry)
    assert (shown.foi_reference, shown.foi_due) == ("FOI-26-118", date(2026, 12, 22))
    services.answering.reopen(enquiry, "They took it back")
    assert services.enquiries.show(enquiry).foi_due is None


def test_a_question_keeps_what_became_of_it_when_others_come_and_go(services, asked):
    enquiry, (first, second) = asked
    services.answering.settle(enquiry, second, QuestionState.DECLINED, "Live case")
    before = services.enquiries.show(enquiry)
    form = replace(form_of(before), questions=("When?", "Who?"))
    after = services.enquiries.correct(enquiry, before.version, form)
    assert [(one.id, one.words, one.state) for one in after.asked] == [
        (second, "When?", QuestionState.DECLINED),
        (first, "Who?", QuestionState.OPEN),
    ]


def test_the_story_tells_holding_answers_and_what_became_of_questions(services, asked):
    enquiry, (first, _) = asked
    services.answering.answer(enquiry, HELD)
    services.answering.settle(enquiry, first, QuestionState.POINTED, "The force")
    told = [line.sentence for line in services.enquiries.story(enquiry)]
    assert "Priya Nair gave a holding answer, On the record: “We are checking.”" in told
    assert "One question: pointed elsewhere, The force" in told


def test_a_question_that_is_added_opens_an_answered_enquiry_and_never_a_closed_one(services, clock):
    form = EnquiryForm(clock.now(), journalist="Ruth Amery", questions=("Why?",))
    enquiry = services.enquiries.log(form).id
    more = replace(form, questions=("Why?", "When?"))
    (question,) = services.enquiries.show(enquiry).asked
    services.answering.settle(enquiry, question.id, QuestionState.DECLINED, "Not ours")
    version = services.enquiries.show(enquiry).version
    assert services.enquiries.correct(enquiry, version, form).summary.status is Status.ANSWERED
    services.answering.close(enquiry, "Declined")
    version = services.enquiries.show(enquiry).version
    with pytest.raises(Refused) as refused:
        services.enquiries.correct(enquiry, version, more)
    assert refused.value.field == "questions"
    services.answering.reopen(enquiry, "Another question")
    services.answering.settle(enquiry, question.id, QuestionState.DECLINED, "Not ours")
    version = services.enquiries.show(enquiry).version
    shown = services.enquiries.correct(enquiry, version, more)
    assert shown.summary.status is Status.IN_PROGRESS
