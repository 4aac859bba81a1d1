"""What leaves the office as a file: which enquiries, which columns, how people stand in it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from pressdesk.domain.clocks import Clocks, clocks_of
from pressdesk.domain.enquiries import Answer, Channel, EnquirySummary, EnquiryType, LogQuery
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


@dataclass(frozen=True)
class LoggedEnquiry:
    """One row of an export: the row on screen, and what else is kept of the enquiry."""

    summary: EnquirySummary
    logged_at: datetime
    channel: Channel
    type: EnquiryType
    call_back: str
    email: str
    publication: str
    taken_by: str
    outcome_note: str
    closed_at: datetime | None
    questions: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def clocks(self) -> Clocks:
        """When it was acknowledged, held and answered."""
        return clocks_of(self.answers)

    def took(self, until: datetime | None) -> timedelta | None:
        """Return how long it took by the clock since it was received; nothing while it has not."""
        return until - self.summary.received_at if until else None

    @property
    def in_time(self) -> bool | None:
        """Whether the answer came by the deadline; nothing when one of both is missing."""
        answered, deadline = self.clocks.answered_at, self.summary.deadline_at
        return answered <= deadline if answered and deadline else None


@dataclass(frozen=True)
class LogColumn:
    """A column that an export may have; ``width`` in characters."""

    key: str
    title: str
    value: Callable[[LoggedEnquiry], Value]
    width: int = 16
    personal: Personal = Personal.NOTHING

    def for_people(self, people: People) -> Callable[[LoggedEnquiry], Value]:
        """Return how the value is taken: a name as initials when people are not as they are."""
        if people is People.INITIALS and self.personal is Personal.NAME:
            return lambda row: initials(str(self.value(row) or ""))
        return self.value


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
