"""The day a line of a release names, day first: 14 May 2026, 14/05/2026, 14 Mai 2026."""

import re
from collections.abc import Iterable
from datetime import date

_LONGEST = 200
_ENGLISH = (
    *("january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
)
_WELSH = (
    *("ionawr", "chwefror", "mawrth", "ebrill", "mai", "mehefin", "gorffennaf", "awst"),
    *("medi", "hydref", "tachwedd", "rhagfyr"),
)
_NUMBERS = {
    **{name: number for names in (_WELSH, _ENGLISH) for number, name in enumerate(names, 1)},
    **{name[:3]: number for number, name in enumerate(_ENGLISH, 1)},
    "sept": 9,
}
_MONTH = rf"(?P<month>{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_WEEKDAY = r"(?:(?:dydd\s+\w+|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*),?\s+)?"
_DAY, _YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th|af|fed|eg|ain)?", r"(?P<year>\d{4})"
_FORMS = (
    rf"{_WEEKDAY}{_DAY}(?:\s+of)?\s+{_MONTH}\.?,?\s+{_YEAR}",
    rf"{_WEEKDAY}{_MONTH}\.?\s+{_DAY},?\s+{_YEAR}",
    rf"{_WEEKDAY}(?P<day>\d{{1,2}})[/.](?P<month>\d{{1,2}})[/.]{_YEAR}",
    r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})",
)
_ISSUED = (
    r"(?:(?:(?:first\s+)?published|posted|date(?:\s+of\s+issue|d)?|issued|released"
    r"|(?:release|publication)\s+date|cyhoeddwyd|dyddiad(?:\s+cyhoeddi)?)(?:\s+on)?\s*:?\s+)?"
)
_AT = r"(?:\W+(?:at\s+)?\d{1,2}(?:[:.]?\d{2})?\s?(?:[ap]m|hrs|hours|gmt|bst)?)?"

_FROM = r"(?:\d{1,2}(?:[:.]?\d{2})?\s?(?:[ap]m|hrs|hours)?,?\s+(?:on\s+)?(?=\D|\d{1,2}[\s/.]))?"

_PLACE_BEFORE = r"(?:[^\W\d]+(?: [^\W\d]+)?\s*[,–—-]\s+)?"
_PLACE_BEHIND = r"(?:,\s+[^\W\d]+(?: [^\W\d]+)?)?"
_BY = r"(?:\W+by\s+[^\W\d][^\d.:,]{1,60})?"

DAY_LINE = tuple(
    re.compile(
        rf"\W*{_PLACE_BEFORE}{_ISSUED}{_FROM}{form}{_AT}{_PLACE_BEHIND}{_BY}\W*", re.IGNORECASE
    )
    for form in _FORMS
)
"""Forms of a line that says no more than a day, perhaps with the time of day."""

DAY_NAMED = "(?:" + "|".join(re.sub(r"\?P<\w+>", "?:", form) for form in _FORMS) + ")"
"""The form of a day within another line."""
_NAMED = tuple(re.compile(form, re.IGNORECASE) for form in _FORMS)


def day_of_line(line: str) -> date | None:
    """Read the day of a line that says no more; None when there is no such day."""
    if len(line) > _LONGEST:
        return None
    return _first(form.fullmatch(line) for form in DAY_LINE)


def day_named_in(line: str) -> date | None:
    """Read the first day named anywhere in a line."""
    return _first(form.search(line[:_LONGEST]) for form in _NAMED)


def _first(matches: Iterable[re.Match[str] | None]) -> date | None:
    return next((day for found in matches if found and (day := _day(found))), None)


def _day(found: re.Match[str]) -> date | None:
    month = found["month"].lower()
    number = int(month) if month.isdecimal() else _NUMBERS[month]
    try:
        return date(int(found["year"]), number, int(found["day"]))
    except ValueError:
        return None
