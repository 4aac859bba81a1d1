"""Who asked it before."""

import pytest

from pressdesk.domain.enquiries import Answer, Channel, EnquiryForm, Terms
from tests.conftest import MONDAY_14_06


@pytest.fixture
def ask(services, clock):
    """Log an enquiry; return its id."""

    def log(journalist, question):
        form = EnquiryForm(clock.now(), journalist=journalist, questions=(question,))
        return services.enquiries.log(form).id

    return log


def found(services, words, journalist_id=None):
    return [one.enquiry.id for one in services.known.about(words, journalist_id).earlier]


def test_nothing_is_like_no_words(services, ask):
    ask("Ruth Amery", "When is Humberside inspected?")
    assert found(services, "When will they?") == []


def test_the_likest_come_first_then_those_with_the_longest_word(services, ask):
    unlike = ask("Ruth Amery", "Humberside firefighters?")
    like = ask("Dan Field", "When are custody inspections in Humberside?")
    ask("Lena Fox", "Stop and search?")
    words = "Which custody inspections come to Humberside?"
    assert found(services, words)[0] == like
    assert found(services, "Humberside custody cells") == [like, unlike]


def test_those_of_the_same_journalist_come_too(services, ask):
    earlier = ask("Ruth Amery", "Stop and search?")
    ruth = services.contacts.journalists("Ruth")[0].id
    assert found(services, "Knife crime figures", ruth) == [earlier]


def test_three_at_most_and_each_once(services, ask):
    for _ in range(5):
        ask("Ruth Amery", "Custody inspections in Humberside?")
    ruth = services.contacts.journalists("Ruth")[0].id
    assert len(set(found(services, "Custody inspections in Humberside", ruth))) == 3


def answered(services, enquiry, words):
    answer = Answer(words, Terms.ON_THE_RECORD, "Priya Nair", MONDAY_14_06, Channel.PHONE)
    services.answering.answer(enquiry, answer)


def test_what_was_answered_is_told_with_its_terms_and_the_words_that_matched(services, ask):
    enquiry = ask("Dan Field", "When is Humberside inspected?")
    answered(services, enquiry, "We will be in Humberside in May.")
    (earlier,) = services.known.about("Humberside inspection dates").earlier
    assert earlier.terms is Terms.ON_THE_RECORD
    assert earlier.answer.words == "We will be in Humberside in May."
    assert [earlier.answer.words[b:e] for b, e in earlier.answer.marks] == ["Humberside"]


def test_of_two_alike_the_answered_one_comes_first(services, ask):
    older = ask("Dan Field", "When is Humberside inspected?")
    newer = ask("Lena Fox", "When is Humberside inspected?")
    assert found(services, "Humberside inspected") == [newer, older]
    answered(services, older, "In May.")
    assert found(services, "Humberside inspected") == [older, newer]


def test_a_synonym_finds_an_earlier_enquiry_and_is_told(services, ask):
    enquiry = ask("Dan Field", "What do hauliers pay?")
    (earlier,) = services.known.about("Do lorries pay?").earlier
    assert earlier.enquiry.id == enquiry
    assert "lorries = haulier" in earlier.bearing.matched
