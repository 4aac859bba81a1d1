"""A question taken apart into the concepts that releases are held against."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pressdesk.domain.bearing import Concept, Form
from pressdesk.domain.synonyms import LONGEST, Phrase, Synonyms, stems_of
from pressdesk.domain.telling_words import telling_words
from pressdesk.domain.word_forms import stem, tokens

MOST_WORDS = 32  # telling ones, of a question; the rest of a pasted page adds nothing
_LONGEST = 20_000  # characters of a question that are read
_MOST_SYNONYMS = 12  # of one word
_SYNONYM = 0.75
_MEANT = 0.7
_CEILING = 0.5  # what stands for a word never weighs more than this share of it
_RARE = 0.4  # how much more a rare word weighs than a frequent one: 1 is BM25's own measure
_UNKNOWN = 0.55  # of the weight of the rarest word, for one that no release holds
_SMALL_LIBRARY = 200  # releases; fewer cannot tell which words are rare
_AMOUNT = re.compile(r"(\d+)\s*(bn|million|billion|m)\b")
_AMOUNT_WORDS = {"m": "million", "bn": "billion", "million": "m", "billion": "bn"}


@dataclass(frozen=True)
class Part:
    """What a question says in a word, a figure or a known phrase, and what may stand in its place.

    ``pieces`` are the telling words of a phrase: each says less than the whole of it.
    """

    said: str
    own: tuple[Phrase, ...]
    synonyms: tuple[Phrase, ...] = ()
    pieces: tuple[str, ...] = ()


@dataclass(frozen=True)
class Vocabulary:
    """What the words of the releases are: by stem, the number of releases that hold it.

    ``meant`` has the word that was likely meant by one that is in no release.
    """

    releases: int
    held: Mapping[str, int]
    meant: Mapping[str, str] = field(default_factory=dict)

    def rarity(self, words: Phrase) -> float:
        """Return the weight of a phrase: that of its rarest word; 0 when one is in no release."""
        held = min(self.held.get(one, 0) for one in stems_of(words))
        return self._weight(held) if held else 0.0

    @property
    def rarest(self) -> float:
        """Return the weight of a word that one release holds."""
        return self._weight(1)

    def _weight(self, held: int) -> float:
        releases = max(self.releases, _SMALL_LIBRARY)
        return math.pow(math.log(1 + (releases - held + 0.5) / (held + 0.5)), _RARE)


def parts_of(question: str, synonyms: Synonyms) -> tuple[Part, ...]:
    """Return the telling parts of a question, with what stands for them."""
    question = question[:_LONGEST]
    run, amounts = tokens(question), _amounts(question)
    wanted = {"".join(tokens(said)): said for said in telling_words(question, MOST_WORDS)}
    parts: dict[Phrase, Part] = {}
    at = 0
    while at < len(run):
        said = _phrase_at(run, at, synonyms)
        at += len(said)
        if len(said) > 1:
            pieces = tuple(word for word in said if word in wanted)
            others = synonyms.of(said)[:_MOST_SYNONYMS]
            parts.setdefault(said, Part(" ".join(said), (said,), others, pieces))
        elif (word := said[0]) in wanted:
            own = (said, *amounts.get(word, ()))
            others = synonyms.of(said)[:_MOST_SYNONYMS]
            parts.setdefault(said, Part(wanted[word], own, others))
    return tuple(parts.values())


def _phrase_at(run: Sequence[str], at: int, synonyms: Synonyms) -> Phrase:
    """Return the longest phrase there that something stands for, or the one word."""
    lengths = range(min(LONGEST, len(run) - at), 1, -1)
    phrases = (tuple(run[at : at + length]) for length in lengths)
    return next(filter(synonyms.of, phrases), (run[at],))


def _amounts(question: str) -> dict[str, list[Phrase]]:
    """Return the other ways to write each amount, by its words: 90m, 90 million."""
    found: dict[str, list[Phrase]] = {}
    for figures, unit in _AMOUNT.findall(question.casefold()):
        other = _AMOUNT_WORDS[unit]
        ways = ((figures + unit,), (figures, unit), (figures + other,), (figures, other))
        for word in (figures, figures + unit):
            found.setdefault(word, []).extend(ways)
    return found


def stems_in(parts: Iterable[Part]) -> set[str]:
    """Return the stems of every word that may be looked for."""
    phrases = (p for part in parts for p in (*part.own, part.pieces, *part.synonyms))
    return {stem(word) for phrase in phrases for word in phrase}


def concepts_of(parts: Iterable[Part], vocabulary: Vocabulary) -> tuple[Concept, ...]:
    """Return the concepts of a question, whether releases hold its forms or not."""
    return tuple(_concept(part, vocabulary) for part in parts)


def _concept(part: Part, vocabulary: Vocabulary) -> Concept:
    known = max(map(vocabulary.rarity, part.own))
    weight = known or _UNKNOWN * vocabulary.rarest
    forms = [Form(own, weight, part.said) for own in part.own]
    if not known and (meant := vocabulary.meant.get(part.own[0][0])):
        forms.append(Form((meant,), _MEANT * weight, f"{part.said} = {meant}"))
    others: list[tuple[Phrase, str]] = [((piece,), piece) for piece in part.pieces]
    others += [(other, f"{part.said} = {' '.join(other)}") for other in part.synonyms]
    for words, told in others:
        rarity = vocabulary.rarity(words) or _UNKNOWN * vocabulary.rarest
        forms.append(Form(words, min(_SYNONYM * rarity, _CEILING * weight), told))
    return Concept(part.said, weight, tuple(forms))
