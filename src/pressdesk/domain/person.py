"""Everything about one person: who is sought, and each place of the office's file where they stand.

A data-protection request asks for it. A place is found by identity (it belongs to the person's
entry in the contacts, or to an enquiry of theirs) or by words (their name, a number or an address
of theirs stands in it).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pressdesk.domain.disclosed_words import Kind, Known, word_key
from pressdesk.domain.known_people import KnownPeople, standing_of
from pressdesk.domain.name_forms import Form, people_in, surname_forms, tokens_of, whole_forms
from pressdesk.domain.personal_shapes import digits_of, known_digits, plain
from pressdesk.errors import Refused

LONGEST_SHOWN = 2_000  # characters of one place on screen; a file holds them all
_LEAST_DIGITS = 6
_MOST_GROUPS = 4  # in which the digits of a number are written


class Where(StrEnum):
    """The parts of the office's file, in the order in which they are told."""

    JOURNALISTS = "Journalists"
    STAFF = "Staff"
    OUTLETS = "Outlets"
    ENQUIRIES = "Enquiries"
    QUESTIONS = "Questions"
    NOTES = "Notes"
    ANSWERS = "Answers"
    PROMISES = "Promises"
    CLEARANCE = "Clearance"
    DECISIONS = "Routing decisions"
    ATTACHMENTS = "Attachments"
    DRAFTS = "Drafts"
    EMBARGOES = "Embargo ledger"
    RELEASES = "Releases"
    LINES = "Lines to take"
    PACKS = "Packs"
    HANDOVERS = "Handovers"
    ROTA = "Rota"
    DUTY_PACKS = "Duty packs"
    EXPORTS = "Exports"
    FILTERS = "Saved filters"
    AUDIT = "Audit trail"
    SEARCH = "Words the log is searched by"


class How(StrEnum):
    """How a place was found."""

    IDENTITY = "by identity"
    WORDS = "by words"
    PERHAPS = "surname alone"


@dataclass(frozen=True)
class Place:
    """One place. ``what`` is a reference or a name, ``field`` says which words of it these are."""

    where: Where
    how: How
    what: str
    field: str
    words: str
    at: datetime | None = None
    enquiry_id: int | None = None


@dataclass(frozen=True)
class Sought:
    """Who is sought: the ids of their contacts, and every name, number and address of theirs."""

    said: str
    journalists: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()


class PersonWords:
    """Says whether words are about one person, and what an index is asked to find such words."""

    def __init__(self, sought: Sought, common: frozenset[str]) -> None:
        people = tuple(person for name in sought.names for person in people_in(name))
        self._people = people
        self._known = Known(KnownPeople(people, common), known_digits(sought.numbers))
        self._theirs = standing_of(people)
        self._surnames = {form for person in people for form in surname_forms(person)}
        self._whole = {form for one in people for form in whole_forms(one, common)}
        self._emails = {email.casefold() for email in sought.emails}
        self._digits = {digits_of(number) for number in sought.numbers}

    def how(self, text: str, *, theirs: bool = False) -> How | None:
        """Return how the person stands in a text; None when they do not.

        A surname alone may be somebody else's, unless the enquiry is the person's own.
        """
        found = set(self._found(text, theirs=theirs))
        if not found:
            return None
        return How.WORDS if How.WORDS in found or theirs else How.PERHAPS

    def forms(self, *, alone: bool) -> set[Form]:
        """Return the names as words that follow one another; ``alone`` those of a surname too."""
        return self._whole | (self._surnames if alone or not self._whole else set())

    def emails(self) -> set[Form]:
        """Return the e-mail addresses as words that follow one another."""
        return {tuple(token.word for token in tokens_of(email)) for email in self._emails}

    def numbers(self) -> set[Form]:
        """Return every way in which the digits of the numbers may be grouped."""
        forms: set[Form] = set()
        for digits in self._digits:
            bare = digits.removeprefix("0")
            forms |= set(_grouped(digits)) | {(digits[-_LEAST_DIGITS:],)}
            if digits.startswith("0"):
                forms |= set(_grouped(f"44{bare}"))
                forms |= {("44", *rest) for rest in _grouped(bare)}
                forms |= {("44", *rest) for rest in _grouped(digits)}
                forms |= {("44", "0", *rest) for rest in _grouped(bare)}
        return forms

    def needles(self) -> set[str]:
        """Return short words of which at least one stands in every text about the person."""
        endings = {digits[-3:] for digits in self._digits}
        written = {name.split()[-1] for name in self._people}
        return {form[-1] for form in self._surnames} | written | self._emails | endings

    def _found(self, text: str, *, theirs: bool) -> Iterator[How]:
        standing = self._theirs if theirs else standing_of(())
        for one in self._known.found(text, standing):
            words = text[one.begin : one.end]
            if one.kind is Kind.NAME:
                alone = tuple(word_key(words).split()) in self._surnames
                yield How.PERHAPS if alone and self._whole else How.WORDS
            elif (one.kind is Kind.EMAIL and plain(words).casefold() in self._emails) or (
                one.kind is Kind.NUMBER and self._is_theirs(words)
            ):
                yield How.WORDS

    def _is_theirs(self, number: str) -> bool:
        digits = digits_of(number)
        return digits in self._digits or any(
            len(digits) == _LEAST_DIGITS and one.endswith(digits) for one in self._digits
        )


def sought_by(typed: str) -> Sought:
    """Return who is sought by a name, a number or an e-mail address; raise Refused for neither."""
    words = " ".join(typed.split())
    if "@" in words:
        return Sought(words, emails=(words,))
    if sum(char.isdigit() for char in words) >= _LEAST_DIGITS:
        return Sought(words, numbers=(words,))
    if not people_in(words):
        raise Refused("Type a name, a telephone number or an e-mail address.", field="person")
    return Sought(words, names=people_in(words))


def of_each(places: Iterable[Place]) -> dict[Where, list[Place]]:
    """Return places by the part of the file they stand in, parts in their order."""
    found: dict[Where, list[Place]] = {where: [] for where in Where}
    for place in places:
        found[place.where].append(place)
    return {where: some for where, some in found.items() if some}


def _grouped(digits: str, most: int = _MOST_GROUPS) -> Iterator[Form]:
    """Yield digits in up to four groups of two and more."""
    yield (digits,)
    if most > 1:
        for first in range(2, len(digits) - 1):
            yield from ((digits[:first], *rest) for rest in _grouped(digits[first:], most - 1))
