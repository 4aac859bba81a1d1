"""The words of a text that speak of a question, cut to a few lines, with what matched in them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

Span = tuple[int, int]
"""Where a word begins and ends, in characters."""

_MAIN, _MORE = 150, 90  # characters of the place that says most, and of the one that adds most
_BEFORE = 30  # characters shown before the first word that matched
_CUT = "…"


@dataclass(frozen=True)
class Passage:
    """What a text says about a question; ``marks`` are the words in it that matched, in order."""

    words: str = ""
    marks: tuple[Span, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words)


NO_PASSAGE = Passage()
"""Where nothing is said."""


class Place(NamedTuple):
    """A paragraph; ``name`` says which when it is not of the body, as “note 4”."""

    words: str
    name: str = ""


class Mark(NamedTuple):
    """Words that matched: which part of the question they speak of, what it weighs, and where."""

    concept: int
    weight: float
    begin: int
    end: int


Marks = Sequence[Mark]


def passage_of(places: Iterable[Place], marks_in: Callable[[str], Marks]) -> Passage:
    """Return what says most about a question, and what another place adds to it."""
    told = [(place, marks) for place in places if (marks := marks_in(place.words))]
    if not told:
        return NO_PASSAGE
    main = max(told, key=lambda one: _weight(one[1]))
    first = _cut(*main, _MAIN)
    said = {mark.concept for mark in main[1]}
    rest = [(place, [m for m in marks if m.concept not in said]) for place, marks in told]
    more = max(rest, key=lambda one: _weight(one[1]))
    return _joined(first, _cut(*more, _MORE)) if more[1] else first


def beginning_of(words: str) -> Passage:
    """Return how a text begins, where none of it was asked for."""
    return _cut(Place(words), (), _MAIN)


def _weight(marks: Marks) -> float:
    """Return what the marks say, each part of the question once."""
    best: dict[int, float] = {}
    for mark in marks:
        best[mark.concept] = max(mark.weight, best.get(mark.concept, 0.0))
    return sum(best.values())


def _cut(place: Place, marks: Marks, most: int) -> Passage:
    """Return the ``most`` characters of a place that say most, with its name before them."""
    words = place.words
    begin = max(_starts(words, marks, most), key=lambda at: _weight(_within(marks, at, at + most)))
    end = len(words)
    if end - begin > most:
        space = words.rfind(" ", begin + 1, begin + most + 1)
        end = space if space > begin else begin + most
    lead = f"{place.name}: " if place.name else ""
    lead += _CUT if begin else ""
    shift = len(lead) - begin
    shown = tuple((m.begin + shift, m.end + shift) for m in _within(marks, begin, end))
    return Passage(f"{lead}{words[begin:end]}{_CUT if end < len(words) else ''}", _apart(shown))


def _starts(words: str, marks: Marks, most: int) -> list[int]:
    """Return where an excerpt may begin: at the beginning, or a little before a mark."""
    if len(words) <= most:
        return [0]
    early = (max(0, mark.begin - _BEFORE) for mark in marks)
    return [0, *(words.rfind(" ", 0, at + 1) + 1 if at else 0 for at in early)]


def _within(marks: Marks, begin: int, end: int) -> list[Mark]:
    return [mark for mark in marks if begin <= mark.begin and mark.end <= end]


def _apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans in their order, without those that lie in another."""
    kept: list[Span] = []
    for begin, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or begin >= kept[-1][1]:
            kept.append((begin, end))
    return tuple(kept)


def _joined(first: Passage, second: Passage) -> Passage:
    lead = f"{first.words} · "
    later = ((begin + len(lead), end + len(lead)) for begin, end in second.marks)
    return Passage(lead + second.words, (*first.marks, *later))
