"""A card says what matched, how well, and what else speaks for it."""

import pytest

from pressdesk.domain.passages import Passage
from pressdesk.ui.known.card import KnownCard
from pressdesk.ui.known.look import KnownLook, why_said
from pressdesk.ui.known.section import KnownSection

LOOK = KnownLook(7, "A fairer deal", "Published 14 May 2018", "Link", taken="Linked ✓")


@pytest.mark.parametrize(
    ("why", "weak", "learned", "said"),
    [
        ((), False, "", ""),
        (("26", "lorry = haulier"), False, "", "Matches 26 · lorry = haulier"),
        (("26",), True, "", "Weak match on 26"),
        (("26",), False, "linked to 3 like questions", "Matches 26 · linked to 3 like questions"),
        ((), False, "asked by the same journalist", "Asked by the same journalist"),
    ],
)
def test_the_reason_is_a_sentence_with_the_words_marked(why, weak, learned, said):
    told = why_said(KnownLook(1, "", "", "Link", why=why, weak=weak, learned=learned))
    assert told.words == said
    assert tuple(told.words[begin:end] for begin, end in told.marks) == why


def test_a_card_shows_the_passage_and_is_read_out_by_its_title(qtbot):
    card = KnownCard("Alt+1")
    qtbot.addWidget(card)
    card.show_look(
        KnownLook(7, "A fairer deal", "", "Link", passage=Passage("Firms pay.", ((6, 9),)))
    )
    assert card.text() == "A fairer deal Firms pay. Link"
    assert card._button.accessibleName() == "Link: A fairer deal"


def test_what_was_taken_is_said_in_words_and_colour(qtbot):
    card = KnownCard()
    qtbot.addWidget(card)
    card.show_look(LOOK, taken=True)
    assert card.text().endswith("Linked ✓")
    assert card.property("chosen")


def test_the_same_findings_stay_where_they_stand(qtbot):
    section = KnownSection("Press releases", "Alt")
    qtbot.addWidget(section)
    first, second = LOOK, KnownLook(8, "Fires", "", "Link")
    section.show_looks([first, second])
    section.show_looks([second, first])
    assert section.text().split("\n")[0].startswith("A fairer deal")


def test_a_section_is_gone_when_nothing_is_found(qtbot):
    section = KnownSection("Press releases", "Alt")
    qtbot.addWidget(section)
    section.show_looks([LOOK])
    section.show_looks([])
    assert (section.text(), section.isHidden()) == ("", True)
