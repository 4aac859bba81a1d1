"""Lines of a release that are furniture: dates, embargoes, references, ENDS, headings of notes."""

import re
from datetime import date

_LONGEST = 200
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
)
_MONTH = "|".join(f"{name}|{name[:3]}" for name in _MONTHS)
_DAY_NAMES = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
_WRITTEN = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{_MONTH}),?\s+(?P<year>\d{{4}})"
_FIGURES = r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>\d{4})"
_ISO = r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"
_ISSUED = r"(?:(?:published|date|issued|released|release date)(?:\s+on)?\s*:?\s+)?"
_DATES = tuple(
    re.compile(rf"\W*{_ISSUED}{_DAY_NAMES}{form}\W*", re.IGNORECASE)
    for form in (_WRITTEN, _FIGURES, _ISO)
)
_EMBARGO = re.compile(
    r"\W*(?:(?:strictly|under)\s+)*embargo(?:ed)?\b(?:\s*:|.*\b(?:until|till|before|\d+)).*"
    r"|\W*not for (?:publication|release|broadcast)\b.*\b(?:before|until)\b.*",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"\W*(?:our\s+)?(?:ref(?:erence)?|(?:press|news|media)\s+(?:release|notice)|PR)\b\.?"
    r"\s*(?:ref(?:erence)?|no|number)?\b\.?"
    r"(?:\s*:\s*(?=.*\d)|\s*(?=\S*\d\S*$))(?P<code>[A-Z0-9][\w /.-]{0,30})",
    re.IGNORECASE,
)
_KICKER = re.compile(
    r"\W*(?:(?:press|news|media)\s+(?:release|notice|summary|statement)|for immediate release"
    r"|datganiad i['’]r wasg)\W*",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\W*(?:ends?|m\s?ends|diwedd)\W*|[-*_#=~\s]{3,}", re.IGNORECASE)
_NOTES = re.compile(
    r"\W*(?:(?:background\s+)?notes?(?:\s+(?:to|for)\s+(?:the\s+)?editors?)?"
    r"|editors?['’]?s?\s+notes?|nodiadau(?:\s+i\s+olygyddion)?)\W*",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"\W*(?:get|read|download|view|see)\s+the\s+(?:full\s+)?"
    r"(?:report|review|letter|statement|publication|document)s?\W*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_ANY = re.compile(
    "|".join(
        re.sub(r"\?P<\w+>", "?:", form.pattern)
        for form in (_KICKER, _EMBARGO, _REFERENCE, *_DATES, _ENDS, _NOTES, _POINTER, _ADDRESS)
    ),
    re.IGNORECASE,
)


def is_ends(line: str) -> bool:
    """Tell ENDS, in any dress, or a rule drawn across the page."""
    return _matches(_ENDS, line)


def is_notes_heading(line: str) -> bool:
    """Tell the heading above the notes to editors, in English or Welsh."""
    return _matches(_NOTES, line)


def is_pointer(line: str) -> bool:
    """Tell a line such as "Get the report"; the title of what it points to follows it."""
    return _matches(_POINTER, line)


def is_address(line: str) -> bool:
    """Tell a web address that stands alone."""
    return _matches(_ADDRESS, line)


def is_top_line(line: str) -> bool:
    """Tell a line that belongs above or right below a headline, outside the story."""
    forms = (_KICKER, _EMBARGO, _REFERENCE, *_DATES)
    return any(_matches(form, line) for form in forms)


def is_furniture(line: str) -> bool:
    """Tell any of these lines: each stands on its own, whatever stands next to it."""
    return _matches(_ANY, line)


def date_in(line: str) -> date | None:
    """Read the day a date line names, day first; None when there is no such day."""
    found = next((form.fullmatch(line) for form in _DATES if _matches(form, line)), None)
    if not found:
        return None
    month = found["month"]
    number = int(month) if month.isdecimal() else _month_number(month)
    try:
        return date(int(found["year"]), number, int(found["day"]))
    except ValueError:
        return None


def reference_in(line: str) -> str:
    """Read the number an office gave the release, or nothing."""
    found = _REFERENCE.fullmatch(line) if len(line) <= _LONGEST else None
    return found["code"] if found else ""


def embargo_in(line: str) -> str:
    """Read the words of an embargo line, as written, or nothing."""
    return line.strip(" *_#") if _matches(_EMBARGO, line) else ""


def _matches(form: re.Pattern[str], line: str) -> bool:
    return 2 < len(line) <= _LONGEST and form.fullmatch(line) is not None


def _month_number(name: str) -> int:
    start = name[:3].lower()
    return next(at for at, month in enumerate(_MONTHS, 1) if month.startswith(start))
