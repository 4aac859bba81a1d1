"""Words that stand for one another: abbreviations, trade words and plain words."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pressdesk.domain.word_forms import stem, tokens

Phrase = tuple[str, ...]
"""One word or a short run of words, folded but not stemmed."""

LONGEST = 5  # words of a phrase that is looked for


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


def stems_of(words: Sequence[str]) -> Phrase:
    """Return a phrase by the stems of its words."""
    return tuple(map(stem, words))
