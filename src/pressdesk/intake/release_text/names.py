"""Names of people and what they are, read out of the words that tell who speaks."""

import re
from collections.abc import Sequence
from itertools import takewhile

from pressdesk.intake.release_text.name_parts import (
    name_at_end,
    name_before_office,
    name_in,
    naming_start,
    tells_office,
)

_LONGEST_ROLE = 13  # words
_PARTS = re.compile(r",\s+|\s+[-–—]\s+")
_MARKS = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)|\*\*|__")
_JOINED = re.compile(r"^(?:And|But|So|Then|Meanwhile|Yesterday|Today),?\s+")
_ARTICLE = re.compile(r"^(?:(?:whose|the|an?)\s+)+", re.IGNORECASE)
_NO_ROLE = re.compile(
    r"^(?:They|He|She|It|This|There|We|As|Another)\b|^The$|\b(?:has|have|had|is|are|was|were|been)\b"
)
_NO_ACT = r"(?!Hous|Polic|Plann|Farm|Licens|Train|Nurs|Manag|Market|Engineer|Act|Sentenc|Learn)"
_ACT = re.compile(
    rf"(?:{_NO_ACT}[A-Z]\w+ing|Also|On|In|At|For|With|While|During|After|Following|From|Now|Last"
    r"|As|To|Under|Before|Earlier|When|Asked|Alongside)\b"
)
"""What opens a sentence before the one who speaks: “Launching the plan”, “On Monday”."""
_ASIDE = re.compile(
    r"(?:who|whose|which|that|where|when|in|at|on|after|before|during|as|to|with|both|while"
    r"|following|acting on|(?!manag|market|acting|incom|outgo|lead|housing)[a-z]+ing)\b"
)
"""What stands behind a name and is no role: “who seconded the motion”."""
_ACT_FIRST = re.compile(rf"^(?:{_ACT.pattern}|(?!whose){_ASIDE.pattern})")


def name_and_role(phrase: str) -> tuple[str, str]:
    """Read both from "HM Inspector Ann Lee", "Ann Lee, Chair of X" or "Chair of X, Ann Lee".

    Where nobody is named the name is what stands for one: "A spokesperson for Oak House Trust".
    """
    parts = _parts(phrase)
    if not parts:
        return "", ""
    named = _named(parts)
    named = named if named[0] else person_at_start(phrase)
    if named[0]:
        return named
    if _ACT.match(parts[0]) and len(parts) > 1 and naming_start(parts[-1]) == parts[-1]:
        return parts[-1], ""
    return ", ".join(takewhile(lambda part: not _ASIDE.match(part), parts)), ""


def person_at_start(sentence: str) -> tuple[str, str]:
    """Read the person whom a sentence begins with: "Mr Ray welcomed the plan"; or nobody."""
    whole: list[str] = []
    parts = _parts(sentence)
    for at, part in enumerate(parts):
        prefix = naming_start(part)
        if prefix == part and at + 1 < len(parts) and _ACT.match(part):
            continue
        closed = at + 1 < len(parts) and len(part.split()) <= _LONGEST_ROLE
        if prefix == part or (whole and closed and re.match(r"(?:an?|the)\s", part)):
            whole.append(part)
            continue
        found = _named([*whole, prefix] if prefix else whole) if whole or prefix else ("", "")
        if found[0]:
            return found
        whole = []
    return _named(whole) if whole else ("", "")


def person_at_end(sentence: str) -> tuple[str, str]:
    """Read the person whom a sentence ends with: "backed by TV presenter Ann Lee"; or nobody."""
    parts = _parts(sentence.rstrip("."))
    return (name_at_end(parts[-1].split()).name if parts else ""), ""


def person_alone(line: str) -> tuple[str, str]:
    """Read a line that says no more than who someone is: "Ann Lee, Chair of X"; or nobody."""
    parts = _parts(line)
    fits = 0 < len(parts) <= 4 and naming_start(parts[0]) == parts[0] and not _ACT.match(parts[0])
    return _named(parts) if fits and name_in(parts[0]).name else ("", "")


def is_only_naming(phrase: str) -> bool:
    """Tell whether a phrase has no word but of names and roles: “Chair of the Board, Ann Lee”."""
    return all(naming_start(part) == part for part in _parts(phrase))


def _parts(phrase: str) -> list[str]:
    words = _JOINED.sub("", " ".join(_MARKS.sub(r"\1", phrase).split())).rstrip(" -–—")
    return [part.strip() for part in _PARTS.split(words) if part.strip()]


def _named(parts: Sequence[str]) -> tuple[str, str]:
    """Find the one who is surest named, and the role before the name or in the parts behind it."""
    acts = _ACT.match(parts[0]) is not None
    found = {at: one for at, part in enumerate(parts) if (one := name_in(part)).name}
    found = found or {
        at: one for at, part in enumerate(parts) if (one := name_before_office(part)).name
    }
    if not found:
        return "", ""
    at = max(found, key=lambda place: (found[place].sure, place if acts else -place))
    before = [part for part in parts[:at] if (_is_office(part) if acts else _may_be_role(part))]
    behind = takewhile(_goes_on_about, parts[at + 1 :])
    own = found[at].role if _may_be_role(found[at].role) else ""
    role = ", ".join(_ARTICLE.sub("", part) for part in (*before, own) if part)
    whole = ", ".join(filter(None, (role, *behind))).replace(", of ", " of ")
    return found[at].name, _ARTICLE.sub("", whole)


def _goes_on_about(part: str) -> bool:
    return not (_ASIDE.match(part) or _NO_ROLE.search(part))


def _may_be_role(part: str) -> bool:
    fits = len(part.split()) <= _LONGEST_ROLE
    return fits and not any(form.search(part) for form in (_ACT_FIRST, _NO_ROLE))


def _is_office(part: str) -> bool:
    return _may_be_role(part) and naming_start(part) == part and tells_office(part)
