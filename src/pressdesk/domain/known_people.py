"""The people that the log knows by name, and where they stand in a text.

A name is found whole in any case, with and without accents, hyphens and titles, as initials and
surname, and surname first. A surname alone is one when the person stands in that enquiry, when a
title stands before it, or when it is no common word; otherwise it is doubtful, and left to a
person. A first name alone is looked for only of those who stand in that enquiry.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from pressdesk.domain.name_forms import (
    TITLES,
    Form,
    Token,
    given_forms,
    people_in,
    surname_forms,
    surname_parts,
    tokens_of,
    whole_forms,
)

_WIDEST_GAP: Final = 12  # characters, of which two may be more than blanks
_MOST_BETWEEN: Final = 2  # middle names
_SHORT: Final = 2  # letters of a surname that is as good as a common word


@dataclass(frozen=True)
class NameFound:
    """Where a name stands; ``doubtful`` when it may be a word like any other."""

    begin: int
    end: int
    doubtful: bool = False


Forms = dict[str, set[Form]]
"""Forms by their first word."""


@dataclass(frozen=True)
class Standing:
    """Those who stand in one enquiry: their surnames and their first names."""

    surnames: Forms = field(default_factory=dict)
    given: Forms = field(default_factory=dict)


class KnownPeople:
    """Finds names. ``common`` are words that are no name by themselves; ``outlets`` stay.

    ``also`` are other words to find, just as they are; with a capital in front only with one.
    ``always`` are those who stand in every enquiry: the officers.
    """

    def __init__(
        self,
        names: Iterable[str],
        common: frozenset[str],
        outlets: Iterable[str] = (),
        also: Iterable[str] = (),
        always: Iterable[str] = (),
    ) -> None:
        called = {tuple(token.word for token in tokens_of(name)) for name in outlets}
        self._common = common | {form[0] for form in called if len(form) == 1}
        self._whole: Forms = defaultdict(set)
        self._surnames: Forms = defaultdict(set)
        self._by_given: Forms = defaultdict(set)
        for name in {person for typed in names for person in people_in(typed)}:
            self._take(name)
        self._always = standing_of(always)
        asked = [tokens_of(words) for words in also if tokens_of(words)]
        self._also = _by_word(tuple(token.word for token in one) for one in asked)
        self._any_case = {one[0].word for one in asked if not one[0].capital}
        several = (form for form in called if len(form) > 1)
        self._outlets = _by_word(
            form for form in several if form not in self._whole.get(form[0], ())
        )
        given = self._always.given
        self._beginnings = {*self._whole, *self._surnames, *self._also, *self._by_given, *given}

    def found(self, text: str, standing: Standing) -> Iterator[NameFound]:
        """Yield where people stand in a text, in order and apart."""
        tokens = tokens_of(text)
        outlets = self._outlet_tokens(text, tokens)
        place = 0
        while place < len(tokens):
            length, doubt = 0, None
            if self._may_begin(tokens[place].word, standing):
                length, doubt = self._at(text, tokens, place, standing, place in outlets)
            if length and doubt is not None:
                yield NameFound(tokens[place].begin, tokens[place + length - 1].end, doubt)
            place += length or 1

    def _may_begin(self, word: str, standing: Standing) -> bool:
        """Say whether any name begins with a word; of most words none does."""
        if word in self._beginnings or word in standing.surnames or word in standing.given:
            return True
        one = word.removesuffix("s")
        return one in self._surnames or one in standing.surnames

    def _at(
        self, text: str, tokens: Sequence[Token], place: int, standing: Standing, in_outlet: bool
    ) -> tuple[int, bool | None]:
        """Return of how many words the name at a place is, and whether it is doubtful."""
        whole = _longest(text, tokens, place, self._whole) or self._with_middle(text, tokens, place)
        if tokens[place].capital or tokens[place].word in self._any_case:
            whole = max(whole, _longest(text, tokens, place, self._also))
        if whole:
            return whole, False
        return (0, None) if in_outlet else self._alone(text, tokens, place, standing)

    def _with_middle(self, text: str, tokens: Sequence[Token], place: int) -> int:
        """Return of how many words a name is that stands with middle names the log has not."""
        for form in self._by_given.get(tokens[place].word, ()):
            for between in range(1, _MOST_BETWEEN + 1):
                end = place + 1 + between + len(form)
                words = tokens[place:end]
                last = tuple(token.word for token in words[1 + between :])
                capitals = all(token.capital for token in words[: 1 + between])
                if last == form and capitals and _all_near(text, words):
                    return len(words)
        return 0

    def _take(self, name: str) -> None:
        for form in whole_forms(name, self._common):
            self._whole[form[0]].add(form)
        for form in surname_forms(name):
            self._surnames[form[0]].add(form)
            for given in given_forms(name):
                self._by_given[given[-1]].add(form)

    def _outlet_tokens(self, text: str, tokens: Sequence[Token]) -> set[int]:
        found: set[int] = set()
        for place, token in enumerate(tokens):
            if token.word in self._outlets:
                found.update(range(place, place + _longest(text, tokens, place, self._outlets)))
        return found

    def _alone(
        self, text: str, tokens: Sequence[Token], place: int, standing: Standing
    ) -> tuple[int, bool | None]:
        """Return of how many words a surname or first name is, and whether it is doubtful.

        None instead of a doubt when it is taken for no name at all.
        """
        here = (standing, self._always)
        surname = max(_longest(text, tokens, place, one.surnames, plural=True) for one in here)
        given = max(_longest(text, tokens, place, one.given) for one in here)
        length = max(surname, given, _longest(text, tokens, place, self._surnames, plural=True))
        words = [token.word for token in tokens[place : place + length]]
        if not (length == 1 and (words[0] in self._common or len(words[0]) <= _SHORT)):
            return length, False
        capital = tokens[place].capital
        if capital and (surname or _titled(text, tokens, place)):
            return length, False
        return length, True if capital or surname else None


def standing_of(names: Iterable[str]) -> Standing:
    """Return who stands in an enquiry, from the names it holds."""
    people = [person for typed in names for person in people_in(typed)]
    surnames = (
        form for person in people for form in (*surname_forms(person), *surname_parts(person))
    )
    return Standing(
        _by_word(surnames),
        _by_word(form for person in people for form in given_forms(person)),
    )


def _by_word(forms: Iterable[Form]) -> Forms:
    found: Forms = defaultdict(set)
    for form in forms:
        found[form[0]].add(form)
    return found


def _longest(
    text: str,
    tokens: Sequence[Token],
    place: int,
    forms: Forms,
    *,
    plural: bool = False,
) -> int:
    """Return of how many words the longest form is that stands at a place; 0 for none."""
    word = tokens[place].word
    held = forms.get(word, ())
    lengths = [len(form) for form in held if _stands(text, tokens, place, form)]
    if not lengths and plural and len(word) > _SHORT + 1 and word.endswith("s"):
        return 1 if (word[:-1],) in forms.get(word[:-1], ()) else 0
    return max(lengths, default=0)


def _stands(text: str, tokens: Sequence[Token], place: int, form: Form) -> bool:
    words = tokens[place : place + len(form)]
    if tuple(token.word for token in words) != form:
        return False
    return _all_near(text, words)


def _all_near(text: str, words: Sequence[Token]) -> bool:
    return all(_near(text[one.end : other.begin]) for one, other in pairwise(words))


def _near(gap: str) -> bool:
    """Say whether two words a gap apart may be of one name: blanks, a comma, a point, a hyphen."""
    close = len(gap) <= _WIDEST_GAP and len(gap.strip()) <= 2 and gap.count("\n") < 2
    return close and not set(gap) & set('?!;:()"“”')


def _titled(text: str, tokens: Sequence[Token], place: int) -> bool:
    if not place or tokens[place - 1].word not in TITLES:
        return False
    return _near(text[tokens[place - 1].end : tokens[place].begin])
