"""A passage shows what a text says about a question, cut to a few lines."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.passages import Mark, Passage, Place, passage_of

WEIGHTS = {"cases": 2.0, "26": 3.0, "follow": 1.0}


def marks_in(words):
    return [
        Mark(number, weight, found.start(), found.end())
        for number, (word, weight) in enumerate(WEIGHTS.items())
        for found in re.finditer(rf"\b{word}\b", words)
    ]


def shown(*places):
    passage = passage_of([Place(*place) for place in places], marks_in)
    return passage.words, [passage.words[begin:end] for begin, end in passage.marks]


def test_where_nothing_is_said_there_is_no_passage():
    assert passage_of([Place("Nothing of it.")], marks_in) == Passage()


def test_the_paragraph_that_says_most_is_shown_whole_when_it_is_short():
    assert shown(("Other cases.",), ("Of 26 cases, all.",)) == (
        "Of 26 cases, all.",
        ["26", "cases"],
    )


def test_what_a_note_adds_comes_after_with_its_name():
    words, marked = shown(("26 per cent of cases.",), ("We follow up.", "note 4"))
    assert words == "26 per cent of cases. · note 4: We follow up."
    assert marked == ["26", "cases", "follow"]


def test_a_note_that_repeats_it_adds_nothing():
    assert shown(("26 per cent of cases.",), ("Again 26.", "note 1"))[0] == "26 per cent of cases."


def test_a_long_paragraph_is_cut_round_the_words_that_matched():
    words, marked = shown((f"{'word ' * 100}of 26 such cases {'word ' * 100}",))
    assert words.startswith("…word")
    assert words.endswith("…")
    assert len(words) < 160
    assert marked == ["26", "cases"]


@given(st.lists(st.text("ab 26\n", max_size=400).map(lambda text: f"{text} 26 cases"), max_size=4))
def test_marks_lie_in_the_words_apart_and_in_order(texts):
    passage = passage_of([Place(text) for text in texts], marks_in)
    ends = [end for span in passage.marks for end in span]
    assert ends == sorted(ends)
    assert all(passage.words[b:e] in WEIGHTS for b, e in passage.marks)


@pytest.mark.parametrize("name", ["", "note 3"])
def test_the_name_of_a_place_moves_the_marks(name):
    assert shown(("26", name))[1] == ["26"]
