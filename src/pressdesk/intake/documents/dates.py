"""The days that files name: in spreadsheets, feeds and the data of a web page."""

import re
from collections.abc import Iterable
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_YEAR = r"(?P<year>\d{4}|\d{2})\b"
_ISO = re.compile(r"(?P<year>\d{4})-?(?P<month>\d{2})-?(?P<day>\d{2})(?!\d)")
_WRITTEN = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ -]+{_MONTH}[ ,-]+{_YEAR}", re.IGNORECASE
)
_AMERICAN = re.compile(rf"\b{_MONTH} (?P<day>\d{{1,2}}), {_YEAR}", re.IGNORECASE)
_FIGURES = re.compile(rf"(?P<first>\d{{1,2}})[/.-](?P<second>\d{{1,2}})[/.-]{_YEAR}")
_THIS_CENTURY = 70
"""Two figures below this are a year after 2000."""


def day_in(words: str, *, month_first: bool = False) -> date | None:
    """Read a day; ``month_first`` settles 7/12/2012. None when no day is named."""
    words = words.strip()
    if found := _ISO.match(words) or _WRITTEN.search(words) or _AMERICAN.search(words):
        return _day(found["year"], found["month"], found["day"])
    if not (found := _FIGURES.match(words)):
        return None
    day, month = found["first"], found["second"]
    swapped = int(month) > 12 or (month_first and int(day) <= 12)
    return _day(found["year"], *((day, month) if swapped else (month, day)))


def is_month_first(column: Iterable[str]) -> bool:
    """Tell from a whole column whether 7/12/2012 is 12 July.

    It is when more of its days can only be read that way (7/25/2012) than the British way.
    """
    figures = [found for words in column if (found := _FIGURES.match(words.strip()))]
    american = sum(int(found["second"]) > 12 for found in figures)
    british = sum(int(found["first"]) > 12 for found in figures)
    return american > british


def is_ambiguous(words: str) -> bool:
    """Tell whether a day is two: 7/12/2012 is 12 July or 7 December."""
    found = _FIGURES.match(words.strip())
    if not found or _ISO.match(words.strip()):
        return False
    first, second = int(found["first"]), int(found["second"])
    return first != second and max(first, second) <= 12


def _day(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdecimal() else _MONTHS.index(month[:3].lower()) + 1
    full = int(year)
    if len(year) == 2:
        full += 2000 if full < _THIS_CENTURY else 1900
    try:
        return date(full, number, int(day))
    except ValueError:
        return None
