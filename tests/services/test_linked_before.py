"""A release that was linked to like questions ranks higher for a like one, and says so."""

import pytest

from pressdesk.domain.enquiries import EnquiryForm

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
