"""Swaps and cover: the first name stays visible, and comes back when it is their shift again."""

from dataclasses import replace

import pytest

from pressdesk.domain.rota import Change
from pressdesk.domain.rota_changes import change_said, covered, swapped
from pressdesk.errors import Refused
from tests.domain.test_rota import ADA, BEN


def test_a_swap_exchanges_people_and_their_numbers():
    first, second = swapped(replace(ADA, number="1"), replace(BEN, number="2"))
    assert [(s.person, s.number, s.instead_of) for s in (first, second)] == [
        ("Ben", "2", "Ada"),
        ("Ada", "1", "Ben"),
    ]
    assert (first.starts_at, second.starts_at) == (ADA.starts_at, BEN.starts_at)
    assert change_said(first) == "swapped with Ada"


def test_a_swap_taken_back_leaves_no_trace():
    assert swapped(*swapped(ADA, BEN)) == (ADA, BEN)


def test_who_covers_is_on_duty_and_the_first_is_kept():
    taken = covered(ADA, "Eve", "3")
    assert (taken.person, taken.number, taken.instead_of) == ("Eve", "3", "Ada")
    assert change_said(taken) == "covers for Ada"


def test_cover_of_cover_still_names_the_first():
    assert covered(covered(ADA, "Eve", ""), "Ben", "").instead_of == "Ada"


def test_a_shift_given_back_is_nobody_elses():
    back = covered(covered(ADA, "Eve", ""), "Ada", ADA.number)
    assert back == ADA
    assert (back.change, change_said(back)) == (Change.NONE, "")


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (lambda: covered(ADA, " ", ""), "Choose who covers"),
        (lambda: covered(ADA, "Ada", ""), "has this shift already"),
        (lambda: swapped(ADA, replace(BEN, person="Ada")), "Both shifts are Ada’s"),
    ],
)
def test_what_changes_nothing_is_refused(act, sentence):
    with pytest.raises(Refused, match=sentence):
        act()
