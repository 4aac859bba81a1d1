"""Two texts compared word by word: what both have, what was taken out, what was put in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORD = re.compile(r"(\S+)(\s*)")
_MOST_COMPARED = 20_000_000
"""Pairs of words; longer stretches are told as taken out and put in whole."""

Words = Sequence[tuple[str, str]]


class Change(StrEnum):
    """What became of a stretch of words."""

    SAME = "same"
    TAKEN_OUT = "taken out"
    PUT_IN = "put in"


@dataclass(frozen=True)
class Stretch:
    """Words that stand together, with the space behind them, and what became of them."""

    change: Change
    words: str


def compared(before: str, after: str) -> tuple[Stretch, ...]:
    """Compare two texts; what was taken out stands before what was put in for it.

    All but TAKEN_OUT is the text after; all but PUT_IN, word for word, the text before.
    """
    found: list[Stretch] = []
    for stretch in _by_lines(before.splitlines(keepends=True), after.splitlines(keepends=True)):
        if found and found[-1].change is stretch.change:
            found[-1] = Stretch(stretch.change, found[-1].words + stretch.words)
        elif stretch.words:
            found.append(stretch)
    return tuple(found)


def _by_lines(before: Sequence[str], after: Sequence[str]) -> Iterator[Stretch]:
    """Find the lines that stayed, then compare by words what stands between them."""
    plain = [line.strip() for line in before], [line.strip() for line in after]
    for act, a, b, c, d in SequenceMatcher(None, *plain, autojunk=False).get_opcodes():
        old, new = "".join(before[a:b]), "".join(after[c:d])
        if act == "equal":
            yield Stretch(Change.SAME, new)
        else:
            yield from _by_words(_WORD.findall(old), _WORD.findall(new))


def _by_words(before: Words, after: Words) -> Iterator[Stretch]:
    if len(before) * len(after) > _MOST_COMPARED:
        yield from _changed(before, after)
        return
    plain = [word for word, _ in before], [word for word, _ in after]
    for act, a, b, c, d in SequenceMatcher(None, *plain, autojunk=False).get_opcodes():
        if act == "equal":
            yield Stretch(Change.SAME, _joined(after[c:d]))
        else:
            yield from _changed(before[a:b], after[c:d])


def _changed(before: Words, after: Words) -> Iterator[Stretch]:
    if before:
        yield Stretch(Change.TAKEN_OUT, _joined(before))
    if after:
        yield Stretch(Change.PUT_IN, _joined(after))


def _joined(words: Words) -> str:
    return "".join(word + space for word, space in words)
