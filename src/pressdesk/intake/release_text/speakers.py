"""Who said it: read from the words that announce a quote, or stand amid or behind it."""

import re
from collections.abc import Callable, Iterable

from pressdesk.intake.release_text.name_parts import tells_office
from pressdesk.intake.release_text.names import (
    is_only_naming,
    name_and_role,
    person_alone,
    person_at_end,
    person_at_start,
)

SAYS = (
    r"said|says|say|added|adds|commented|comments|explained|explains|continued|concluded|stated"
    r"|states|responded|responds|wrote|told|tells|warned|warns|replied|remarked|argued|argues"
    r"|agreed|insisted|insists|claimed|claims|observed|noted|stressed|urged|declared|announced"
)
"""Verbs that make what stands beside them someone's words."""
_SPEAKS = re.compile(
    rf",?\s+(?:also\s+|then\s+|will\s+|went\s+on\s+to\s+)?(?:{SAYS})\b"
    r"(?:[^.:;]{0,60}[:;,]?|[.])$"
    r"|\s+نے\s+(?:[^.:;]{0,60}\s)?کہا\b[^.:;]{0,20}[:؛]?$"
)
_VERB_LAST = re.compile(rf"\s(?:{SAYS}),?$")
_SPEAKS_FIRST = re.compile(
    r"^(?:Meddai|Dywedodd|Ychwanegodd|Said)(?:['’]r)?\s+|^(?:و?قالت?|و?أضافت?|و?صرحت?)\s+|\s*:$"
)
_BY = re.compile(r"\b(?:(?:statement|message|letter|article|speech)s? (?:by|from)|words of) (.+):$")
_SENTENCE_END = re.compile(r"(?<=[a-z0-9)\"”'’])[.!?][\"”'’]?\s+(?=[A-Z])")
_PRONOUN = re.compile(r"(?:.*\s)?(?:he|she|they)", re.IGNORECASE | re.DOTALL)
_PRONOUN_FIRST = re.compile(r"(?:And |But )?(?:He|She)\b")
_SAYS_BELOW = re.compile(rf"(?:{SAYS}|meddai)(?:['’]r)?\s+", re.IGNORECASE)
_LONGEST = 400
_LONGEST_LINE = 120
_SHORT = 12  # words
PRONOUN = "he"
"""The speaker where only "he", "she" or "they" is said: the one of whom was spoken before."""


def announces_speech(text: str) -> bool:
    """Tell whether a quote may follow: "Jane Lee said", or a line that ends with a colon."""
    ending = text[-_LONGEST:].rstrip()
    return ending.endswith((":", ";")) or _SPEAKS.search(ending) is not None


def speaker_and_role(lead_in: str) -> tuple[str, str]:
    """Read name and role from "HM Inspector Ann Lee said:"; a body may be a speaker.

    The name is ``PRONOUN`` for "She said:". Both are empty when nobody is named.
    """
    sentence = _sentences(lead_in)[-1]
    if _PRONOUN_FIRST.match(sentence):
        return PRONOUN, ""
    found = _SPEAKS.search(sentence)
    subject = sentence[: found.start()] if found else _SPEAKS_FIRST.sub("", sentence)
    subject = subject.removesuffix(" and").rstrip(",")
    if not found:
        return _without_verb(sentence, _SPEAKS_FIRST.sub("", subject))
    if _PRONOUN.fullmatch(subject):
        return PRONOUN, ""
    return name_and_role(_SPEAKS_FIRST.sub("", subject))


def speaker_before(texts: Iterable[str], is_common: Callable[[str], bool]) -> tuple[str, str]:
    """Read of whom these paragraphs, the nearest first, spoke last: whom "he" and "she" mean.

    ``is_common`` tells a word that the release also writes small: no name is made of such alone.
    """
    for at, text in enumerate(texts):
        for sentence in reversed(_sentences(text)):
            name, role = person_at_start(sentence)
            if not name and at == 0 and sentence:
                name, role = person_at_end(sentence)
            if name and (role or not all(map(is_common, name.split()))):
                return name, role
    return "", ""


def earlier_sentences(lead_in: str) -> str:
    """Give what stands in an announcement before its last sentence."""
    last = _sentences(lead_in)[-1]
    return lead_in[: lead_in.rindex(last)] if last else ""


def attribution_line(text: str, *, dashed: bool = False) -> tuple[str, str]:
    """Read a line below a quote that says whose it is: "— Ann Lee, Chair", "said Ann Lee.".

    A name alone is one only behind a dash; without it, a place or a heading looks the same.
    """
    line = text.strip(" *_#")
    if not 3 < len(line) <= _LONGEST_LINE or "\n" in line:
        return "", ""
    if said := _SAYS_BELOW.match(line):
        return name_and_role(line[said.end() :].rstrip("."))
    bare = line.strip("—–-−~ ")
    name, role = person_alone(bare) if bare and bare[-1] not in ".:;?!" else ("", "")
    return (name, role) if tells_office(role) or dashed or bare != line else ("", "")


def ends_with_verb(text: str) -> bool:
    """Tell whether an announcement breaks off right behind its verb: "Ann Lee said"."""
    return _VERB_LAST.search(text) is not None


def _without_verb(sentence: str, subject: str) -> tuple[str, str]:
    """Read an announcement that ends with a colon: a name, or a sentence about someone."""
    if subject == sentence:
        return "", ""
    if by := _BY.search(sentence):
        return name_and_role(by[1])
    if subject != sentence.rstrip(": ") or is_only_naming(subject):
        return name_and_role(subject)  # the verb stood first, or there is none
    first, *others = subject.split(", ")
    if others and person_alone(first)[0] and len(subject.split()) <= _SHORT:
        return name_and_role(subject)
    return person_at_start(subject)


def _sentences(text: str) -> list[str]:
    return _SENTENCE_END.split(text[-_LONGEST:].strip())
