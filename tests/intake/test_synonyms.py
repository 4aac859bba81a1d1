"""The shipped synonyms stand for one another, and none stands twice in a group."""

import pytest

from pressdesk.domain.synonyms import Synonyms, read_group
from pressdesk.intake.synonyms import shipped_groups


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
    assert meant in Synonyms.read(shipped_groups()).of([said])


def test_there_are_groups_enough_and_each_could_be_an_office_s_own():
    assert len(shipped_groups()) >= 990
    assert len(set(shipped_groups())) == len(shipped_groups())
    assert [read_group(line) for line in shipped_groups()] == list(shipped_groups())
