"""How much a text bears on a question, and by which words: every point can be told.

A question is read as concepts. Each has forms: the word itself, what stands for it, and what was
likely meant when it is misspelt. Rare forms weigh more, what stands for a word less. Words are
compared by their stems. The numbers below were chosen on questions under ``tests/acceptance``.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from pressdesk.domain.passages import Mark, Passage, Place, passage_of
from pressdesk.domain.synonyms import Phrase, stems_of
from pressdesk.domain.word_forms import words_of

READ = 3000
"""Words of a text that are weighed; long tables after them say little about what it is about."""

_HEADLINE = 1.5  # added for a form in the headline, as a share of its weight
_OPENING = 1.0  # added for a form in the opening, where a press release says what it is about
_OPENING_WORDS = 90
_PAIR = 0.8  # added for two neighbours of the question that stand together, of the lighter one
_NEAR = 2  # words between which two count as standing together
_SATURATED = 3.0  # BM25's k1: how soon one more occurrence stops to count
_LENGTH = 0.6  # BM25's b: how much a long release is held back
_USUAL_LENGTH = 550.0  # words
_SHARE = 0.7  # how much answering the whole question counts against one word said often
_LINKED = 1.5  # of the whole question, for one like it that the text was linked to; twice for three
_FLOOR = 0.28  # share of a question below which a release only happens to hold a word of it
_OFTEN = 2  # like questions it was linked to, from which on a text is worth telling by that alone
_TRAILING = 0.15  # of the best score; what is below it would only fill the list
_STRONG = 0.55  # share of a question from which on a release answers it


class Strength(StrEnum):
    """Whether a text answers most of what was asked, or only touches it."""

    STRONG = "strong"
    WEAK = "weak"


@dataclass(frozen=True)
class Form:
    """A word or phrase that speaks of a concept; ``told`` explains it, as “lorry = haulier”."""

    words: Phrase
    weight: float
    told: str

    @cached_property
    def stems(self) -> Phrase:
        """Return how it is compared."""
        return stems_of(self.words)

    @property
    def stands_in(self) -> bool:
        """Say whether it is another word than the question's own."""
        return " = " in self.told


@dataclass(frozen=True)
class Concept:
    """One telling word of a question; ``weight`` is what a text gets for the word itself."""

    said: str
    weight: float
    forms: tuple[Form, ...]


@dataclass(frozen=True)
class Bearing:
    """What a text is worth to a question.

    ``share`` is the part of it that is met, 0 to 1; ``linked`` the number of like questions that
    the text was linked to before.
    """

    score: float
    share: float
    matched: tuple[str, ...]
    linked: int = 0

    @property
    def strength(self) -> Strength:
        """Return whether most of the question is met."""
        return Strength.STRONG if self.share >= _STRONG else Strength.WEAK


class _Hit(NamedTuple):
    concept: int
    place: int
    form: Form


class _Met(NamedTuple):
    """A concept in a text: its best form, and every place where one of its forms stands."""

    form: Form
    places: list[int]


class Asked:
    """A question made ready to be held against many texts."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        self._whole = sum(concept.weight for concept in concepts) or 1.0
        self._by_first: dict[str, list[tuple[int, Form]]] = defaultdict(list)
        for number, concept in enumerate(concepts):
            for form in concept.forms:
                self._by_first[form.stems[0]].append((number, form))

    def weigh(self, headline: Sequence[str], text: Sequence[str], linked: int = 0) -> Bearing:
        """Return what a text is worth to the question; both are given by their stems.

        ``linked`` is the number of like questions that the text was linked to before.
        """
        met, titled = self._met(text), self._met(headline)
        for number in titled.keys() - met.keys():
            met[number] = titled[number]
        share = sum(one.form.weight for one in met.values()) / self._whole
        told = (
            _said(met, len(text))
            + _HEADLINE * sum(one.form.weight for one in titled.values())
            + _OPENING * _opening(met)
            + _PAIR * _pairs(met)
        )
        by = dict.fromkeys(met[number].form.told for number in sorted(met))
        learned = _LINKED * self._whole * math.log2(1 + linked)
        return Bearing(told * share**_SHARE + learned, share, tuple(by), linked)

    def passage(self, places: Iterable[Place]) -> Passage:
        """Return what a text says about the question, with the words that matched."""
        return passage_of(places, self.marks)

    def marks(self, text: str) -> list[Mark]:
        """Return where in a text the question is spoken of."""
        words = tuple(words_of(text))
        hits = self._hits([word.stem for word in words])
        return [
            Mark(number, form.weight, words[at].begin, words[at + len(form.stems) - 1].end)
            for number, at, form in hits
        ]

    def _met(self, stems: Sequence[str]) -> dict[int, _Met]:
        met: dict[int, _Met] = {}
        for number, place, form in self._hits(stems):
            known = met.get(number)
            if known is None:
                met[number] = _Met(form, [place])
                continue
            known.places.append(place)
            if form.weight > known.form.weight:
                met[number] = _Met(form, known.places)
        return met

    def _hits(self, stems: Sequence[str]) -> Iterator[_Hit]:
        wanted = self._by_first
        for place in [place for place, word in enumerate(stems) if word in wanted]:
            for number, form in wanted[stems[place]]:
                length = len(form.stems)
                if length == 1 or tuple(stems[place : place + length]) == form.stems:
                    yield _Hit(number, place, form)


def _said(met: Mapping[int, _Met], length: int) -> float:
    """Return what the words weigh by how often they are said, as BM25 reckons it."""
    longer = _SATURATED * (1 - _LENGTH + _LENGTH * length / _USUAL_LENGTH)
    return sum(
        form.weight * (_SATURATED + 1) * len(places) / (len(places) + longer)
        for form, places in met.values()
    )


def _opening(met: Mapping[int, _Met]) -> float:
    return sum(form.weight for form, places in met.values() if places[0] < _OPENING_WORDS)


def _pairs(met: Mapping[int, _Met]) -> float:
    """Return the weight of neighbours in the question that stand together in the text."""
    return sum(
        min(met[one].form.weight, met[one + 1].form.weight)
        for one in met
        if one + 1 in met and _together(met[one].places, met[one + 1].places)
    )


def _together(ones: Sequence[int], others: Sequence[int]) -> bool:
    near = {place + step for place in others for step in range(-_NEAR, _NEAR + 1) if step}
    return not near.isdisjoint(ones)


def worth_telling(bearings: Mapping[int, Bearing]) -> list[int]:
    """Return the keys of what is worth suggesting, best first, newest of equals; maybe none.

    The measure is the question itself and the best text, so it holds in any library.
    """
    best = max((bearing.score for bearing in bearings.values()), default=0.0)
    worth = [
        key
        for key, bearing in bearings.items()
        if (bearing.share >= _FLOOR or bearing.linked >= _OFTEN)
        and bearing.score >= _TRAILING * best
    ]
    return sorted(worth, key=lambda key: (-bearings[key].score, -key))
