"""Two texts compared word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain import word_diff
from pressdesk.domain.word_diff import Change, Stretch, compared

SIGNS = {Change.SAME: "", Change.TAKEN_OUT: "-", Change.PUT_IN: "+"}


def told(before, after):
    return [f"{SIGNS[one.change]}{one.words.strip()}" for one in compared(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("Crews have boats.", "Crews have boats.", ["Crews have boats."]),
        ("Crews have two boats.", "Crews have three boats.",
         ["Crews have", "-two", "+three", "boats."]),
        ("One.\nTwo.", "One.\nNew.\nTwo.", ["One.", "+New.", "Two."]),
        ("One.\nOld.\nTwo.", "One.\nTwo.", ["One.", "-Old.", "Two."]),
        ("", "New.", ["+New."]),
        ("", "", []),
    ],
)  # fmt: skip
def test_what_was_taken_out_stands_before_what_was_put_in(before, after, found):
    assert told(before, after) == found


def test_space_and_line_breaks_alone_are_no_difference():
    assert compared("One  two\nthree", "One two three") == (Stretch(Change.SAME, "One two three"),)


def test_of_two_books_the_difference_is_told_whole(monkeypatch):
    monkeypatch.setattr(word_diff, "_MOST_COMPARED", 8)
    assert told("a b c", "a b d") == ["-a b c", "+a b d"]


WORDS = st.lists(st.sampled_from(["boats", "crews", "the", "\n", "999,", "كلمة"])).map(" ".join)


def kept(stretches, left_out):
    return " ".join(one.words for one in stretches if one.change is not left_out).split()


@given(WORDS, WORDS)
def test_both_texts_can_be_read_from_the_comparison(before, after):
    stretches = compared(before, after)
    assert kept(stretches, Change.PUT_IN) == before.split()
    assert kept(stretches, Change.TAKEN_OUT) == after.split()
