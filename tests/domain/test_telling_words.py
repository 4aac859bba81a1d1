"""The words of a question that say what it is about."""

import pytest

from pressdesk.domain.telling_words import telling_words, without_begun


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ()),
        ("When will they?", ()),
        ("When will inspectors go back to Humberside?", ("inspectors", "back", "Humberside")),
        ("Is 26 per cent the worst? 26!", ("26", "worst")),
        ("Fire, FIRE, fire", ("Fire",)),
        ("Qualité à Cœur", ("Qualité", "Cœur")),
        ("Will HS2 or the M1 get a bus?", ("HS2", "M1", "bus")),
    ],
)
def test_common_words_are_left_out_and_each_other_word_comes_once(text, words):
    assert telling_words(text) == words


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("", ""),
        ("How man", "How "),
        ("How many", "How "),
        ("How many fi", "How many "),
        ("How many fir", "How many fir"),
        ("The M2", "The M2"),
        ("HS", "HS"),
        ("Who killed the man?", "Who killed the man?"),
        ("Who killed the man ", "Who killed the man "),
        ("Ist das ü", "Ist das "),
    ],
)
def test_a_word_that_is_only_begun_is_left_out_until_it_tells_something(text, left):
    assert without_begun(text) == left


def test_only_the_first_words_of_a_pasted_document_are_taken():
    assert len(telling_words(" ".join(f"word{n}" for n in range(10_000)))) == 64
