"""Words are the same when only their endings, accents or case differ."""

import pytest

from pressdesk.domain.word_forms import stem, tokens, words_of


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
        "care cares carer carers caring",
        "fare fares",
        "plane planes",
    ],
)
def test_the_words_of_a_family_share_a_stem(family):
    assert len({stem(word) for word in family.casefold().split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("police", "policy"),
        ("council", "councillor"),
        ("care", "car"),
        ("planes", "plans"),
        ("planes", "planning"),
        ("fares", "far"),
        ("railings", "rail"),
        ("easter", "east"),
        ("letters", "let"),
        ("training", "trains"),
        ("offers", "off"),
    ],
)
def test_other_words_keep_apart(one, other):
    assert stem(one) != stem(other)


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


def test_the_words_of_a_text_are_told_by_their_stems_where_they_stand():
    text = "The Met’s policies: £1.5m"
    assert [(one.stem, text[one.begin : one.end]) for one in words_of(text)] == [
        ("the", "The"),
        ("met", "Met"),
        ("polici", "policies"),
        ("1", "1"),
        ("5m", "5m"),
    ]
