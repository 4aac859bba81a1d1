"""Lines of a release that are furniture: embargoes, references, ENDS, headings of notes.

Days stand in ``days``. English and Welsh throughout; Arabic and Urdu for ENDS and the notes.
"""

import re

from pressdesk.intake.release_text.days import DAY_LINE, DAY_NAMED

_LONGEST = 200
MARKED = r"\[(?P<words>[^\[\]]{1,300})\]\((?P<url>[^\s()]{1,500})\)"
LINKED = re.compile(MARKED)
"""A link as Markdown writes it, which the readers of files write too."""
_WHAT = r"(?:press|news|media)\s+(?:release|notice|summary|statement)"
_TIME = r"(?:\s*(?:at\s+)?\d{1,2}[:.]\d{2}\s?(?:[ap]m|hrs)?)?"
_EMBARGO = re.compile(
    r"\W*(?:(?:strict(?:ly)?|under|dan)\s+)*embargo(?:ed)?\b"
    r"(?:\W*|\s*:.*|.*\b(?:until|till?|before|hyd|tan|\d+)\b.*)"
    r"|\W*(?:strictly\s+)?not\s+(?:for|to\s+be)\s+(?:\w+\s+(?:or|and)\s+)?"
    r"(?:publication|publi(?:sh|c)\w*|release[d]?|broadcast|use[d]?)\b.*\b(?:before|until)\b.*"
    r"|\W*(?:hold\s+)?for\s+(?:release|publication|broadcast)\s+(?:at|on|until|after)\b.*\d.*"
    r"|\W*(?:nid|ddim)\s+i['’]w\s+gyhoeddi\s+(?:cyn|tan)\b.*",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    rf"\W*(?:our\s+)?(?:ref(?:erence)?|{_WHAT}|release|PR|PN|cyf(?:eirnod)?)\b\.?"
    r"\s*(?:ref(?:erence)?|no|number|rhif)?\b\.?"
    r"(?:\s*:\s*(?=.*\d)|\s*(?=\S*\d\S*$))(?P<code>#?[A-Z0-9][\w /.-]{0,30})",
    re.IGNORECASE,
)
_NUMBER_ALONE = re.compile(r"\W*?(?P<code>#\d{1,5}(?:[/-]\d{2,4})?|\d{3}/\d{2,4})\W*")
_CITATION = re.compile(r"(?P<code>\[\d{4}\] (?:UKSC|UKPC|EWCA|EWHC|CSIH|NICA)(?: \w+)? \d+)")
"""The neutral citation of a judgment, which a court's summary goes by."""
_IMMEDIATE = r"(?:for|ar\s+gyfer)\s+immediate\s+(?:release|publication)"
_KICKER = re.compile(
    rf"\W*(?:{_WHAT}(?:\W+{_IMMEDIATE})?|{_IMMEDIATE}|datganiad i['’]r (?:wasg|cyfryngau))"
    rf"\W*(?:{DAY_NAMED}{_TIME})?\W*",
    re.IGNORECASE,
)
_ISSUER = re.compile(
    r"\W*(?:(?:from|issued\s+by|published\s+by|oddi\s+wrth)\s*:\s*\S.{1,150}"
    r"|(?:last\s+)?updated\b:?\s.{0,60}\d{4}.{0,400}"
    r"|date(?:\s+published)?:?"
    r"|(?:(?:news|content|page)\s+type|topics?|categor(?:y|ies)|tags?)\s*:\s*\S.{1,150})",
    re.IGNORECASE,
)
"""Who put a page on the web, when it was changed last, and under what it stands there."""
_ENDS = re.compile(
    rf"\W*(?:ends?|e n d s|m\s?ends|diwedd|(?:the\s+)?end of (?:{_WHAT}|release)|{_WHAT} ends"
    r"|diwedd y datganiad|انتهى|ختم شد)\W*|[-*_#=~\s]{3,}|[-–—]\s?30\s?[-–—]",
    re.IGNORECASE,
)
_READERS = r"(?:the\s+)?(?:\w+\s+)?(?:editors?|journalists|newsdesks?|news\s+desks?|media|press)"
_NOTES = re.compile(
    rf"\W*(?:(?:background\s+)?notes?(?:\s+(?:to|for)\s+{_READERS})?"
    r"|editor(?:['’]?s|s['’])?\s+notes?|information\s+for\s+editors"
    r"|no(?:diadau|dyn)(?:\s+i(?:['’]r)?\s+olygydd(?:ion)?|\s+i['’]r\s+golygydd(?:ion)?)?"
    r"|ملاحظات\s+(?:للمحررين|إلى\s+المحررين)|(?:ایڈیٹرز|ایڈیٹروں|مدیران)\s+کے\s+ل[یئ][ےی]\s+نوٹ\w*)\W*",
    re.IGNORECASE,
)
_BACKGROUND = re.compile(
    r"\W*(?:background(?:\s+(?:information|briefing))?|(?:further|additional|more)\s+information"
    r"|gwybodaeth\s+(?:gefndir|bellach))\W*",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"\W*(?:get|read|download|view|see)\s+the\s+(?:full\s+)?"
    r"(?:report|review|letter|statement|publication|document)s?\W*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_TOP = (_KICKER, _ISSUER, _EMBARGO, _REFERENCE, _NUMBER_ALONE, _CITATION, *DAY_LINE)
_ANY = re.compile(
    "|".join(
        re.sub(r"\?P<\w+>", "?:", form.pattern)
        for form in (*_TOP, _ENDS, _NOTES, _POINTER, _ADDRESS)
    ),
    re.IGNORECASE,
)


def is_ends(line: str) -> bool:
    """Tell ENDS, in any dress, or a rule drawn across the page."""
    return _matches(_ENDS, line)


def is_notes_heading(line: str) -> bool:
    """Tell the heading above the notes to editors."""
    return _matches(_NOTES, line)


def is_background_heading(line: str) -> bool:
    """Tell a heading that, below ENDS, stands above notes; within a story it is a heading."""
    return _matches(_BACKGROUND, line)


def is_pointer(line: str) -> bool:
    """Tell a line such as "Get the report", which points to the title below it."""
    return _matches(_POINTER, line)


def is_address(line: str) -> bool:
    """Tell a web address that stands alone."""
    return _matches(_ADDRESS, line)


def is_kicker(line: str) -> bool:
    """Tell a line that says no more than "Press release", perhaps with its day."""
    return _matches(_KICKER, line)


def is_top_line(line: str) -> bool:
    """Tell a line that belongs above or right below a headline, outside the story."""
    return any(_matches(form, line) for form in _TOP)


def is_furniture(line: str) -> bool:
    """Tell any of these lines: each stands on its own, whatever stands next to it."""
    return _matches(_ANY, line)


def reference_in(line: str) -> str:
    """Read the number an office or a court gave the release, or nothing."""
    forms = (_NUMBER_ALONE, _CITATION, _REFERENCE) if len(line) <= _LONGEST else ()
    found = next((found for form in forms if (found := form.fullmatch(line))), None)
    return found["code"] if found else ""


def citation_in(headline: str) -> str:
    """Read the neutral citation at the end of a court's headline, or nothing."""
    found = _CITATION.search(headline)
    return found["code"] if found else ""


def embargo_in(line: str) -> str:
    """Read the words of an embargo line, as written, or nothing."""
    return line.strip(" *_#") if _matches(_EMBARGO, line) else ""


def is_unfinished_embargo(line: str) -> bool:
    """Tell an embargo line of which the time stands in the line below."""
    return bool(embargo_in(line)) and not re.search(r"\d|noon|midnight", line)


def _matches(form: re.Pattern[str], line: str) -> bool:
    return 2 < len(line) <= _LONGEST and form.fullmatch(line) is not None
