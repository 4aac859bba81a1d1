"""The shipped synonyms stand for one another, and none stands twice in a group."""

import tomllib

import pytest

from pressdesk.intake.synonyms import shipped_synonyms
from pressdesk.paths import resources


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("lorry", ("haulier",)),
        ("lorries", ("heavy", "goods", "vehicle")),
        ("hmic", ("hmicfrs",)),
        ("dclg", ("mhclg",)),
        ("cop", ("constable",)),
        ("blaze", ("fire",)),
        ("crb", ("dbs",)),
    ],
)
def test_an_abbreviation_or_a_plain_word_stands_for_the_trade_word(said, meant):
    assert meant in shipped_synonyms().of([said])


def test_every_line_is_a_group_of_different_words():
    topics = tomllib.loads((resources() / "synonyms.toml").read_text("utf-8"))
    for line in (line for lines in topics.values() for line in lines):
        words = [word.strip() for word in line.split("=")]
        assert len(words) == len(set(words)) >= 2, line
        assert all(words), line
