"""Words as they are compared: cut into tokens, and down to what their endings share."""

import re
import unicodedata

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
_LEAST = 3  # letters that must be left of a word


def folded(text: str) -> str:
    """Return a text without case, accents and the possessive 's."""
    if _ACCENTED.search(text):
        text = _ACCENT.sub("", unicodedata.normalize("NFD", text))
    return text.casefold().replace("’", "'").replace("'s ", " ")


def tokens(text: str) -> list[str]:
    """Return the words and figures of a text, folded; hyphens, commas and points part them."""
    return _TOKEN.findall(folded(text))


def stem(word: str) -> str:
    """Return what a word shares with its plural, its -ing, -ed and -er.

    All but the last letter is always a beginning of the word, so that the words of one stem
    stand together in a sorted list: policies and policy are ``polici``, police is ``polic``.
    """
    if not word.isalpha() or len(word) <= _LEAST:
        return word
    for ending, instead in _PLURAL:
        if ending.search(word):
            word = ending.sub(instead, word)
            break
    rest = _ENDING.sub("", word)
    if rest != word and len(rest) >= _LEAST:
        return rest[:-1] if len(rest) > _LEAST and _DOUBLED.search(rest) else rest
    return _Y.sub("i", word)
