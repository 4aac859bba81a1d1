"""People go out of free text, in whatever way they are written, and nothing else does."""

import re
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pressdesk.domain.disclosed_words import (
    Decided,
    Kind,
    Known,
    Place,
    Removal,
    removals_in,
    without,
    word_key,
)
from pressdesk.domain.known_people import KnownPeople, standing_of
from pressdesk.domain.name_forms import is_like_a_name, people_in, tokens_of
from pressdesk.domain.personal_shapes import known_digits

COMMON = frozenset(
    [
        "may",
        "reading",
        "police",
        "will",
        "head",
        "of",
        "news",
        "chief",
        "constable",
        "press",
        "office",
    ]
)
NAMES = (
    *("Ruth Amery", "Theresa May", "Siobhan O'Neill", "Jan van der Berg", "Ada Smith-Jones"),
    *("José Núñez", "Peter Reading", "Dana Police", "Will Okafor", "Robert John Pell", "Xi Ng"),
)
OUTLETS = ("Humber Daily", "Amery Media", "Police Oracle")
NUMBERS = ("01632 960012", "020 7946 0018", "07700 900123")
KNOWN = Known(KnownPeople(NAMES, COMMON, OUTLETS), known_digits(NUMBERS))
WHERE = ("ENQ-2025-00012", "Question 1")


def looked_at(text: str, *standing: str, decided: Decided = Decided()) -> tuple[Removal, ...]:  # noqa: B008
    return tuple(removals_in(text, KNOWN.found(text, standing_of(standing)), WHERE, decided))


def cleaned(text: str, *standing: str) -> str:
    return without(text, looked_at(text, *standing))


def doubtful(text: str, *standing: str) -> list[str]:
    return [one.place.words for one in looked_at(text, *standing) if one.doubtful]


@pytest.mark.parametrize(
    "written",
    [
        *("Ruth Amery", "RUTH AMERY", "ruth amery", "Ｒｕｔｈ Ａｍｅｒｙ", "Ruth\u00a0Amery"),
        *("Ruth\nAmery", "Ruth-Amery", "Ru\u00adth Amery", "Amery, Ruth", "Amery", "R. Amery"),
        *("R Amery", "Amerys", "amery", "ruthamery", "O’Neill", "ONeill", "Smith Jones"),
        *("Smith-Jones", "van der Berg", "Berg", "Jose Nunez", "Nu\u0301n\u0303ez", "R J Pell"),
        *("RJ Pell", "R. J. Pell", "Robert Pell", "Robert  John  Pell", "Theresa May", "T. May"),
        *("Ruth Jane Amery", "Ruth J. K. Amery", "Theresa Mary May"),
    ],
)
def test_a_known_name_goes_in_any_way_it_is_written(written: str) -> None:
    assert cleaned(f"Ask {written}’s editor; then ring.") == (
        "Ask [name removed]’s editor; then ring."
    )


@pytest.mark.parametrize(
    ("text", "standing", "left", "doubts"),
    [
        ("In May we may ask", "", "In May we may ask", ["May"]),
        ("In May we may ask", "Theresa May", "In [name removed] we may ask", ["may"]),
        ("Mrs May and PC Reading", "", "Mrs [name removed] and PC [name removed]", []),
        ("Reading and the Police", "", "Reading and the Police", ["Reading", "Police"]),
        ("the police said", "", "the police said", []),
        ("Ruth rang", "", "Ruth rang", []),
        ("Ruth rang", "Ruth Amery", "[name removed] rang", []),
        ("Will it? Will rang", "Will Okafor", "Will it? Will rang", ["Will", "Will"]),
        ("Ms Jones rang", "Ada Smith-Jones", "Ms [name removed] rang", []),
        ("Ng said", "", "Ng said", ["Ng"]),
        ("Amery Media and Police Oracle", "", "Amery Media and Police Oracle", []),
        ("Camery and Ameryland", "", "Camery and Ameryland", []),
    ],
)
def test_a_word_that_may_be_a_name_needs_care(
    text: str, standing: str, left: str, doubts: list[str]
) -> None:
    assert (cleaned(text, standing), doubtful(text, standing)) == (left, doubts)


@pytest.mark.parametrize(
    "number",
    [
        *("01632 960012", "01632960012", "01632-960-012", "(01632) 960012", "960012", "960 012"),
        *("+44 1632 960012", "+44 (0)1632 960 012", "0044 1632 960012", "441632960012"),
        *("07700 900999", "07700–900–999", "0 7 7 0 0 9 0 0 9 9 9", "020 7946 0018 ext. 12"),
        *("+33 1 42 34 56 78", "００１６３２９６００１２"[1:], "01632\u202f960\u00a0012"),
    ],
)
def test_anything_shaped_like_a_telephone_number_goes(number: str) -> None:
    assert cleaned(f"ring {number}, then") == "ring [number removed], then"


def test_numbers_that_follow_one_another_all_go() -> None:
    assert cleaned("(960012, he said)") == "([number removed], he said)"
    assert cleaned("01632 960012 07700 900999 2") == "[number removed] [number removed] 2"


@pytest.mark.parametrize(
    "text",
    [
        "26 % of 1,234,567 calls in 2019-2020, £1,250,000 and 0.123456789",
        "on 01/02/2025 08:30, 2025-01-02 09:00 and 01-02-2025 0800 hours",
        "ENQ-2026-00421, 999 and 101",
    ],
)
def test_figures_dates_and_references_stay(text: str) -> None:
    assert cleaned(text) == text


@pytest.mark.parametrize(
    "email",
    [
        *("ruth.amery@humber.example", "r@x.example", "Ｒuth＠humber．example"),
        *("desk(at)humber.example", "desk [at] humber [dot] example", "desk at humber dot example"),
    ],
)
def test_anything_shaped_like_an_email_address_goes(email: str) -> None:
    assert cleaned(f"write to {email} today") == "write to [email removed] today"


@pytest.mark.parametrize(
    "address",
    [
        *("12 High Street", "12 high street", "Flat 2, 12 High Street, Hull HU1 2AB", "SW1A 1AA"),
        *("221B Baker Street", "HU12AB", "PO Box 12", "4-6 Old Mill Lane"),
    ],
)
def test_anything_shaped_like_a_postal_address_goes(address: str) -> None:
    assert cleaned(f"at {address}, he said") == "at [address removed], he said"


def test_words_about_streets_are_no_addresses() -> None:
    text = "3 officers on the way, 5 people in the street, court 2"
    assert cleaned(text) == text


def test_what_a_person_decided_goes_before_what_was_found() -> None:
    text = "Amery and Amery in May"
    first, second, may = (one.place for one in looked_at(text))
    kept = Decided(kept=frozenset({word_key("AMERY")}), taken=frozenset({"may"}))
    assert without(text, looked_at(text, decided=kept)) == "Amery and Amery in [name removed]"
    here = Decided(kept_here=frozenset({second}), taken_here=frozenset({may}))
    assert without(text, looked_at(text, decided=here)) == (
        "[name removed] and Amery in [name removed]"
    )
    assert first == Place(*WHERE, 0, "Amery")


@pytest.mark.parametrize(
    ("typed", "people"),
    [
        ("PC Tom Price / Ruth Amery (Humber Daily)", ("Tom Price", "Ruth Amery")),
        ("Amery, Ruth", ("Ruth Amery",)),
        ("Ruth Amery and Tom Price", ("Ruth Amery", "Tom Price")),
        ("Ruth Amery, Humber Daily", ("Ruth Amery",)),
        ("+44 1632 960012", ()),
    ],
)
def test_a_field_may_hold_several_names(typed: str, people: tuple[str, ...]) -> None:
    assert people_in(typed) == people


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        *(("M. Reyes", True), ("Jan van der Berg", True), ("Head of news", False)),
        *(("Chief Constable", False), ("Press Office", False), ("by phone", False)),
    ],
)
def test_a_post_is_no_name(typed: str, name: bool) -> None:
    assert is_like_a_name(typed, COMMON) is name


def spelt(name: str, way: int) -> str:
    return [
        *(name, name.upper(), name.lower(), name.replace(" ", "\u00a0"), f"{name}'s"),
        *("".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in name),),
        *(f"{name[0]}. {name.rsplit(maxsplit=1)[-1]}", name.replace(" ", "-")),
    ][way]


PLAIN_NAMES = tuple(name for name in NAMES if name.isascii())
WORDS = st.sampled_from(
    [
        *[
            "the",
            "force",
            "asked",
            "in",
            "writing",
            "26",
            "of",
            "1,234",
            "£5",
            ";",
            "(",
            ")",
            "“",
            "”",
            ",",
            ".",
            "\n",
        ]
    ]
)
PERSONAL = st.one_of(
    st.builds(spelt, st.sampled_from(PLAIN_NAMES), st.integers(0, 7)),
    st.sampled_from([*NUMBERS, "a.b@c.example", "HU1 2AB", "12 High Street"]),
)


@given(st.lists(st.one_of(WORDS, PERSONAL), max_size=12))
@settings(max_examples=150, deadline=None)
@example(["Ruth Amery", "Theresa May", "01632 960012", "07700 900123"])
def test_no_known_name_number_or_address_survives(pieces: list[str]) -> None:
    left = unicodedata.normalize("NFKC", cleaned(" ".join(pieces)))
    words = [token.word for token in tokens_of(left)]
    for name in PLAIN_NAMES:
        parts = [token.word for token in tokens_of(name)]
        assert all(words[n : n + len(parts)] != parts for n in range(len(words)))
    digits = re.sub(r"\D", "", left)
    assert not any(re.sub(r"\D", "", number) in digits for number in NUMBERS)
    assert not re.search(r"@|HU1|High", left)


@given(
    st.text(max_size=60) | st.lists(st.one_of(WORDS, PERSONAL, st.text(max_size=4))).map(" ".join)
)
@settings(max_examples=150, deadline=None)
def test_nothing_but_what_is_marked_is_changed(text: str) -> None:
    removals = looked_at(text)
    left = without(text, removals)
    for one in removals:
        assert text[one.place.begin : one.place.begin + len(one.place.words)] == one.place.words
        if one.removed:
            left = left.replace(one.kind.mark, one.place.words, 1)
    assert left == text


@pytest.mark.parametrize("kind", Kind)
def test_each_removal_is_marked_by_its_kind(kind: Kind) -> None:
    assert kind.mark == f"[{kind} removed]"
