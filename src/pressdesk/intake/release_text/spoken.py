"""Paragraphs that quote someone and say whose words they are: ``“Yes,” said Ann Lee. “Soon.”``."""

import re
from dataclasses import dataclass

from pressdesk.intake.release_text.names import name_and_role
from pressdesk.intake.release_text.speakers import PRONOUN, SAYS

_STRAIGHT = re.compile(r'(?P<opens>(?:^|(?<=[\s(\[—–-]))")|"')
_SINGLE_CLOSES = re.compile(r"(?<=[,.?!…])[’'](?=\s|$)")
_SINGLE_OPENS = re.compile(r"(?:^|(?<=\s))[‘'](?=\w)")
_SAYS = rf"(?:{SAYS}|meddai|ychwanegodd)(?:['’]r)?"
_ATTRIBUTED = re.compile(
    rf"”(?P<comma>,?)\s+(?:{_SAYS}\s+(?P<after>[^“”]{{2,200}}?)"
    r"(?=[.:;,]*\s+“|\.(?:\s|$)|\s*$|,\s+[a-z]+ing\b)"
    rf"|(?P<before>[^.:;“”]{{2,120}}?),?\s+(?:also\s+)?{_SAYS}\b)"
)
_PRONOUN = re.compile(r"(?:he|she|they)\b", re.IGNORECASE)
_WHEN = re.compile(r"\s+(?:on \w+day|yesterday|today|tonight|last \w+|this \w+)\b.*$")
_LEAST = 0.5
"""The share of such a paragraph that is someone's words; of any other it is the story's own."""
_VERB = 8  # letters, with the spaces around it
_LONGEST_NAME = 16  # words, with the role


@dataclass(frozen=True)
class Spoken:
    """A paragraph without its outer marks, who said it, and whether the quotation goes on."""

    item: str
    speaker: str
    role: str
    goes_on: bool


def spoken(text: str) -> Spoken | None:
    """Read a paragraph that begins with someone's words and then says whose; or None."""
    words = _curly(text)
    close = _first_close(words)
    found = _ATTRIBUTED.match(words, close) if close > 0 else None
    if found is None:
        return None
    told = _WHEN.sub("", found["after"] or found["before"])
    is_parted = bool(found["after"] or found["comma"]) or words[close - 1] in ",.?!…"
    if not is_parted or len(told.split()) > _LONGEST_NAME:
        return None
    speaker, role = (PRONOUN, "") if _PRONOUN.match(told) else name_and_role(told)
    if not is_mostly_quoted(words, len(speaker) + len(role) + _VERB):
        return None
    name = speaker[:1].upper() + speaker[1:] if speaker != PRONOUN else speaker
    return Spoken(without_outer_marks(words), name, role, words.count("“") > words.count("”"))


def is_mostly_quoted(words: str, attribution: int = 0) -> bool:
    """Tell whether at least half of a paragraph stands between quotation marks.

    ``attribution`` is how many letters say whose words they are, which count for neither.
    """
    inside = re.findall(r"“[^”]*", _curly(words))
    return sum(map(len, inside)) >= (len(words) - attribution) * _LEAST


def without_outer_marks(words: str) -> str:
    """Take off the mark that opens a paragraph, and the one that ends it."""
    inner = _curly(words)
    return inner[1 : -1 if inner[-1] == "”" else None]


def _curly(text: str) -> str:
    """Write the marks as printers do; single ones only where a quotation begins with one."""
    if text[:1] in "‘'":
        text = _SINGLE_OPENS.sub("“", _SINGLE_CLOSES.sub("”", text))
    return _STRAIGHT.sub(lambda found: "“" if found["opens"] is not None else "”", text)


def _first_close(words: str) -> int:
    """Tell where the quotation that begins a text is closed; -1 when it begins with none."""
    depth = 0
    for mark in re.finditer("[“”]", words) if words[:1] == "“" else ():
        depth += 1 if mark[0] == "“" else -1
        if not depth:
            return mark.start()
    return -1
