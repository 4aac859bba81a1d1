"""What leaves the office as a file: which enquiries, which columns, how people stand in it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from pressdesk.domain.enquiries import LogQuery
from pressdesk.errors import NotFound, Refused

Value = str | int | float | datetime | timedelta | None


class People(StrEnum):
    """How people stand in an exported file. Words that people typed are never changed."""

    AS_IS = "as-is"
    INITIALS = "initials"
    NONE = "none"

    @property
    def label(self) -> str:
        """The choice as printed on screen."""
        return {
            People.AS_IS: "As they are",
            People.INITIALS: "Initials and outlet",
            People.NONE: "Left out",
        }[self]

    @property
    def said(self) -> str:
        """What an exported file says about it."""
        if self is People.AS_IS:
            return "People as they are."
        how = {
            People.INITIALS: "Names as initials; numbers and email addresses left out.",
            People.NONE: "Names, outlets, numbers and email addresses left out.",
        }[self]
        return f"{how} Subjects, questions, answers and notes are as they were typed."


class Personal(StrEnum):
    """What a column tells of a person."""

    NOTHING = "nothing"
    NAME = "name"
    OUTLET = "outlet"
    ADDRESS = "address"


_LEFT_OUT: dict[People, frozenset[Personal]] = {
    People.AS_IS: frozenset(),
    People.INITIALS: frozenset({Personal.ADDRESS}),
    People.NONE: frozenset({Personal.NAME, Personal.OUTLET, Personal.ADDRESS}),
}


Facts = Mapping[str, Sequence[Any]]
"""What is known of some enquiries, fact by fact, each as long as there are enquiries."""


@dataclass(frozen=True)
class LogColumn:
    """A column that an export may have; ``width`` in characters.

    ``needs`` names the facts it is taken from, ``told`` makes its value of one of each; without
    it the value is the fact.
    """

    key: str
    title: str
    needs: tuple[str, ...]
    told: Callable[..., Value] | None = None
    width: int = 16
    personal: Personal = Personal.NOTHING

    def values(self, facts: Facts, people: People = People.AS_IS) -> Sequence[Value]:
        """Return the value of each enquiry: names as initials when people are not as they are."""
        given = [facts[need] for need in self.needs]
        values = list(map(self.told, *given)) if self.told else given[0]
        if people is People.INITIALS and self.personal is Personal.NAME:
            return [initials(str(value or "")) for value in values]
        return values


@dataclass(frozen=True)
class Preset:
    """Columns in their order and how people stand, under a name; ``own`` is the office's."""

    name: str
    columns: tuple[str, ...]
    people: People = People.AS_IS
    own: bool = False


@dataclass(frozen=True)
class Picked:
    """Enquiries by their ids in an order of their own, and what they are in words."""

    ids: tuple[int, ...]
    said: str


What = LogQuery | Picked


def initials(name: str) -> str:
    """Return “R. A.” for Ruth Amery; a dash for a name without letters."""
    letters = [word[0].upper() for word in name.split() if word[0].isalpha()]
    return "".join(f"{letter}. " for letter in letters).rstrip() or ("–" if name else "")


def taken_from(
    offered: tuple[LogColumn, ...], keys: tuple[str, ...], people: People
) -> tuple[LogColumn, ...]:
    """Return the columns named, in that order, without those that people are to be left out of.

    Raises NotFound for a column that is not offered, Refused when none is left.
    """
    known = {column.key: column for column in offered}
    for key in keys:
        if key not in known:
            raise NotFound(f"There is no column “{key}”. There are: {', '.join(known)}.")
    wanted = [known[key] for key in dict.fromkeys(keys)]
    left = tuple(column for column in wanted if column.personal not in _LEFT_OUT[people])
    if not left:
        raise Refused("Nothing would be in the file. Choose a column.", field="columns")
    return left
