import pytest

from pressdesk.errors import Refused
from pressdesk.intake.phone_numbers import read_number, shaped


@pytest.mark.parametrize(
    ("words", "shown", "e164"),
    [
        ("02035130600", "020 3513 0600", "+442035130600"),
        ("+44 (0)20 3513 0600", "020 3513 0600", "+442035130600"),
        ("07836-217729", "07836 217729", "+447836217729"),
        ("01632 960012", "01632 960012", "+441632960012"),
        ("07700900123", "07700 900123", "+447700900123"),
        ("0800 1111", "0800 1111", "+448001111"),
        ("+33142345678", "+33 1 42 34 56 78", "+33142345678"),
        ("0033 1 42 34 56 78", "+33 1 42 34 56 78", "+33142345678"),
        ("+1 202 555 0123", "+1 202-555-0123", "+12025550123"),
        ("020 3513 0600 ext 12", "020 3513 0600 ext. 12", "+442035130600"),
        ("+33 1 42 34 56 78 x9", "+33 1 42 34 56 78 ext. 9", "+33142345678"),
        ("Newsdesk: 020 7946 0018", "020 7946 0018", "+442079460018"),
    ],
)
def test_numbers_are_read_however_they_are_typed(words, shown, e164):
    number = read_number(words)
    assert (number.shown, number.e164) == (shown, e164)


def test_a_shown_number_reads_as_itself():
    once = read_number("02035130600 extension 12")
    assert read_number(once.shown) == once


@pytest.mark.parametrize(
    "words",
    [
        "",
        "  ",
        "hello",
        "12345",
        "999",
        "5551234",
        "0207 946",
        "+",
        "\0",
        "🚒",
        "1" * 1000,
        "ext 12",
    ],
)
def test_what_is_no_number_is_refused_with_what_to_do(words):
    with pytest.raises(Refused, match="like 020 7946 0018") as refusal:
        read_number(words)
    assert refusal.value.field == "number"
    assert len(str(refusal.value)) < 200


def test_numbers_of_another_region_are_shown_its_way():
    assert read_number("01 42 34 56 78", region="FR").shown == "01 42 34 56 78"


@pytest.mark.parametrize(
    ("words", "expected"),
    [("02035130600", "020 3513 0600"), ("ask the newsdesk", "ask the newsdesk"), ("", "")],
)
def test_shaping_leaves_words_that_are_no_number_alone(words, expected):
    assert shaped(words) == expected
