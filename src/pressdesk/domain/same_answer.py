"""The same answer twice: what in an answer differs from a release or from what was said before.

Rules only. A figure, percentage or date of the answer that a source does not have is marked when
a sentence of the source speaks of the same and has another one there; a name, when the source
has one that is a slip or two away.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pressdesk.domain.figures import Kind, Token, tokens
from pressdesk.domain.misspelt import likely_meant
from pressdesk.domain.telling_words import telling_words
from pressdesk.domain.word_forms import stem

LEAST_SHARED = 2  # telling words that two sentences must share to speak of the same
LEAST_SHARE = 0.3  # of the shorter sentence
MOST_MARKS = 12
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]*)*[.!?]*")


@dataclass(frozen=True)
class Source:
    """Words that stand: a linked release or an earlier answer. ``name`` says which."""

    name: str
    words: str


@dataclass(frozen=True)
class Mark:
    """One difference, both versions side by side, and why it is thought to be one."""

    kind: Kind
    ours: str
    theirs: str
    our_sentence: str
    their_sentence: str
    source: str
    why: str


@dataclass(frozen=True)
class _Sentence:
    words: str
    spoken: dict[str, str]  # its telling words by their stems
    tokens: tuple[Token, ...]

    @property
    def about(self) -> frozenset[str]:
        return frozenset(self.spoken)


def differences(answer: str, sources: Iterable[Source]) -> tuple[Mark, ...]:
    """Return what in an answer differs from each source, in the order of the answer."""
    ours = _sentences(answer)
    marks = [mark for source in sources for mark in _from_source(ours, source)]
    return tuple(dict.fromkeys(marks))[:MOST_MARKS]


def _from_source(ours: Sequence[_Sentence], source: Source) -> list[Mark]:
    theirs = _sentences(source.words)
    known = {(token.kind, token.value) for one in theirs for token in one.tokens}
    said = {(token.kind, token.value) for one in ours for token in one.tokens}
    marks = []
    for sentence in ours:
        for token in sentence.tokens:
            if (token.kind, token.value) in known:
                continue
            if token.kind is Kind.NAME:
                mark = _name(token, sentence, theirs, source)
            else:
                mark = _figure(token, sentence, theirs, (source, said))
            marks += [mark] if mark else []
    return marks


def _figure(
    token: Token,
    ours: _Sentence,
    theirs: Sequence[_Sentence],
    against: tuple[Source, set[tuple[Kind, str]]],
) -> Mark | None:
    """Return the mark of a figure: the sentence that shares most words has another one."""
    source, said = against
    found = [
        (len(shared), one, others)
        for one in theirs
        if _bears(shared := ours.about & one.about, ours, one)
        and (others := [o for o in one.tokens if o.kind is token.kind and _key(o) not in said])
    ]
    if not found:
        return None
    _count, sentence, others = max(found, key=lambda row: row[0])
    alike = sorted(ours.spoken[one] for one in ours.about & sentence.about)
    why = f"Both speak of {', '.join(f'“{word}”' for word in alike[:4])}"
    return _mark(token, others[0], (ours, sentence), source, why)


def _name(
    token: Token, ours: _Sentence, theirs: Sequence[_Sentence], source: Source
) -> Mark | None:
    names = {other.value: (other, one) for one in theirs for other in one.tokens if _is_name(other)}
    if re.search(rf"\b{re.escape(token.said)}\b", source.words, re.IGNORECASE):
        return None
    meant = likely_meant(token.value, [(value, 1) for value in names])
    if not meant or stem(meant) == stem(token.value):
        return None
    other, sentence = names[meant]
    return _mark(token, other, (ours, sentence), source, "The names are a slip apart")


def _mark(
    token: Token, other: Token, sentences: tuple[_Sentence, _Sentence], source: Source, why: str
) -> Mark:
    ours, theirs = sentences
    return Mark(token.kind, token.said, other.said, ours.words, theirs.words, source.name, why)


def _bears(shared: frozenset[str], ours: _Sentence, theirs: _Sentence) -> bool:
    shorter = min(len(ours.about), len(theirs.about)) or 1
    return len(shared) >= LEAST_SHARED and len(shared) / shorter >= LEAST_SHARE


def _sentences(text: str) -> tuple[_Sentence, ...]:
    every = tuple(tokens(text))
    return tuple(
        _Sentence(
            match[0].strip(),
            _spoken(match[0]),
            tuple(token for token in every if match.start() <= token.begin < match.end()),
        )
        for match in _SENTENCE.finditer(text)
        if match[0].strip()
    )


def _spoken(words: str) -> dict[str, str]:
    found = (word.casefold() for word in telling_words(words) if word[0].isalpha())
    return {stem(word): word for word in found}


def _is_name(token: Token) -> bool:
    return token.kind is Kind.NAME


def _key(token: Token) -> tuple[Kind, str]:
    return token.kind, token.value
