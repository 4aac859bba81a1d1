"""Who asked it before."""

import pytest

from pressdesk.domain.enquiries import EnquiryForm


@pytest.fixture
def ask(services, clock):
    """Log an enquiry; return its id."""

    def log(journalist, question):
        form = EnquiryForm(clock.now(), journalist=journalist, questions=(question,))
        return services.enquiries.log(form).id

    return log


def found(services, words, journalist_id=None):
    return [one.id for one in services.desk.asked_before(words, journalist_id)]


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
