"""What differs from a release or from an earlier answer, with both versions side by side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.figures import Kind
from pressdesk.domain.same_answer import Source, differences

RELEASE = """Northmoor Police protects children better, but progress is slow

Inspectors found that 26 per cent of the child protection cases were graded good.
The force has 1,200 officers working in child protection. Thefts of tractors cost £1.9 million.
Inspectors will return on 12 May. Twelve of the 40 incidents were missing from the register.
HM Inspector Imogen Castellane said: “Children in Northmoor deserve better.”
Call the press office on 020 3513 0600 before 17:00."""


@pytest.mark.parametrize(
    ("answer", "ours", "theirs", "kind"),
    [
        (
            "62 per cent of child protection cases were graded good.",
            *("62 per cent", "26 per cent", Kind.PERCENTAGE),
        ),
        ("Of child protection cases, 62% were graded good.", "62%", "26 per cent", Kind.PERCENTAGE),
        ("1,300 officers work in child protection.", "1,300", "1,200", Kind.FIGURE),
        ("Thefts of tractors cost £1.8m.", "£1.8m", "£1.9 million", Kind.FIGURE),
        ("The inspectors return on 14 May.", "14 May", "12 May", Kind.DATE),
        ("In all 13 incidents were missing from the register.", "13", "Twelve", Kind.FIGURE),
        (
            "It was HM Inspector Imogen Castelane who said so.",
            *("Castelane", "Castellane", Kind.NAME),
        ),
        ("The visit was to Northmore in spring.", "Northmore", "Northmoor", Kind.NAME),
    ],
)
def test_what_differs_is_marked_with_both_versions(answer, ours, theirs, kind):
    (mark,) = differences(answer, [Source("the release", RELEASE)])
    assert (mark.ours, mark.theirs, mark.kind) == (ours, theirs, kind)
    assert mark.our_sentence in answer
    assert mark.their_sentence in RELEASE
    assert mark.source == "the release"
    assert mark.why.startswith(("Both speak of “", "The names are a slip apart"))


@pytest.mark.parametrize(
    "answer",
    [
        "26% of child protection cases were graded good.",
        "Of child protection cases, 26 percent were graded good.",
        "1200 officers work in child protection.",
        "Thefts of tractors cost £1.9m.",
        "The inspectors return on 12th May 2026.",
        "12 of the 40 incidents were missing from the register.",
        "HM Inspector Imogen Castellane said so in Northmoor.",
        "Call us before 16:30 about child protection officers.",
        "See ENQ-2026-00421 on the child protection officers.",
        "The building has 62 rooms.",
        "The register was missing 40 incidents in Northmoor.",
        "Inspector Smith will speak on Monday.",
        "",
    ],
)
def test_what_is_the_same_or_about_something_else_is_not_marked(answer):
    assert differences(answer, [Source("the release", RELEASE)]) == ()


def test_the_mark_says_what_both_speak_of():
    (mark,) = differences("1,300 officers work in child protection.", [Source("a", RELEASE)])
    assert mark.why == "Both speak of “child”, “officers”, “protection”, “work”"


def test_each_source_is_compared_on_its_own():
    earlier = Source("an earlier answer", "We said that 31 per cent of child cases were good.")
    marks = differences(
        "Of child cases, 26 per cent were good.", [Source("release", RELEASE), earlier]
    )
    assert [(mark.theirs, mark.source) for mark in marks] == [("31 per cent", earlier.name)]


@given(st.text(max_size=300))
def test_any_words_whatever_can_be_compared(words):
    assert differences(words, [Source("itself", words)]) == ()
    differences(words, [Source("release", RELEASE)])
