"""A question becomes concepts, with what stands for each and what that weighs."""

from collections import Counter

import pytest

from pressdesk.domain.asking import Vocabulary, concepts_of, parts_of, stems_in
from pressdesk.domain.bearing import Asked, Strength, worth_telling
from pressdesk.domain.passages import Place
from pressdesk.domain.synonyms import Synonyms
from pressdesk.domain.word_forms import stem, words_of

SYNONYMS = Synonyms.read(
    ["lorry = haulier = heavy goods vehicle", "fire = blaze", "council = local authority"]
)
HAULIERS = "A fairer deal for hauliers\n\nForeign heavy goods vehicles pay £1.5 million."
BLAZE = "Fires in homes fall\n\nCouncils say blazes fell by 26 per cent to 27,200 in Humberside."
LIBRARY = (HAULIERS, BLAZE, *(f"Release {n} about roads and schools" for n in range(20)))


def stems(text):
    return [word.stem for word in words_of(text)]


def vocabulary(meant=None):
    held = Counter(one for text in LIBRARY for one in set(stems(text)))
    return Vocabulary(len(LIBRARY), held, meant or {})


def asked(question, meant=None):
    return Asked(concepts_of(parts_of(question, SYNONYMS), vocabulary(meant)))


def matched(question, text, meant=None):
    return weighed(asked(question, meant), text).matched


def weighed(question, text):
    return question.weigh(stems(text.split("\n")[0]), stems(text))


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        ("Do lorries pay?", HAULIERS, ("lorries = haulier", "pay")),
        ("Haulier fees", HAULIERS, ("Haulier",)),
        ("How did local authorities see fire?", BLAZE, ("local authorities = council", "fire")),
        ("Is £1.5m paid?", HAULIERS, ("5m",)),
        ("Is it 27,200 or 26%?", BLAZE, ("27", "200", "26")),
        ("Nothing fits", BLAZE, ()),
    ],
)
def test_each_match_is_told_by_the_word_or_what_stands_for_it(question, text, words):
    assert matched(question, text) == words


def test_a_misspelt_name_is_told_by_what_was_likely_meant():
    meant = {"humbersde": "humberside"}
    assert matched("Humbersde", BLAZE, meant) == ("Humbersde = humberside",)


def test_what_stands_for_a_word_weighs_less_than_the_word():
    by_word = weighed(asked("haulier"), HAULIERS).score
    by_synonym = weighed(asked("lorry"), HAULIERS).score
    assert 0 < by_synonym < by_word


def test_neighbours_that_stand_together_weigh_more_than_apart():
    question = asked("heavy vehicles foreign")
    together, apart = "x foreign heavy goods vehicles", "vehicles x x x x foreign x x x x heavy"
    assert weighed(question, together).score > weighed(question, apart).score


@pytest.mark.parametrize(
    ("question", "strength"),
    [("Do foreign hauliers pay?", Strength.STRONG), ("Foreign zebras zoo keeper", Strength.WEAK)],
)
def test_a_release_that_meets_little_of_a_question_is_called_weak(question, strength):
    assert weighed(asked(question), HAULIERS).strength is strength


def test_a_release_that_holds_one_word_of_many_is_not_worth_telling():
    bearing = weighed(asked("foreign zebras zoo keeper lion elephant tiger"), HAULIERS)
    assert worth_telling({1: bearing}) == []


def test_of_equals_the_newest_comes_first():
    bearing = weighed(asked("hauliers"), HAULIERS)
    assert worth_telling({1: bearing, 2: bearing}) == [2, 1]


def test_the_passage_marks_the_words_that_speak_of_the_question():
    passage = asked("Do lorries pay the foreign firms?").passage([Place(HAULIERS.split("\n")[2])])
    marked = [passage.words[begin:end] for begin, end in passage.marks]
    assert marked == ["Foreign", "heavy goods vehicles", "pay"]


def test_the_stems_wanted_are_those_of_every_word_that_may_be_found():
    assert stems_in(parts_of("lorries", SYNONYMS)) == {
        stem(word) for word in ("lorry", "haulier", "heavy", "goods", "vehicle")
    }


def test_of_a_pasted_megabyte_only_the_beginning_is_read():
    said = [part.said for part in parts_of("lorries " + "of " * 400_000 + "zebras", SYNONYMS)]
    assert said == ["lorries"]
