"""What can be copied out of a release with one key, in the words that are then pasted."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from pressdesk.domain.releases import Block, Note, ReleaseParts
from pressdesk.domain.said import MONTHS


class PassageKind(Enum):
    """What a stretch of a release is."""

    QUOTE = auto()
    NOTE = auto()
    CONTACT = auto()


@dataclass(frozen=True)
class Passage:
    """A stretch of the typeset release, from its first block to its last.

    ``name`` says what it is, ``copied`` is what copying it gives.
    """

    kind: PassageKind
    first: int
    last: int
    name: str
    copied: str


def day_printed(day: date) -> str:
    """Return a date as a release prints it: 14 May 2018."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def attribution(quote: Block) -> str:
    """Return who said a quote, with the role; empty when nobody knows."""
    return ", ".join(filter(None, (quote.speaker, quote.role)))


def quoted(quote: Block) -> tuple[str, ...]:
    """Return the paragraphs of a quote, each opened with a mark, the last one closed."""
    opened = [f"“{text}" for text in quote.items]
    return (*opened[:-1], f"{opened[-1]}”") if opened else ()


def quote_copied(quote: Block) -> str:
    """Return a quote with its attribution, to be pasted into an answer."""
    words = "\n\n".join(quoted(quote))
    who = attribution(quote)
    return f"{words}\n\n{who}" if who else words


def note_copied(note: Note) -> str:
    """Return the words of a note, without its number."""
    return note.text


def pointer_copied(parts: ReleaseParts) -> str:
    """Return what points a journalist to a release: headline, date, an address if any."""
    day = day_printed(parts.published_on) if parts.published_on else ""
    address = next((link.url for link in parts.links if link.url), "")
    return "\n".join(filter(None, (parts.headline, day, address)))
