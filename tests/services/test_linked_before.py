"""What was linked to like questions ranks higher for a like one, and says so."""

from datetime import date

import pytest

from pressdesk.domain.enquiries import Answer, Channel, EnquiryForm, Terms
from pressdesk.domain.lines_to_take import LineForm, UsedLine

QUESTION = "When will custody in Humberside be inspected again?"


@pytest.fixture
def releases(services):
    """Two releases that bear on the question, the first more than the second."""
    texts = (
        "Humberside custody inspected\n\nInspectors looked at custody in Humberside.",
        "Timetable of custody inspections\n\nHumberside comes in the spring.",
    )
    return [services.releases.add_text(text).id for text in texts]


@pytest.fixture
def linked(services, clock, releases):
    """Log like questions, each linked to a release."""

    def log(release, *questions):
        for question in questions:
            services.enquiries.log(
                EnquiryForm(
                    clock.now(), journalist="Dan", questions=(question,), release_ids=(release,)
                )
            )

    return log


def suggested(services, question=QUESTION):
    return [(one.id, one.linked) for one in services.releases.bearing_on(question)]


def test_links_to_like_questions_change_the_order_and_are_told(services, releases, linked):
    first, second = releases
    assert [one for one, _ in suggested(services)] == [first, second]
    linked(
        second,
        *[
            f"Is custody in Humberside inspected again {when}?"
            for when in ("soon", "in May", "ever")
        ],
    )
    assert suggested(services)[0] == (second, 3)


def test_links_to_other_questions_change_nothing(services, releases, linked):
    linked(releases[1], "Stop and search in Kent?", "Firearms licences?", "Custody?")
    assert suggested(services) == [(releases[0], 0), (releases[1], 0)]


def test_what_like_questions_led_to_is_found_even_without_their_words(services, releases, linked):
    other = services.releases.add_text("Cells and detainees\n\nA report on the estate.").id
    linked(other, "Custody in Humberside inspected again?")
    assert other not in [one for one, _ in suggested(services)]
    linked(other, "Will Humberside custody be inspected again?")
    assert (other, 2) in suggested(services)


def test_no_link_makes_a_release_fit_a_question_unlike_those(services, releases, linked):
    linked(releases[0], QUESTION, QUESTION)
    assert suggested(services, "How many zebras cross at Dover?") == []


@pytest.fixture
def lines(services):
    """Two cleared lines that bear on the question, the first more than the second."""
    texts = (
        ("Humberside custody", "Custody in Humberside is to be inspected again."),
        ("Timetable", "Inspections of custody are in the spring; Humberside is among them."),
    )
    ids = [services.lines_to_take.add(LineForm(*text)) for text in texts]
    for one in ids:
        services.lines_to_take.clear(one, 1, "M. Reyes", date(2026, 12, 24))
    return ids


def asked_before(services, clock, line=None, questions=(QUESTION,)):
    """Log enquiries, each with a line beside it; give back their ids."""
    beside = () if line is None else (line,)
    return [
        services.enquiries.log(
            EnquiryForm(clock.now(), journalist="Dan", questions=(q,), line_to_take_ids=beside)
        ).id
        for q in questions
    ]


def lines_told(services, question=QUESTION):
    return [(one.id, one.linked) for one in services.lines_to_take.bearing_on(question)]


def test_a_line_taken_for_like_questions_rises_too_and_says_so(services, clock, lines):
    first, second = lines
    assert lines_told(services) == [(first, 0), (second, 0)]
    asked_before(services, clock, second, [QUESTION] * 3)
    assert lines_told(services) == [(second, 3), (first, 0)]


def test_a_line_whose_words_were_given_counts_as_taken(services, clock, lines):
    (enquiry,) = asked_before(services, clock)
    record = ("It is.", Terms.ON_THE_RECORD, "Priya", clock.now(), Channel.PHONE)
    services.answering.answer(enquiry, Answer(*record, lines=(UsedLine(lines[1]),)))
    assert (lines[1], 1) in lines_told(services)


def test_a_line_taken_before_is_found_without_the_words_unless_it_was_withdrawn(
    services, clock, lines
):
    other = services.lines_to_take.add(LineForm("Cells", "A report on the estate."))
    services.lines_to_take.clear(other, 1, "M. Reyes", date(2026, 12, 24))
    asked_before(services, clock, other, [QUESTION] * 2)
    assert (other, 2) in lines_told(services)
    services.lines_to_take.withdraw(other, "Out of date")
    assert other not in [one for one, _ in lines_told(services)]
