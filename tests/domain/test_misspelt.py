"""A slip of the fingers still finds the name."""

import pytest

from pressdesk.domain.misspelt import likely_meant, slips_between

KNOWN = (("humberside", 4), ("humber", 9), ("thurrock", 2), ("dorset", 3), ("forest", 8))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("humbersde", "humberside"),
        ("humbresidia", ""),
        ("thurock", "thurrock"),
        ("hmuber", "humber"),
        ("dorsett", "dorset"),
        ("fore", ""),
        ("12345", ""),
        ("zzzzzz", ""),
    ],
)
def test_the_nearest_known_word_was_likely_meant(typed, meant):
    assert likely_meant(typed, KNOWN) == meant


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [("", "abc", 3), ("form", "from", 1), ("fire", "fire", 0), ("fire", "fires", 1), ("a", "b", 1)],
)
def test_slips_are_letters_left_out_added_changed_or_swapped(one, other, slips):
    assert slips_between(one, other) == slips
