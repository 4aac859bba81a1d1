"""Who said it: a name and a role, read from the words that announce a quote."""

import re
from collections.abc import Callable

_SPEAKS = re.compile(
    r",?\s+(?:also\s+|then\s+)?(?:said|says|added|adds|commented|comments|explained|explains"
    r"|continued|concluded|stated|responded|wrote)\b[^.:;]{0,60}[:;,]?$"
    r"|\s+نے\s+(?:[^.:;]{0,60}\s)?کہا\b[^.:;]{0,20}[:؛]?$"
)
_SPEAKS_FIRST = re.compile(
    r"^(?:Meddai|Dywedodd|Ychwanegodd|Said)(?:['’]r)?\s+|^(?:و?قالت?|و?أضافت?|و?صرحت?)\s+|\s*:$"
)
_SENTENCE_END = re.compile(r"(?<=[a-z0-9)])[.!?]\s+(?=[A-Z])")
_PRONOUN = re.compile(r"(?:he|she|they)\b", re.IGNORECASE)
_PEER = re.compile(r"(?:^|\s)((?:Lord|Lady|Baroness|Baron|Viscount|Earl)\s+\S+\s+of\s+\S+)$")
_NAME_THEN_ROLE = re.compile(
    r"(?P<name>(?:(?:Sir|Dame|Dr|Cllr) )?[A-Z]\S+ [A-Z]\S+)"
    r" (?P<role>(?:Leader|Chair|Chairman|Chairwoman|Head|Director|Chief Executive) of .+)"
)
_SPOKESPERSON = re.compile(r"\bspokes\w+\s+(?:for|from|of)\b")
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_OPENS_WITH_ACT = re.compile(r"[A-Z]\w+ing\b")
_HONOUR = re.compile(r"[A-Z]{2,5}")
_TITLES = frozenset(
    re.findall(
        r"\S+",
        "Sir Dame Lord Lady Baroness Baron Dr Prof Professor Mr Mrs Ms Miss Mx Cllr Councillor Rev",
    )
)
_OFFICES = frozenset(
    re.findall(
        r"\S+",
        """HM Her His Majesty's Majesty’s Chief Inspector Inspectorate Minister Secretary
        Commissioner Constable Constabulary Officer Director Chair Chairman Chairwoman President
        Spokesperson Spokesman Spokeswoman Superintendent Sergeant Manager Head Leader Adviser
        Police Fire Rescue Service Services Council Association Department Government Authority
        State Executive Lead General Deputy Assistant Area Operations Probation Prisons Justice
        Control Custody Board Committee Crime Office A The An""",
    )
)
_LONGEST = 400


def announces_speech(text: str) -> bool:
    """Tell whether a quote may follow: "Jane Lee said", or a line that ends with a colon."""
    ending = text[-_LONGEST:].rstrip()
    return ending.endswith(":") or _SPEAKS.search(ending) is not None


def is_pronoun(speaker: str) -> bool:
    """Tell whether the speaker is only "he", "she" or "they": the one who spoke before."""
    return _PRONOUN.fullmatch(speaker) is not None


def speaker_and_role(lead_in: str) -> tuple[str, str]:
    """Read name and role from "HM Inspector Ann Lee said:"; a body may be a speaker.

    Both are empty when nobody is named ("The report says:" names the report).
    """
    sentence = _SENTENCE_END.split(lead_in[-_LONGEST:].strip())[-1]
    found = _SPEAKS.search(sentence)
    subject = sentence[: found.start()] if found else _SPEAKS_FIRST.sub("", sentence)
    if not found and (subject == sentence or len(subject.split()) > 12):
        return "", ""
    parts = [part.strip() for part in _SPEAKS_FIRST.sub("", subject).split(",") if part.strip()]
    if len(parts) > 1 and _OPENS_WITH_ACT.match(parts[0]):
        parts = parts[1:]
    return _of_parts(parts) if parts else ("", "")


def _of_parts(parts: list[str]) -> tuple[str, str]:
    """Read name and role in either order: "Ann Lee, Chair of X", "Chair of X, Ann Lee"."""
    first_name, first_role = _name_and_role(parts[0])
    last_name, last_role = _name_and_role(parts[-1])
    if last_name and not last_role and not (first_name and not first_role):
        return last_name, _ARTICLE.sub("", ", ".join(parts[:-1]))
    if first_name:
        role = ", ".join(part for part in (first_role, *parts[1:]) if part)
        return first_name, _ARTICLE.sub("", role.replace(", of ", " of "))
    return ", ".join(parts), ""


def _name_and_role(part: str) -> tuple[str, str]:
    """Read the name at the end of "Chief Constable Ann Lee KPM", and the role before it."""
    if peer := _PEER.search(part):
        return peer[1], part[: peer.start()].strip()
    if _SPOKESPERSON.search(part):
        return "", part
    if named := _NAME_THEN_ROLE.fullmatch(part):
        return named["name"], named["role"]
    words = part.split()
    end = _before(words, len(words), _HONOUR.fullmatch)
    start = _names_start(words, end)
    titled = start > 0 and words[start - 1] in _TITLES
    if end - start + titled < 2:
        return "", part
    start -= titled
    role = " ".join(words[:start])
    return " ".join(words[start:]), "" if _OPENS_WITH_ACT.match(role) else role


def _names_start(words: list[str], end: int) -> int:
    """Tell where the names before ``end`` begin: two, or three when nothing stands before."""
    start = _before(words, end, _is_name)
    return start if start == 0 and end <= 3 else max(start, end - 2)


def _before(words: list[str], end: int, wanted: Callable[[str], object]) -> int:
    while end and wanted(words[end - 1]):
        end -= 1
    return end


def _is_name(word: str) -> bool:
    return word[:1].isupper() and word not in _OFFICES and word not in _TITLES
