"""The words of a search: beginnings of words, quoted phrases; and where they stand in a text."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pressdesk.domain.word_forms import folded

MOST_TERMS = 64  # of a search; the rest of a pasted megabyte finds nothing new
_LONGEST = 4_000  # characters that are looked at; 64 words have fewer
_WORD = re.compile(r"\w+")
_JOINED = re.compile(r"\w+(?:[.'’-]\w+|,\d+)*")  # £1.5m, O'Brien and co-operation are one thing
_QUOTES = str.maketrans("“”„‟«»", '""""""')
_PIECE = re.compile(r'"(?P<phrase>[^"]*)(?P<end>"?)|[^\s"]+')
_PASSAGE = 110  # characters
_LOOKED_AT = 20_000  # characters of a text; more is a pasted document
_LEAD = 30  # characters before the word that matched

Span = tuple[int, int]


@dataclass(frozen=True)
class Term:
    """Words that stand together; of a ``prefix`` the last one is only the beginning of a word."""

    words: tuple[str, ...]
    prefix: bool = True

    def typed(self) -> str:
        """Return the term as it may be typed."""
        words = " ".join(self.words)
        if len(self.words) == 1 and self.prefix:
            return words
        return f'"{words}' if self.prefix else f'"{words}"'


def straightened(typed: str) -> str:
    """Return what was typed with every quotation mark as the straight one, of bounded length."""
    return typed[:_LONGEST].translate(_QUOTES)


def terms_of(typed: str) -> tuple[Term, ...]:
    """Return the terms of what was typed; never raises, whatever it is.

    OR, AND, NOT and NEAR are words like any other. A quoted phrase still open is a beginning, and
    so are words joined without a space.
    """
    found: list[Term] = []
    for piece in _PIECE.finditer(straightened(typed)):
        if piece["phrase"] is None:
            found += [Term(tuple(_WORD.findall(one))) for one in _JOINED.findall(piece[0])]
        elif words := tuple(_WORD.findall(piece["phrase"])):
            found.append(Term(words, prefix=not piece["end"]))
    return tuple(found[:MOST_TERMS])


def spans_in(text: str, terms: Sequence[Term]) -> tuple[Span, ...]:
    """Return where the terms stand in a text, in order and apart."""
    words = [(match.span(), folded(match[0])) for match in _WORD.finditer(text)]
    sought = [(tuple(map(folded, term.words)), term.prefix) for term in terms]
    found = (
        (words[first][0][0], words[first + len(wanted) - 1][0][1])
        for first in range(len(words))
        for wanted, prefix in sought
        if _stands(wanted, prefix, [word for _, word in words[first : first + len(wanted)]])
    )
    return _apart(found)


def passage(text: str, terms: Sequence[Term]) -> str:
    """Return the place around the first term that stands in the text; empty if none does."""
    lines = text[:_LOOKED_AT].splitlines()
    return next(filter(None, (_around(line, terms) for line in lines)), "")


def _around(text: str, terms: Sequence[Term]) -> str:
    spans = spans_in(text, terms)
    if not spans:
        return ""
    if len(text) <= _PASSAGE:
        return text.strip()
    begin = max(0, spans[0][0] - _LEAD)
    if begin:
        begin = text.find(" ", begin, spans[0][0]) + 1 or spans[0][0]
    words = " ".join(text[begin : begin + _PASSAGE].split())
    return f"{'…' if begin else ''}{words}{'…' if begin + _PASSAGE < len(text) else ''}"


def _stands(wanted: Sequence[str], prefix: bool, words: Sequence[str]) -> bool:
    if len(words) < len(wanted) or list(words[:-1]) != list(wanted[:-1]):
        return False
    return words[-1].startswith(wanted[-1]) if prefix else words[-1] == wanted[-1]


def _apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Join the spans that overlap."""
    kept: list[Span] = []
    for begin, end in sorted(spans):
        if kept and begin < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((begin, end))
    return tuple(kept)
