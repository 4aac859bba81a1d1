"""Who is sought, and whether words are about them."""

import pytest

from pressdesk.domain.person import How, PersonWords, Sought, sought_by
from pressdesk.errors import Refused

COMMON = frozenset({"may", "reading"})
RUTH = Sought(
    "Ruth Amery",
    names=("Ruth Amery", "R. A. Amery-Cole"),
    numbers=("01632 960012",),
    emails=("ruth@humber.example",),
)
WORDS = PersonWords(RUTH, COMMON)


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Ask ruth amery", How.WORDS),
        ("Ask Amery, Ruth", How.WORDS),
        ("Ask R A Amery Cole", How.WORDS),
        ("Ask Amery", How.PERHAPS),
        ("Ring 960012", How.WORDS),
        ("Ring +44 (0)1632 960 012", How.WORDS),
        ("Ring 01904 960012", None),
        ("Write to Ruth@Humber.example", How.WORDS),
        ("Write to tom@humber.example", None),
        ("Ask Ruth", None),
    ],
)
def test_how_words_are_about_a_person(text: str, how: How | None) -> None:
    assert WORDS.how(text) is how


def test_in_an_enquiry_of_their_own_a_surname_is_theirs() -> None:
    assert WORDS.how("Amery rang", theirs=True) is How.WORDS


@pytest.mark.parametrize(
    "form",
    [
        *(("01632960012",), ("01632", "960012"), ("01632", "960", "012"), ("960012",)),
        *(("441632960012",), ("44", "1632", "960012"), ("44", "0", "1632", "960012")),
        ("44", "01632", "960012"),
    ],
)
def test_an_index_is_asked_for_every_grouping_of_a_number(form: tuple[str, ...]) -> None:
    assert form in WORDS.numbers()


@pytest.mark.parametrize(
    ("typed", "sought"),
    [
        ("  Ruth   Amery ", Sought("Ruth Amery", names=("Ruth Amery",))),
        ("r@x.example", Sought("r@x.example", emails=("r@x.example",))),
        ("01632 960012", Sought("01632 960012", numbers=("01632 960012",))),
    ],
)
def test_a_name_a_number_or_an_address_is_sought(typed: str, sought: Sought) -> None:
    assert sought_by(typed) == sought


@pytest.mark.parametrize("typed", ["", "  ", "12", "?!"])
def test_nothing_is_nobody(typed: str) -> None:
    with pytest.raises(Refused, match="Type a name"):
        sought_by(typed)
