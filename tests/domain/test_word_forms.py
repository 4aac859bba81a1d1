"""Words are the same when only their endings, accents or case differ."""

import pytest

from pressdesk.domain.word_forms import stem, tokens


@pytest.mark.parametrize(
    "family",
    [
        "lorry lorries",
        "house houses housing housed",
        "plan plans planned planning",
        "drive driver drivers driving",
        "policy policies",
        "bus buses",
        "prayer pray prayed",
        "cars car",
        "hgv hgvs",
    ],
)
def test_the_words_of_a_family_share_a_stem(family):
    assert len({stem(word) for word in family.casefold().split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("police", "policy"), ("council", "councillor")])
def test_other_words_keep_apart(one, other):
    assert stem(one) != stem(other)


@pytest.mark.parametrize("word", ["lorries", "housing", "planned", "policies", "flies", "running"])
def test_all_but_the_last_letter_of_a_stem_begins_the_word(word):
    assert word.startswith(stem(word)[:-1])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Council’s time-bomb", ["council", "time", "bomb"]),
        ("Qualité, 27,200", ["qualite", "27", "200"]),
        ("أخبار", ["أخبار"]),
        ("?", []),
    ],
)
def test_a_text_is_cut_into_folded_words(text, words):
    assert tokens(text) == words
