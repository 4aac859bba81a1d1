"""Lines to take: written, cleared, reworded, withdrawn, found, used."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from pressdesk.domain.enquiries import Answer, Channel, EnquiryForm, Terms
from pressdesk.domain.lines_to_take import LineForm, LineKind, LineQuery, LineState, UsedLine
from pressdesk.errors import Conflict, NotFound, Refused
from tests.conftest import MONDAY_14_06

WORDS = "Follow-up is an integral part of the programme."
FORM = LineForm("Follow-up inspections", WORDS, "child protection", owner="M. Reyes")
REVIEW = date(2026, 11, 30)


@pytest.fixture
def lines(services):
    return services.lines_to_take


@pytest.fixture
def cleared(lines):
    """A function that adds a cleared line and returns its id."""

    def made(form=FORM, review=REVIEW):
        line_id = lines.add(form)
        lines.clear(line_id, lines.show(line_id).version, "M. Reyes", review)
        return line_id

    return made


@pytest.fixture
def enquiry(services):
    form = EnquiryForm(MONDAY_14_06, journalist="Ruth Amery", questions=("When is follow-up?",))
    return services.enquiries.log(form).id


def _answer(line_id, terms=Terms.ON_THE_RECORD):
    return Answer(WORDS, terms, "", MONDAY_14_06, Channel.PHONE, lines=(UsedLine(line_id),))


def test_a_new_line_is_a_draft_of_the_person_who_writes_it(lines):
    line = lines.show(lines.add(replace(FORM, owner="")))
    assert (line.summary.state, line.summary.owner) == (LineState.DRAFT, "Priya Nair")
    assert line.form == replace(FORM, owner="Priya Nair")


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (replace(FORM, title=" "), "title"),
        (replace(FORM, words="\n"), "words"),
        (replace(FORM, words="x" * 10_001), "words"),
        (replace(FORM, owner="Nobody Known"), "owner"),
    ],
)
def test_a_line_that_lacks_something_is_refused_at_its_field(lines, form, field):
    with pytest.raises(Refused) as refused:
        lines.add(form)
    assert refused.value.field == field
    assert lines.listed() == ()


@pytest.mark.parametrize(
    ("who", "review", "field"),
    [
        ("", REVIEW, "cleared_by"),
        ("M. Reyes", None, "review_on"),
        ("M. Reyes", date(2026, 11, 22), "review_on"),
    ],
)
def test_clearing_wants_a_name_and_a_review_date_to_come(lines, who, review, field):
    line_id = lines.add(FORM)
    with pytest.raises(Refused) as refused:
        lines.clear(line_id, 1, who, review)
    assert refused.value.field == field


def test_clearing_keeps_who_and_when(lines, cleared):
    summary = lines.show(cleared()).summary
    assert (summary.state, summary.cleared_by, summary.cleared_at, summary.review_on) == (
        *(LineState.CLEARED, "M. Reyes", MONDAY_14_06, REVIEW),
    )


def test_other_words_are_a_new_version_that_nobody_has_cleared(lines, cleared):
    line_id = cleared()
    line = lines.edit(line_id, lines.show(line_id).version, replace(FORM, words="Other words."))
    assert line.summary.state is LineState.DRAFT
    assert [(one.number, one.words, one.cleared_by) for one in line.versions] == [
        (2, "Other words.", ""),
        (1, WORDS, "M. Reyes"),
    ]


def test_another_title_leaves_the_words_cleared(lines, cleared):
    line_id = cleared()
    line = lines.edit(line_id, lines.show(line_id).version, replace(FORM, title="Follow-up"))
    assert (line.summary.state, len(line.versions)) == (LineState.CLEARED, 1)


def test_someone_else_saved_first_is_said(lines, cleared):
    line_id = cleared()
    stale = lines.show(line_id).version
    lines.edit(line_id, stale, replace(FORM, title="Theirs"))
    with pytest.raises(Conflict):
        lines.edit(line_id, stale, replace(FORM, title="Mine"))
    assert lines.show(line_id).summary.title == "Theirs"


def test_a_line_is_listed_by_words_topic_kind_and_state(lines, cleared):
    first = cleared()
    second = lines.add(LineForm("Vetting", "No comment on people.", "vetting", LineKind.HOLDING))
    for query, found in (
        (LineQuery(), [first, second]),
        (LineQuery("integr"), [first]),
        (LineQuery("vetting"), [second]),
        (LineQuery(topic="child protection"), [first]),
        (LineQuery(kind=LineKind.HOLDING), [second]),
        (LineQuery(state=LineState.CLEARED), [first]),
        (LineQuery("integral", state=LineState.DRAFT), []),
    ):
        assert [line.id for line in lines.listed(query)] == found


def test_only_cleared_lines_are_suggested_with_the_words_that_matched(lines, cleared):
    first = cleared()
    draft = lines.add(replace(FORM, title="Another follow-up"))
    (found,) = lines.bearing_on("When do you follow up on the programme?")
    assert (found.id, found.matched) == (first, ("follow", "programme"))
    lines.withdraw(first, "Figures are old.")
    assert lines.bearing_on("When do you follow up?") == ()
    assert lines.show(draft).summary.state is LineState.DRAFT


def test_new_words_are_found_and_old_ones_no_more(lines, cleared):
    line_id = cleared()
    lines.edit(line_id, lines.show(line_id).version, replace(FORM, words="Zebras."))
    assert lines.listed(LineQuery("integral")) == ()
    assert [line.id for line in lines.listed(LineQuery("zebra"))] == [line_id]


def test_a_topic_that_is_renamed_finds_its_lines(services, lines, cleared):
    line_id = cleared()
    topic = next(one for one in services.office.facts().topics if one.name == "child protection")
    services.office.save_topic(replace(topic, name="safeguarding"))
    assert [line.id for line in lines.listed(LineQuery("safeguard"))] == [line_id]


def test_past_its_review_date_a_line_warns_on_use(lines, cleared, clock):
    line_id = cleared()
    assert lines.use(line_id).warning == ""
    clock.instant += timedelta(days=10)
    assert "was to be reviewed by 30 Nov" in lines.use(line_id).warning


def test_the_answer_keeps_which_line_its_words_came_from(services, lines, cleared, enquiry):
    line_id = cleared()
    services.answering.answer(enquiry, _answer(line_id))
    (answer,) = services.enquiries.show(enquiry).answers
    assert answer.lines == (UsedLine(line_id, "Follow-up inspections"),)
    (use,) = lines.show(line_id).uses
    assert (use.enquiry_id, use.number, use.answered_at) == (enquiry, 1, MONDAY_14_06)
    assert [line.id for line in lines.beside(enquiry)] == [line_id]


def test_a_withdrawn_line_cannot_be_used_and_its_answers_are_listed(
    services, lines, cleared, enquiry
):
    line_id = cleared()
    services.answering.answer(enquiry, _answer(line_id))
    lines.withdraw(line_id, "The date has moved.")
    with pytest.raises(Refused, match="withdrawn"):
        lines.use(line_id)
    with pytest.raises(Refused, match="withdrawn"):
        services.answering.answer(enquiry, _answer(line_id))
    line = lines.show(line_id)
    assert line.withdrawn_reason == "The date has moved."
    assert [use.enquiry_id for use in line.uses] == [enquiry]
    assert len(services.enquiries.show(enquiry).answers) == 1


def test_background_words_on_the_record_are_refused_and_nothing_is_kept(services, cleared, enquiry):
    line_id = cleared(replace(FORM, kind=LineKind.BACKGROUND_ONLY))
    with pytest.raises(Refused) as refused:
        services.answering.answer(enquiry, _answer(line_id))
    assert refused.value.field == "terms"
    assert services.enquiries.show(enquiry).answers == ()
    services.answering.answer(enquiry, _answer(line_id, Terms.NON_REPORTABLE_BRIEFING))


def test_a_line_taken_while_logging_stands_beside_the_enquiry_and_in_its_timeline(
    services, lines, cleared
):
    line_id = cleared()
    logged = services.enquiries.log(
        EnquiryForm(
            MONDAY_14_06, journalist="Ruth", questions=("When?",), line_to_take_ids=(line_id,)
        )
    )
    assert [line.id for line in lines.beside(logged.id)] == [line_id]
    assert [use.answered_at for use in lines.show(line_id).uses] == [None]
    told = [one.sentence for one in services.enquiries.story(logged.id)]
    assert "Put the line to take “Follow-up inspections” beside it" in told
    lines.unlink(logged.id, line_id)
    assert lines.beside(logged.id) == ()


def test_the_timeline_says_which_line_an_answer_used(services, cleared, enquiry):
    services.answering.answer(enquiry, _answer(cleared()))
    told = [one.sentence for one in services.enquiries.story(enquiry)]
    assert "The answer used the line to take “Follow-up inspections”" in told


def test_a_line_that_is_not_there_is_not_found(lines):
    for act in (lines.show, lines.use):
        with pytest.raises(NotFound):
            act(99)


def test_every_change_of_a_line_is_in_the_journal(services, cleared):
    cleared()
    assert services.journal.check().findings == ()
