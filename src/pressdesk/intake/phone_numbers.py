"""Telephone numbers as people give them, checked and shaped as the regulator prints them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.errors import Refused

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber as Parsed

HOME = "GB"
_NATIONAL_DIGITS = 10  # of a British number after its 0; shorter ones must be known to exist

_MAY_BE_ONE = re.compile(r"\d(?:\D{0,3}\d){6}")


@dataclass(frozen=True)
class PhoneNumber:
    """A number: ``e164`` (“+442035130600”, no extension) to compare, ``shown`` to read and ring."""

    e164: str
    shown: str


def read_number(words: str, region: str = HOME) -> PhoneNumber:
    """Read one telephone number; without a country code it is of ``region``.

    Numbers reserved for drama (01632 960012) are numbers too. Raises Refused for the rest.
    """
    import phonenumbers

    try:
        parsed = phonenumbers.parse(words, region)
    except phonenumbers.NumberParseException as error:
        raise _refused(words) from error
    if not _acceptable(parsed):
        raise _refused(words)
    e164 = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    return PhoneNumber(e164, _shown(parsed, region))


def numbers_in(words: str) -> Iterator[tuple[int, int]]:
    """Yield where valid telephone numbers begin and end in a text, however they are grouped."""
    if _MAY_BE_ONE.search(words):
        import phonenumbers

        for match in phonenumbers.PhoneNumberMatcher(words, HOME):
            yield match.start, match.end


def shaped(words: str) -> str:
    """Return the number shaped for reading, or the words unchanged when they are no number."""
    try:
        return read_number(words).shown
    except Refused:
        return words


def _acceptable(parsed: "Parsed") -> bool:
    """Say whether it is valid, or of possible length: drama ranges are never “valid”."""
    import phonenumbers

    if phonenumbers.is_valid_number(parsed):
        return True
    reason = phonenumbers.is_possible_number_with_reason(parsed)
    if reason != phonenumbers.ValidationResult.IS_POSSIBLE:
        return False
    british = parsed.country_code == phonenumbers.country_code_for_region(HOME)
    return not british or len(str(parsed.national_number)) == _NATIONAL_DIGITS


def _shown(parsed: "Parsed", region: str) -> str:
    import phonenumbers

    at_home = parsed.country_code == phonenumbers.country_code_for_region(region)
    layout = phonenumbers.PhoneNumberFormat
    extension, parsed.extension = parsed.extension, None
    words = phonenumbers.format_number(parsed, layout.NATIONAL if at_home else layout.INTERNATIONAL)
    return f"{words} ext. {extension}" if extension else words


def _refused(words: str) -> Refused:
    given = words.strip()
    if not given:
        return Refused("There is no number. Enter one, like 020 7946 0018.", field="number")
    short = given if len(given) <= 40 else f"{given[:40]}…"
    return Refused(
        f"“{short}” is not a telephone number. Enter one with its area code, like 020 7946 0018, "
        "or with + and the country, like +33 1 42 34 56 78.",
        field="number",
    )
