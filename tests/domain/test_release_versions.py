"""When a text is the next version of a release."""

import pytest

from pressdesk.domain.release_versions import (
    address_key,
    clearly_repeats,
    is_next_version,
    keys_of,
)
from pressdesk.domain.releases import ReleaseParts

TEXT = "Crews have new boats. They float well and the crews are pleased with all of them."
CORRECTED = TEXT.replace("new boats", "nine new boats")
OTHER = "Searches fell by a tenth, and fewer knives were carried in the whole of the county."
PAGE, ELSEWHERE = "https://a.example/boats", "https://a.example/knives"
HEADLINE = ("headline boats for hull",)


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://www.a.example/boats/", "a.example/boats"),
        ("HTTP://A.example/boats#top", "a.example/boats"),
        ("https://a.example/?id=7", "a.example?id=7"),
        ("https://a.example/", ""),
        ("/boats", ""),
        ("mailto:press@a.example", ""),
        ("http://[bad", ""),
        ("", ""),
    ],
)
def test_an_address_is_folded_to_what_names_the_page(url, key):
    assert address_key(url) == key


def test_a_release_goes_by_its_address_number_and_headline_folded():
    parts = ReleaseParts("Boats, for  HULL", reference="019/2012")
    assert keys_of(parts, PAGE) == {
        "address a.example/boats",
        "reference 019 2012",
        "headline boats for hull",
    }
    assert keys_of(ReleaseParts(""), "") == set()


@pytest.mark.parametrize(
    ("shared", "urls", "numbers", "texts", "same"),
    [
        (("address a.example/boats",), (PAGE, PAGE), ("", ""), (OTHER, TEXT), True),
        (HEADLINE, (PAGE, ELSEWHERE), ("", ""), (CORRECTED, TEXT), False),
        (HEADLINE, ("", PAGE), ("", ""), (CORRECTED, TEXT), True),
        (HEADLINE, ("", ""), ("", ""), (CORRECTED, TEXT), True),
        (HEADLINE, ("", ""), ("", ""), (OTHER, TEXT), False),
        (HEADLINE, ("", ""), ("19/2012", "20/2012"), (CORRECTED, TEXT), False),
        (HEADLINE, ("", ""), ("19/2012", ""), (CORRECTED, TEXT), True),
        (("reference 19 2012",), ("", ""), ("19/2012", "19/2012"), (CORRECTED, TEXT), True),
    ],
)
def test_the_next_version_of_a_release_is_told(shared, urls, numbers, texts, same):
    assert is_next_version(shared, urls, numbers, texts) is same


def test_texts_without_words_repeat_nothing():
    assert not clearly_repeats("", "")
    assert not clearly_repeats("Boats", "Boats")
