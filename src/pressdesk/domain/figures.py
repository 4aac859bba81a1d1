"""Figures, percentages, dates and names in a text, as they are compared."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from pressdesk.domain.said import MONTHS

_NUMBERS = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)  # “one” is hardly ever a figure
_SCALES = {"thousand": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9}
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" if len(name) > 3 else name for name in MONTHS)
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_PER_CENT = r"\s*(?:%|per\s?cent\b|pc\b)"
_WORDED = "|".join(_NUMBERS)
_FOUND = re.compile(
    rf"""
    (?P<date>
        \b (?P<day>\d{{1,2}}) (?:st|nd|rd|th)? \s+ (?P<month>{_MONTH})\b (?:\s+\d{{4}})?
    )
    | (?P<time> \b\d{{1,2}}[:.]\d{{2}}\b(?!\d|%) )
    | (?P<reference> \b[A-Z]+-[\d-]+ | \b0\d{{3,4}}\s\d{{3}}\s?\d{{3,4}}\b )
    | (?P<share> (?:(?<![\d.,])(?:{_NUMBER})|\b(?:{_WORDED})){_PER_CENT} )
    | (?P<figure> £?(?<![\w.,])(?:{_NUMBER})(?:\s?(?:thousand|million|billion|bn|m)\b)?(?!\w) )
    | (?P<word> \b(?:{_WORDED})\b )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NAME = re.compile(r"(?<![.!?:“\"\n]\s)(?<!^)(?<![“\"(])\b[A-Z][a-z’'-]{4,}\b", re.MULTILINE)


class Kind(StrEnum):
    """What is compared with what."""

    FIGURE = "figure"
    PERCENTAGE = "percentage"
    DATE = "date"
    NAME = "name"


@dataclass(frozen=True)
class Token:
    """One of them: as written, where it begins and ends, and the value that is compared."""

    kind: Kind
    said: str
    value: str
    begin: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """Yield figures, percentages and dates in their order, then names.

    Times of day, references and telephone numbers are no figures.
    """
    for match in _FOUND.finditer(text):
        if match["date"]:
            yield _token(Kind.DATE, match, _date_value(match))
        elif match["share"]:
            number = re.split(_PER_CENT, match["share"])[0]
            yield _token(Kind.PERCENTAGE, match, _value(number))
        elif match["figure"] or match["word"]:
            yield _token(Kind.FIGURE, match, _value(match[0]))
    for match in _NAME.finditer(text):
        yield _token(Kind.NAME, match, match[0].casefold().replace("’", "'"))


def _token(kind: Kind, match: re.Match[str], value: str) -> Token:
    return Token(kind, match[0].strip(), value, match.start(), match.end())


def _date_value(match: re.Match[str]) -> str:
    month = next(n for n, name in enumerate(MONTHS, 1) if name[:3] == match["month"].title()[:3])
    return f"{int(match['day'])}/{month}"


def _value(said: str) -> str:
    """Return a number in one form: “1,200”, “1200” and “1.2 thousand” are the same."""
    words = said.casefold().replace(",", "").removeprefix("£").strip()
    if words in _NUMBERS:
        return str(_NUMBERS.index(words) + 2)
    found = re.match(r"([\d.]+)\s*([a-z]*)", words)
    assert found is not None, "a number was found by its figures"
    return f"{float(found[1]) * _SCALES.get(found[2], 1):g}"
