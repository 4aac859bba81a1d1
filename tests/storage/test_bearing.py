"""What bears on a question is found on real SQLite, by words and by what stands for them."""

import pytest

from pressdesk.domain.bearing import Strength
from pressdesk.storage.journal import Changed

HAULIERS = "A fairer deal for hauliers\n\nForeign firms will pay to use British roads."
FIRES = "Fires in homes fall\n\nBlazes fell by 26 per cent in Thurrock, to 27,200."
POLICY = "Housing policies under review\n\nMinisters said that 1.5 million homes are wanted."


@pytest.fixture
def found(services):
    for text in (HAULIERS, FIRES, POLICY):
        services.releases.add_text(text)

    def headlines(question, limit=3):
        return [one.headline for one in services.releases.bearing_on(question, limit)]

    return headlines


@pytest.mark.parametrize(
    ("question", "headline"),
    [
        ("What do lorries pay?", "A fairer deal for hauliers"),
        ("What about foreign HGVs?", "A fairer deal for hauliers"),
        ("Is it 26% in Thurock?", "Fires in homes fall"),
        ("Why 27,200?", "Fires in homes fall"),
        ("Is the policy on houses changed?", "Housing policies under review"),
        ("Is it 1.5m?", "Housing policies under review"),
    ],
)
def test_endings_synonyms_amounts_and_slips_find_the_release(found, question, headline):
    assert found(question)[0] == headline


@pytest.mark.parametrize("question", ["", "?", "What is it?", "vaccines", 'NEAR("', "x" * 100_000])
def test_a_question_that_nothing_answers_gets_nothing(found, question):
    assert found(question) == []


def test_no_more_are_suggested_than_asked_for(found):
    assert len(found("hauliers fires policies", limit=2)) == 2


def test_the_reason_the_strength_and_the_passage_are_told(services, found):
    found("")
    (first,) = services.releases.bearing_on("Do lorries pay?", 1)
    assert first.matched == ("lorries = haulier", "pay")
    assert first.strength is Strength.STRONG
    assert first.passage.words.startswith("Foreign firms")
    assert first.score > 0


def test_a_release_taken_in_later_is_found_at_once(services, found):
    services.releases.add_text("Zebras\n\nZebras cross at Dover.")
    assert found("zebra") == ["Zebras"]


def test_suggesting_writes_nothing(services, found):
    changed: list[Changed] = []
    services.context.database.on_change(changed.append)
    found("Do lorries pay in Thurock?")
    assert changed == []
