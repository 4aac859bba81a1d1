"""Suggestions on the real releases keep what they reached, and are better than plain search."""

from collections import Counter

import pytest

from tests.acceptance.relevance import (
    FRESH,
    called_strong,
    library,
    measure,
    ours,
    plain,
    questions,
)


@pytest.fixture(scope="module")
def real_library():
    services = library()
    yield services
    services.close()


@pytest.fixture(scope="module")
def reached(real_library):
    return measure(ours(real_library), questions())


def test_there_are_questions_enough_of_each_kind():
    kinds = Counter(question.kind for question in questions())
    assert sum(kinds.values()) - kinds["none"] >= 60
    assert 3 * kinds["hard"] >= sum(kinds.values()) - kinds["none"]
    assert kinds["none"] == 10


def test_the_right_release_is_among_the_first_three(reached):
    assert reached.hit(3) >= 89
    assert reached.hit(3, ("near", "body")) >= 95


def test_on_fresh_questions_they_are_better_than_plain_search_too(real_library):
    every = questions(FRESH)
    fresh, baseline = measure(ours(real_library), every), measure(plain(real_library), every)
    assert fresh.hit(3) >= baseline.hit(3) + 8
    assert fresh.hit(3, ("hard",)) >= baseline.hit(3, ("hard",)) + 15


def test_suggestions_are_better_than_plain_search_and_most_so_in_other_words(real_library, reached):
    baseline = measure(plain(real_library), questions())
    assert reached.hit(1) > baseline.hit(1)
    assert reached.hit(3) > baseline.hit(3)
    assert reached.hit(3, ("hard",)) > baseline.hit(3, ("hard",))


def test_what_nothing_answers_is_hardly_ever_called_strong(real_library):
    unanswered = [question for question in questions() if question.kind == "none"]
    named = measure(called_strong(real_library), unanswered).answers
    assert sum(one.suggested == 0 for one in named) >= 7
