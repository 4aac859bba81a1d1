"""What was likely meant by a word that no release holds."""

from collections.abc import Iterable

_SHORTEST = 5  # letters; a shorter word has too many neighbours
_LONG = 8  # letters from which on two slips are forgiven


def likely_meant(word: str, known: Iterable[tuple[str, int]]) -> str:
    """Return the known word nearest to ``word``, the more frequent of equals; empty if none.

    ``known`` are words with the number of releases that hold them.
    """
    if len(word) < _SHORTEST or not word.isalpha():
        return ""
    letters = set(word)
    most = 2 if len(word) >= _LONG else 1
    near = [
        (slips, -often, other)
        for other, often in known
        if abs(len(other) - len(word)) <= most
        and len(letters.symmetric_difference(other)) <= 2 * most  # far cheaper, and never too few
        and (slips := slips_between(word, other)) <= most
    ]
    return min(near)[2] if near else ""


def slips_between(one: str, other: str) -> int:
    """Return how many letters were left out, added, changed or swapped with the next."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, opposite in enumerate(other, 1):
            same = letter == opposite
            row.append(min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (not same)))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == opposite:
                row[j] = min(row[j], earlier[j - 2] + 1)
    return row[-1]
