"""A name found in one part of a phrase, between commas, and what is said beside it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from pressdesk.intake.release_text.name_words import (
    AFTER_NAME,
    BODIES,
    JOINS,
    OBJECTS,
    OFFICES,
    PARTICLES,
    ROLES,
    TITLES,
)

_HONOUR = re.compile(r"[A-Z]{2,5}\.?|Bt\.?|PhD")
_NO_NAME = re.compile(r"['’]s$|s['’]$|-[a-z]")
_PEER = re.compile(r"(?:Lord|Lady|Baroness|Baron|Viscount|Earl) (?!Lieu)\S+(?: \S+)? of \S+")
_BRACKET = re.compile(r"\s*(\([^()]*\))$")


@dataclass(frozen=True)
class Found:
    """A name in a part of a phrase, what is said beside it, and how sure it is a person's."""

    name: str = ""
    role: str = ""
    sure: int = 0


def name_in(part: str) -> Found:
    """Read the name at the end of a part, or at its beginning, and what is said beside it."""
    if peer := _PEER.search(part):
        return Found(peer[0], (part[: peer.start()] + part[peer.end() :]).strip(), 3)
    bracket = _BRACKET.search(part)
    words = part[: bracket.start()].split() if bracket else part.split()
    found = name_at_end(words)
    found = found if found.name else _at_start(words, AFTER_NAME)
    if bracket and found.name:
        return replace(found, role=f"{found.role} {bracket[1]}".strip())
    return found


def name_before_office(part: str) -> Found:
    """Read "Ann Lee Chair of X", where a comma is missing."""
    return _at_start(part.split(), OFFICES)


def name_at_end(words: Sequence[str]) -> Found:
    """Read "HM Inspector Ann Lee KPM": two names, or three when nothing stands before them."""
    end = len(words)
    while end and _HONOUR.fullmatch(words[end - 1]):
        end -= 1
    start = end
    while start and _goes_on(words, start, end):
        start -= 1
    if start or end > 3:
        start = max(start, end - 2 - sum(word in PARTICLES for word in words[start:end]))
    titled = _titles_before(words, start)
    first = start - titled
    before = words[first - 1] if first else ""
    spoken_of = before in OBJECTS and not (titled and before == "The")
    if spoken_of or not _is_person(words[start:end], titled=titled):
        return Found()
    sure = 3 if titled or not before else 2 if _ranks(before) else 1
    return Found(" ".join(words[first:]), " ".join(words[:first]), sure)


def _goes_on(words: Sequence[str], start: int, end: int) -> bool:
    word = words[start - 1]
    return _is_name(word) or (word in PARTICLES and start < end and start > 1)


def _at_start(words: Sequence[str], followers: frozenset[str]) -> Found:
    """Read "Ann Lee of the Boat Trust", "Ann Lee MP Chair of X", "Cllr Lee as its leader"."""
    ranks = sum(1 for _ in takewhile(_ranks, words))
    title = next((at for at, word in enumerate(words) if word in TITLES), ranks)
    start = title + sum(1 for _ in takewhile(TITLES.__contains__, words[title:]))
    end = start + sum(1 for _ in takewhile(_is_name, words[start : start + 3]))
    name = words[start:end]
    end += sum(1 for _ in takewhile(_HONOUR.fullmatch, words[end:]))
    follows = words[end] if end < len(words) else ""
    if follows not in followers or not _is_person(name, titled=start - title):
        return Found()
    behind = re.sub(r"^(?:of|as|from)\s+", "", " ".join(words[end:]))
    before = " ".join(words[:title]) if tells_office(" ".join(words[:title])) else ""
    return Found(" ".join(words[title:end]), ", ".join(filter(None, (before, behind))), 2)


def _ranks(word: str) -> bool:
    return word in ROLES or (word in OFFICES and word not in {"A", "An", "The"})


def _is_person(name: Sequence[str], *, titled: int) -> bool:
    known = bool(name) and not ({name[-1], name[-1].removesuffix("s")} & BODIES)
    return known and len(name) + titled >= 2


def _titles_before(words: Sequence[str], start: int) -> int:
    return sum(1 for _ in takewhile(lambda word: word in TITLES, reversed(words[:start])))


def _is_name(word: str) -> bool:
    fits = word[:1].isupper() and not _NO_NAME.search(word)
    return fits and word not in OFFICES and word not in TITLES


def naming_start(part: str) -> str:
    """Give the words from the start of a part that may say who somebody is."""
    words = part.split()
    count = sum(1 for _ in takewhile(_may_name, words))
    while count and words[count - 1] in JOINS:
        count -= 1
    return " ".join(words[:count])


def _may_name(word: str) -> bool:
    names = word[:1].isupper() or word in JOINS or word in ROLES or word in PARTICLES
    return names or _HONOUR.fullmatch(word) is not None


def tells_office(part: str) -> bool:
    """Tell whether a phrase has a word of an office in it, such as Minister or director."""
    words = set(part.split())
    return bool(words & OFFICES - {"A", "An", "The"} or words & ROLES)
