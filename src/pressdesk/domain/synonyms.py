"""Words that stand for one another: abbreviations, trade words and plain words."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pressdesk.domain.word_forms import stem, tokens
from pressdesk.errors import Refused

Phrase = tuple[str, ...]
"""One word or a short run of words, folded but not stemmed."""

LONGEST = 6  # words of a phrase that is looked for
MOST = 20  # phrases of a group
_LONGEST_GROUP = 300  # characters
_BETWEEN = " = "


@dataclass(frozen=True)
class Group:
    """Words that stand for one another, written ``lorry = haulier = HGV``.

    ``shipped`` came with the program, the others are the office's own; one that is not ``active``
    is kept and not used.
    """

    words: str
    shipped: bool = False
    active: bool = True


@dataclass
class Synonyms:
    """Groups of words and phrases; any of a group stands for every other."""

    _groups: list[tuple[Phrase, ...]] = field(default_factory=list)
    _places: dict[Phrase, list[int]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def read(cls, lines: Iterable[str]) -> "Synonyms":
        """Read groups written ``lorry = haulier = heavy goods vehicle``."""
        read = cls()
        for line in lines:
            group = tuple(filter(None, (tuple(tokens(part)) for part in line.split("="))))
            for phrase in group:
                read._places[stems_of(phrase)].append(len(read._groups))
            read._groups.append(group)
        return read

    def of(self, said: Sequence[str]) -> tuple[Phrase, ...]:
        """Return what stands for a run of words, itself left out."""
        own = stems_of(said)
        others = (p for place in self._places.get(own, ()) for p in self._groups[place])
        return tuple(dict.fromkeys(other for other in others if stems_of(other) != own))


def read_group(line: str) -> str:
    """Return a group as it is kept; raise Refused with what to mend."""
    phrases = dict.fromkeys(filter(None, (" ".join(part.split()) for part in line.split("="))))
    written = _BETWEEN.join(phrases)
    if len({stems_of(tokens(phrase)) for phrase in phrases if tokens(phrase)}) < 2:
        problem = "Write at least two different words with = between them, as lorry = haulier."
    elif any(not 0 < len(tokens(phrase)) <= LONGEST for phrase in phrases):
        problem = f"Shorten each phrase to {LONGEST} words or fewer."
    elif len(phrases) > MOST or len(written) > _LONGEST_GROUP:
        problem = f"Part this into groups of {MOST} words or fewer."
    else:
        return written
    raise Refused(problem, field="words")


def stems_of(words: Sequence[str]) -> Phrase:
    """Return a phrase by the stems of its words."""
    return tuple(map(stem, words))
