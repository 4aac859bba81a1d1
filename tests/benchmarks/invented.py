"""Words and names that nobody has, as unevenly spread as real ones; the same for the same seed."""

from dataclasses import dataclass, field
from itertools import accumulate
from random import Random

from pressdesk.domain.contacts import OutletKind

ONSETS = [
    "b",
    "br",
    "c",
    "ch",
    "d",
    "dr",
    "f",
    "fl",
    "g",
    "gr",
    "h",
    "j",
    "k",
    "l",
    "m",
    "n",
    "p",
    "pl",
    "qu",
    "r",
    "s",
    "sh",
    "st",
    "t",
    "th",
    "tr",
    "v",
    "w",
]
NUCLEI = ["a", "ai", "e", "ea", "ee", "i", "o", "oa", "oo", "ou", "u"]
CODAS = ["", "", "ck", "ld", "ll", "m", "n", "nd", "ng", "r", "rt", "s", "st", "t", "x"]
PRINTED_AS = [
    "Gazette",
    "Herald",
    "Courier",
    "Post",
    "News",
    "Echo",
    "Radio",
    "Television",
    "Online",
    "Weekly",
]


@dataclass
class Zipf:
    """Draws from a list so that the n-th entry comes 1/n as often as the first."""

    entries: list[str]
    weights: list[float] = field(init=False)

    def __post_init__(self) -> None:
        self.weights = list(accumulate(1 / rank for rank in range(1, len(self.entries) + 1)))

    def draw(self, random: Random, count: int) -> list[str]:
        """Return ``count`` entries."""
        return random.choices(self.entries, cum_weights=self.weights, k=count)


class Language:
    """Six thousand words, of which the first few make up most of what is said."""

    def __init__(self, seed: int) -> None:
        random = Random(seed)
        found = dict.fromkeys(_word(random, 1 + (rank > 200)) for rank in range(9000))
        self.words = Zipf(list(found)[:6000])

    def sentence(self, random: Random, shortest: int, longest: int) -> str:
        """Return some words, the first with a capital."""
        words = self.words.draw(random, random.randint(shortest, longest))
        return " ".join(words).capitalize()

    def typed(self) -> tuple[str, ...]:
        """Return what a person might type to search: common, middling and rare words, and pairs."""
        words = self.words.entries
        common, middling, rare = words[10], words[300], words[3000]
        return (common, middling, rare, f"{common} {middling}", f"{words[900]} {words[1200]}")


def person_name(random: Random) -> str:
    """Return a given name and a family name."""
    return f"{_word(random, 2)} {_word(random, 2)}".title()


def outlet_name(random: Random) -> str:
    """Return the name of a newspaper or station."""
    return f"{_word(random, 2).capitalize()} {random.choice(PRINTED_AS)}"


def outlet_kind(random: Random) -> OutletKind:
    """Return a kind of outlet."""
    return random.choice(list(OutletKind))


def _word(random: Random, syllables: int) -> str:
    return "".join(
        random.choice(ONSETS) + random.choice(NUCLEI) + random.choice(CODAS)
        for _ in range(syllables)
    )
