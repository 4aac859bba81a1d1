"""The log as it is disclosed: its rows without people, and what was taken out of each."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from pressdesk.domain.disclosed_words import Decided, Known, Removal, removals_in, without
from pressdesk.domain.disclosure import Fate
from pressdesk.domain.known_people import standing_of

Value = str | datetime | None

SUBJECT, QUESTION, ANSWER, NOTE, ENDING, OUTLET = (
    *("Subject", "Question", "Answer", "Note", "Note on the outcome", "Outlet"),
)


@dataclass(frozen=True)
class Words:
    """Free text of an enquiry; ``lead`` says on which terms an answer was given."""

    field: str
    words: str
    lead: str = ""


@dataclass(frozen=True)
class OpenRow:
    """One enquiry of a disclosure. ``people`` are the names of those who stand in it."""

    id: int
    reference: str
    received_at: datetime
    channel: str
    type: str
    topics: tuple[str, ...]
    answered_at: datetime | None
    fate: Fate
    people: tuple[str, ...]
    words: tuple[Words, ...]

    def told(self, field: str) -> str:
        """Return all words of a field, numbered when there are several."""
        every = [f"{one.lead}{one.words}" for one in self.words if one.field == field]
        if len(every) < 2:
            return "".join(every)
        return "\n".join(f"{number}. {words}" for number, words in enumerate(every, start=1))


@dataclass(frozen=True)
class OpenColumn:
    """A column of the disclosed log; ``width`` in characters."""

    title: str
    value: Callable[[OpenRow], Value]
    width: int = 16


COLUMNS = (
    OpenColumn("Reference", lambda row: row.reference, 20),
    OpenColumn("Received", lambda row: row.received_at),
    OpenColumn("Outlet", lambda row: row.told(OUTLET), 18),
    OpenColumn("Came in by", lambda row: row.channel, 10),
    OpenColumn("Type", lambda row: row.type, 14),
    OpenColumn("Topics", lambda row: "; ".join(row.topics), 18),
    OpenColumn("Subject", lambda row: row.told(SUBJECT), 28),
    OpenColumn("Questions", lambda row: row.told(QUESTION), 44),
    OpenColumn("Answers", lambda row: row.told(ANSWER), 48),
    OpenColumn("Answered", lambda row: row.answered_at),
    OpenColumn("Outcome", lambda row: row.fate.outcome.name if row.fate.outcome else "", 18),
    OpenColumn("Counted as", lambda row: row.fate.counted.value, 16),
)
NOTES = (
    OpenColumn("Internal notes", lambda row: row.told(NOTE), 34),
    OpenColumn("Note on the outcome", lambda row: row.told(ENDING), 24),
)
"""What an office discloses only when it was asked for."""


def disclosed(row: OpenRow, known: Known, decided: Decided) -> tuple[OpenRow, tuple[Removal, ...]]:
    """Return a row with people taken out of its words, and each place that was looked at."""
    standing = standing_of(row.people)
    removals: list[Removal] = []
    left: list[Words] = []
    for field, one in zip(_fields(row.words), row.words, strict=True):
        found = known.found(one.words, standing)
        of_it = list(removals_in(one.words, found, (row.reference, field), decided))
        removals += of_it
        left.append(replace(one, words=without(one.words, of_it)))
    return replace(row, words=tuple(left)), tuple(removals)


def _fields(words: tuple[Words, ...]) -> list[str]:
    """Return the name of the field of each words, numbered where it has several."""
    every = [one.field for one in words]
    return [
        f"{field} {every[:place].count(field) + 1}" if every.count(field) > 1 else field
        for place, field in enumerate(every)
    ]
