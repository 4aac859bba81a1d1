"""Setting right how a release was understood: no word is lost by it, nor moved."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.release_edits import (
    KINDS,
    as_kind,
    notes_from,
    story_to,
    with_words,
    words_of,
)
from pressdesk.domain.releases import Block, BlockKind, Note, ReleaseParts, words_in_order

WORDS = st.lists(
    st.sampled_from(["force", "“now”", "2026", "don’t", "كلمة", "🚒", "'so'"]),
    min_size=1,
    max_size=6,
).map(" ".join)
BLOCKS = st.builds(
    Block,
    kind=st.sampled_from(BlockKind),
    text=st.one_of(st.just(""), WORDS, st.tuples(WORDS, WORDS).map("\n".join)),
    items=st.lists(WORDS, max_size=3).map(tuple),
    speaker=st.sampled_from(["", "Ann Lee"]),
    lead_in=st.one_of(st.just(""), WORDS),
    url=st.sampled_from(["", "https://a.example/b"]),
    lead_out=st.one_of(st.just(""), WORDS),
)
TURNS = st.lists(st.sampled_from(KINDS), max_size=5)


def words(*blocks):
    return words_in_order(ReleaseParts("", blocks))


@given(BLOCKS, TURNS)
def test_no_word_is_lost_or_moved_whatever_a_block_is_made_into(block, turns):
    made = block
    for kind in turns:
        made = as_kind(made, kind)
        assert words(made) == words(block)
    assert (made.speaker, made.role) == (block.speaker, block.role)


@given(BLOCKS.filter(lambda block: block.kind in KINDS))
def test_editing_no_word_changes_no_word(block):
    shown = with_words(block, words_of(block))
    assert re.findall(r"\w+", words_of(shown)) == re.findall(r"\w+", words_of(block))


def test_a_quote_loses_its_marks_and_gets_them_back():
    said = Block(BlockKind.PARAGRAPH, "“We will return.\n“And soon.”")
    quote = as_kind(said, BlockKind.QUOTE)
    assert quote.items == ("We will return.", "And soon.")
    assert as_kind(quote, BlockKind.PARAGRAPH).text == said.text


@pytest.mark.parametrize(
    "printed",
    [
        "“Yes,” said Ann Lee. “At once.”",
        "“Yes,” said Ann Lee.",
        "“They call it “the plan” and like it.”",
    ],
)
def test_a_quote_is_printed_with_its_marks_also_when_its_speaker_stands_amid_it(printed):
    quote = as_kind(Block(BlockKind.PARAGRAPH, printed), BlockKind.QUOTE)
    assert quote.quoted == (printed,)


PARTS = ReleaseParts(
    "Boats",
    (
        Block(BlockKind.PARAGRAPH, "A story."),
        Block(BlockKind.HEADING, "Background"),
        Block(BlockKind.BULLETS, items=("one", "two"), lead_in="These:"),
    ),
    (Note("1", "One."), Note("2", "Two.")),
    notes_heading="Notes",
)


@pytest.mark.parametrize("at", [0, 1, 2])
def test_notes_may_start_at_any_block_and_every_word_stays_where_it_was(at):
    moved = notes_from(PARTS, at)
    assert words_in_order(moved) == words_in_order(PARTS)
    assert len(moved.blocks) == at


def test_a_heading_at_which_the_notes_start_is_theirs():
    moved = notes_from(PARTS, 1)
    assert moved.notes_heading == "Background"
    assert [note.label for note in moved.notes] == ["", "", "1", "2"]


@pytest.mark.parametrize("at", [0, 1])
def test_the_story_may_go_on_to_any_note(at):
    moved = story_to(PARTS, at)
    assert words_in_order(moved) == words_in_order(PARTS)
    assert len(moved.notes) == 1 - at
