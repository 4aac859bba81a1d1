"""A question taken apart into the concepts that releases are held against."""

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pressdesk.domain.bearing import Concept, Form
from pressdesk.domain.synonyms import LONGEST, Phrase, Synonyms, stems_of
from pressdesk.domain.telling_words import telling_words
from pressdesk.domain.word_forms import stem, tokens

MOST_WORDS = 32  # telling ones, of a question; the rest of a pasted page adds nothing
_MOST_SYNONYMS = 12  # of one word
_SYNONYM = 0.75
_MEANT = 0.7
_CEILING = 0.5  # what stands for a word never weighs more than this share of it
_RARE = 0.5  # how much more a rare word weighs than a frequent one: 1 is BM25's own measure
_UNKNOWN = 0.55  # of the weight of the rarest word, for one that no release holds
_SMALL_LIBRARY = 200  # releases; fewer cannot tell which words are rare
_AMOUNT = re.compile(r"(\d+)\s*(bn|million|billion|m)\b")
_AMOUNT_WORDS = {"m": "million", "bn": "billion", "million": "m", "billion": "bn"}


@dataclass(frozen=True)
class Part:
    """A telling word or figure of a question, with all that may be looked for in its place."""

    said: str
    own: tuple[Phrase, ...]
    synonyms: tuple[tuple[str, Phrase], ...] = ()


@dataclass(frozen=True)
class Vocabulary:
    """What the words of the releases are: by stem, the number of releases that hold it.

    ``meant`` has the word that was likely meant by one that is in no release.
    """

    releases: int
    held: Mapping[str, int]
    meant: Mapping[str, str] = field(default_factory=dict)

    def rarity(self, stems: Phrase) -> float:
        """Return the weight of a phrase: that of its rarest word; 0 when one is in no release."""
        held = [self.held.get(one, 0) for one in stems]
        return self._weight(min(held)) if all(held) else 0.0

    @property
    def rarest(self) -> float:
        """Return the weight of a word that one release holds."""
        return self._weight(1)

    def _weight(self, held: int) -> float:
        releases = max(self.releases, _SMALL_LIBRARY)
        return math.pow(math.log(1 + (releases - held + 0.5) / (held + 0.5)), _RARE)


def parts_of(question: str, synonyms: Synonyms) -> tuple[Part, ...]:
    """Return the telling parts of a question, with what stands for them."""
    run = tokens(question)
    others = _standing_for(run, synonyms)
    wanted = {"".join(tokens(said)): said for said in telling_words(question, MOST_WORDS)}
    return tuple(
        Part(said, ((word,), *_amounts(question, word)), tuple(others[word][:_MOST_SYNONYMS]))
        for word, said in wanted.items()
        if word in others
    )


def _standing_for(run: list[str], synonyms: Synonyms) -> dict[str, list[tuple[str, Phrase]]]:
    """Return for each word what stands for it, alone or as part of a phrase of the question."""
    found: dict[str, list[tuple[str, Phrase]]] = {}
    for length in range(min(LONGEST, len(run)), 0, -1):
        for start in range(len(run) - length + 1):
            said = run[start : start + length]
            others = [(" ".join(said), other) for other in synonyms.of(said)]
            for word in said:
                found.setdefault(word, []).extend(others)
    return found


def _amounts(question: str, word: str) -> Iterator[Phrase]:
    """Yield the other ways to write an amount: 90m, 90 million."""
    for figures, unit in _AMOUNT.findall(question.casefold()):
        if word in (figures, figures + unit):
            other = _AMOUNT_WORDS[unit]
            yield from ((figures + unit,), (figures, unit), (figures + other,), (figures, other))


def stems_in(parts: Iterable[Part]) -> set[str]:
    """Return the stems of every word that may be looked for."""
    phrases = (p for part in parts for p in (*part.own, *(other for _, other in part.synonyms)))
    return {stem(word) for phrase in phrases for word in phrase}


def concepts_of(parts: Iterable[Part], vocabulary: Vocabulary) -> tuple[Concept, ...]:
    """Return the concepts of a question in forms that releases hold."""
    return tuple(_concept(part, vocabulary) for part in parts)


def _concept(part: Part, vocabulary: Vocabulary) -> Concept:
    own = [stems_of(phrase) for phrase in part.own]
    known = max(map(vocabulary.rarity, own))
    weight = known or _UNKNOWN * vocabulary.rarest
    forms = [Form(stems, weight, part.said) for stems in own if vocabulary.rarity(stems)]
    if not known and (meant := vocabulary.meant.get(part.own[0][0])):
        forms.append(Form((stem(meant),), _MEANT * weight, f"{part.said} = {meant}"))
    for run, other in part.synonyms:
        if rarity := vocabulary.rarity(stems := stems_of(other)):
            said = run if " " in run else part.said
            worth = min(_SYNONYM * rarity, _CEILING * weight)
            forms.append(Form(stems, worth, f"{said} = {' '.join(other)}"))
    return Concept(part.said, weight, tuple(forms))
