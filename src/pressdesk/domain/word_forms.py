"""Words as they are compared: cut into tokens, and down to what their endings share."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(r"[^\W_]+")
_ACCENTED = re.compile("[\u00c0-\u024f\u1e00-\u1eff\u0300-\u036f]")
_ACCENT = re.compile("[\u0300-\u036f]")
_PLURAL = (
    (re.compile(r"ie[sd]$"), "y"),
    (re.compile(r"(?<=[sxz])es$|(?<=[cs]h)es$"), ""),
    (re.compile(r"(?<![sui])s$"), ""),
)
_ENDING = re.compile(r"(?:ing|ed|er|e)$")
_Y = re.compile(r"(?<=[^aeiou])y$")
_DOUBLED = re.compile(r"([bdgmnprt])\1$")
_WHOLE = frozenset(
    (
        *("banner", "easter", "evening", "fare", "former", "here", "layer", "letter", "litter"),
        *("manner", "none", "note", "offer", "plane", "poster", "railing", "shoulder", "site"),
        *("suite", "summer", "tape", "tender", "theme", "time", "training"),
    )
)  # taken for an ending, their last letters would leave another word: plan, far, off
_CARE = frozenset(("care", "cared", "carer", "caring"))  # and not a car
_APOSTROPHE = frozenset("'’")
_LEAST = 3  # letters that must be left of a word
_STEMS_KEPT = 100_000  # of the words met lately: more than a library has


class Word(NamedTuple):
    """A word of a text: its stem, and where it begins and ends."""

    stem: str
    begin: int
    end: int


def folded(text: str) -> str:
    """Return a text without case, accents and the possessive 's."""
    if _ACCENTED.search(text):
        text = _ACCENT.sub("", unicodedata.normalize("NFD", text))
    return text.casefold().replace("’", "'").replace("'s ", " ")


def tokens(text: str) -> list[str]:
    """Return the words and figures of a text, folded; hyphens, commas and points part them."""
    return _TOKEN.findall(folded(text))


def words_of(text: str) -> Iterator[Word]:
    """Yield the words and figures of a text where they stand, as :func:`tokens` parts them."""
    for match in _TOKEN.finditer(text):
        begin, end = match.span()
        possessive = (
            end - begin == 1 and match[0] in "sS" and text[begin - 1 : begin] in _APOSTROPHE
        )
        if not possessive:
            yield Word(_stem_as_written(match[0]), begin, end)


@lru_cache(_STEMS_KEPT)
def _stem_as_written(token: str) -> str:
    return stem(folded(token))


@lru_cache(_STEMS_KEPT)
def stem(word: str) -> str:
    """Return what a word shares with its plural, its -ing, -ed and -er.

    Policies and policy are ``polici``, police is ``polic``.
    """
    if not word.isalpha() or len(word) <= _LEAST:
        return word
    for ending, instead in _PLURAL:
        if ending.search(word):
            word = ending.sub(instead, word)
            break
    if word in _WHOLE:
        return word
    if word in _CARE:
        return "care"
    rest = _ENDING.sub("", word)
    if rest != word and len(rest) >= _LEAST:
        return rest[:-1] if len(rest) > _LEAST and _DOUBLED.search(rest) else rest
    return _Y.sub("i", word)


def plurals(word: str) -> tuple[str, ...]:
    """Return a word with its plural or singular, as an index without stems holds them."""
    if not word.isalpha() or len(word) <= _LEAST:
        return (word, f"{word}s") if word.isalpha() else (word,)
    other = f"{word[:-1]}ies" if _Y.search(word) else f"{word}s"
    if word.endswith("ies"):
        other = f"{word[:-3]}y"
    elif word.endswith("s"):
        other = word[:-1]
    return (word, other)
