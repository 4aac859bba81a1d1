"""How much a release bears on a question, and by which words: every point can be told.

A question is read as concepts. Each has forms: the word itself, its other endings, what stands for
it, and what was likely meant when it is misspelt. Rare forms weigh more, other forms less.
The numbers below were chosen on half of the questions under ``tests/acceptance``.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pressdesk.domain.synonyms import Phrase
from pressdesk.domain.word_forms import tokens

_HEADLINE = 0.3  # added for a form in the headline, as a share of its weight
_OPENING = 1.0  # added for a form in the opening, where a press release says what it is about
_OPENING_WORDS = 90
_PAIR = 0.7  # added for two neighbours of the question that stand together, of the lighter one
_NEAR = 3  # words between which two count as standing together
_SATURATED = 2.0  # BM25's k1: how soon one more occurrence stops to count
_LENGTH = 0.6  # BM25's b: how much a long release is held back
_USUAL_LENGTH = 550.0  # words
_SHARE = 0.7  # how much answering the whole question counts against one word said often
_FLOOR = 0.28  # share of a question below which a release only happens to hold a word of it
_TRAILING = 0.15  # of the best score; what is below it would only fill the list
_READ = 6000  # characters; long lists and tables after them say little about what it is about
_STRONG = 0.55  # share of a question from which on a release answers it
_LONGEST_PASSAGE = 240  # characters


class Strength(StrEnum):
    """Whether a release answers most of what was asked, or only touches it."""

    STRONG = "strong"
    WEAK = "weak"


@dataclass(frozen=True)
class Form:
    """A word or phrase that speaks of a concept; ``told`` explains it, as “lorry = haulier”."""

    words: Phrase
    weight: float
    told: str

    @property
    def stands_in(self) -> bool:
        """Say whether it is another word than the question's own."""
        return " = " in self.told


@dataclass(frozen=True)
class Concept:
    """One telling word of a question; ``weight`` is what a release gets for the word itself."""

    said: str
    weight: float
    forms: tuple[Form, ...]


@dataclass(frozen=True)
class Bearing:
    """What a release is worth to a question. ``share`` is the part of it that is met, 0 to 1."""

    score: float
    share: float
    matched: tuple[str, ...]

    @property
    def strength(self) -> Strength:
        """Return whether most of the question is met."""
        return Strength.STRONG if self.share >= _STRONG else Strength.WEAK


@dataclass(frozen=True)
class _Hit:
    place: int
    form: Form


class Asked:
    """A question made ready to be held against many releases."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        self._concepts = concepts
        self._whole = sum(concept.weight for concept in concepts) or 1.0
        self._by_first: dict[str, list[tuple[int, Form]]] = defaultdict(list)
        for number, concept in enumerate(concepts):
            for form in concept.forms:
                self._by_first[form.words[0]].append((number, form))

    def weigh(self, headline: str, text: str) -> Bearing:
        """Return what a release is worth to the question."""
        words = tokens(text[:_READ])
        found, titled = self._hits(words), self._hits(tokens(headline))
        for number in titled.keys() - found.keys():
            found[number] = titled[number]
        best = {n: max(hits, key=lambda hit: hit.form.weight).form for n, hits in found.items()}
        longer = 1 - _LENGTH + _LENGTH * len(words) / _USUAL_LENGTH
        said = sum(
            form.weight
            * (_SATURATED + 1)
            * (often := len(found[n]))
            / (often + _SATURATED * longer)
            for n, form in best.items()
        )
        head = sum(max(hit.form.weight for hit in hits) for hits in titled.values())
        opening = sum(best[n].weight for n, hits in found.items() if hits[0].place < _OPENING_WORDS)
        share = sum(form.weight for form in best.values()) / self._whole
        together = self._pairs(found)
        told = said + _HEADLINE * head + _OPENING * opening + _PAIR * together
        score = told * share**_SHARE
        told_by = dict.fromkeys(best[number].told for number in sorted(best))
        return Bearing(score, share, tuple(told_by))

    def passage(self, text: str) -> str:
        """Return the paragraph that says most about the question, cut to a few lines."""
        paragraphs = [" ".join(one.split()) for one in re.split(r"\n\s*\n", text) if one.strip()]
        best = max(paragraphs, key=self._said_in, default="")
        if len(best) <= _LONGEST_PASSAGE:
            return best
        return best[: best.rfind(" ", 0, _LONGEST_PASSAGE)] + "…"

    def _said_in(self, text: str) -> float:
        hits = self._hits(tokens(text))
        return sum(max(hit.form.weight for hit in some) for some in hits.values())

    def _hits(self, words: Sequence[str]) -> dict[int, list[_Hit]]:
        found: dict[int, list[_Hit]] = defaultdict(list)
        wanted = self._by_first
        places = [place for place, word in enumerate(words) if word in wanted]
        for place in places:
            for number, form in wanted[words[place]]:
                length = len(form.words)
                if length == 1 or tuple(words[place : place + length]) == form.words:
                    found[number].append(_Hit(place, form))
        return found

    def _pairs(self, found: dict[int, list[_Hit]]) -> float:
        """Return the weight of neighbours in the question that stand together in the release."""
        return sum(
            _together(found[number], found[number + 1]) for number in found if number + 1 in found
        )


def worth_telling(bearings: Mapping[int, Bearing]) -> list[int]:
    """Return the keys of what is worth suggesting, best first, newest of equals; maybe none.

    The measure is the question itself and the best release, so it holds in any library.
    """
    best = max((bearing.score for bearing in bearings.values()), default=0.0)
    worth = [
        key
        for key, bearing in bearings.items()
        if bearing.share >= _FLOOR and bearing.score >= _TRAILING * best
    ]
    return sorted(worth, key=lambda key: (-bearings[key].score, -key))


def _together(ones: Sequence[_Hit], others: Iterable[_Hit]) -> float:
    weights = {
        min(one.form.weight, other.form.weight)
        for other in others
        for one in ones
        if 0 < abs(other.place - one.place) <= _NEAR
    }
    return max(weights, default=0.0)
