"""Takes people out of free text: their names, numbers and addresses; each place is marked.

What is removed becomes “[name removed]” and so on, and nothing else is changed. What a person
decided about a word, or about one place of it, goes before what is found here.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from pressdesk.domain.known_people import KnownPeople, NameFound, Standing
from pressdesk.domain.name_forms import folded, tokens_of
from pressdesk.domain.personal_shapes import Span, addresses_in, emails_in, numbers_in, plain

Finder = Callable[[str], Iterable[Span]]
"""Another way to find telephone numbers; the words it gets have plain digits, spaces, hyphens."""


class Kind(StrEnum):
    """What was found."""

    NAME = "name"
    NUMBER = "number"
    EMAIL = "email"
    ADDRESS = "address"

    @property
    def label(self) -> str:
        """The kind as printed on screen."""
        return "Email address" if self is Kind.EMAIL else self.value.capitalize()

    @property
    def mark(self) -> str:
        """What stands in its place."""
        return f"[{self.value} removed]"


@dataclass(frozen=True, slots=True)
class Found:
    """Something that tells of a person: where it stands, what it is, whether it is doubtful."""

    begin: int
    end: int
    kind: Kind
    doubtful: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """One place of the log: an enquiry, a field, where in it, and the words that stand there."""

    reference: str
    field: str
    begin: int
    words: str

    @property
    def said(self) -> str:
        """The place in words: “May” (ENQ-2025-00012, question 1)."""
        return f"“{self.words}” ({self.reference}, {self.field.lower()})"


@dataclass(frozen=True)
class Decided:
    """What a person decided: words to keep, words to take out, and the same of single places.

    Words are as ``word_key`` gives them. ``also`` are words as a person typed them, of people that
    the log does not know; one that begins with a capital is looked for with a capital only.
    """

    kept: frozenset[str] = frozenset()
    taken: frozenset[str] = frozenset()
    kept_here: frozenset[Place] = frozenset()
    taken_here: frozenset[Place] = frozenset()
    also: tuple[str, ...] = ()

    def removes(self, place: Place, *, doubtful: bool) -> bool:
        """Say whether the words at a place go."""
        if place in self.kept_here or place in self.taken_here:
            return place in self.taken_here
        key = word_key(place.words)
        if key in self.kept or key in self.taken:
            return key in self.taken
        return not doubtful

    def said(self) -> str:
        """Return what was decided, for the audit trail."""
        taken = {*self.also, *(self.taken - {word_key(words) for words in self.also})}
        told = (
            ("Kept", sorted(self.kept), self.kept_here),
            ("Taken out", sorted(taken), self.taken_here),
        )
        parts = (
            f"{verb}: {'; '.join([*words, *(place.said for place in sorted(places))])}"
            for verb, words, places in told
            if words or places
        )
        return ". ".join(parts)


UNDECIDED = Decided()


@dataclass(frozen=True, slots=True)
class Removal:
    """One place that was looked at: what it is, what stands around it, and whether it went."""

    place: Place
    kind: Kind
    doubtful: bool
    removed: bool
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Known:
    """All that is known of people: their names, the digits of their numbers, and another finder."""

    people: KnownPeople
    digits: frozenset[str] = frozenset()
    finder: Finder = field(default=lambda _words: ())

    def found(self, text: str, standing: Standing) -> tuple[Found, ...]:
        """Return where people are told of in a text, in order and apart."""
        words = plain(text)
        every = [
            *_of(Kind.EMAIL, emails_in(words)),
            *_of(Kind.ADDRESS, addresses_in(words)),
            *_of(Kind.NUMBER, numbers_in(words, self.digits)),
            *_of(Kind.NUMBER, self.finder(words)),
            *(_as_found(name) for name in self.people.found(text, standing)),
        ]
        return tuple(apart(every))


def word_key(words: str) -> str:
    """Return words as decisions about them are compared: folded, single spaces."""
    return " ".join(token.word for token in tokens_of(words)) or folded(words.strip())


def removals_in(
    text: str, found: Iterable[Found], where: tuple[str, str], decided: Decided = UNDECIDED
) -> Iterator[Removal]:
    """Yield what is decided about each place that was found; ``where`` is reference and field."""
    for one in found:
        place = Place(*where, one.begin, text[one.begin : one.end])
        removed = decided.removes(place, doubtful=one.doubtful)
        before, after = text[max(one.begin - 40, 0) : one.begin], text[one.end : one.end + 40]
        yield Removal(place, one.kind, one.doubtful, removed, before, after)


def without(text: str, removals: Iterable[Removal]) -> str:
    """Return a text with its removals, which stand in order, marked in their places."""
    parts, done = [], 0
    for one in removals:
        if one.removed:
            begin = one.place.begin
            parts += [text[done:begin], one.kind.mark]
            done = begin + len(one.place.words)
    return "".join([*parts, text[done:]])


def apart(every: Iterable[Found]) -> Iterator[Found]:
    """Yield what was found in order; what overlaps becomes one, certain if any of it is."""
    last: Found | None = None
    for one in sorted(every, key=lambda found: (found.begin, -found.end)):
        touches = last is not None and (
            one.begin < last.end or (one.begin == last.end and one.kind is last.kind)
        )
        if last is None or not touches:
            if last is not None:
                yield last
            last = one
        else:
            longer = max(last, one, key=lambda found: (not found.doubtful, found.end - found.begin))
            end, doubt = max(last.end, one.end), last.doubtful and one.doubtful
            last = Found(last.begin, end, longer.kind, doubt)
    if last is not None:
        yield last


def _of(kind: Kind, spans: Iterable[Span]) -> Iterator[Found]:
    return (Found(begin, end, kind) for begin, end in spans)


def _as_found(name: NameFound) -> Found:
    return Found(name.begin, name.end, Kind.NAME, name.doubtful)
