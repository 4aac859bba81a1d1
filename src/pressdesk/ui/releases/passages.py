"""What can be copied out of a release with one key, in the words that are then pasted."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from unicodedata import bidirectional

from pressdesk.domain.releases import Block, Note, ReleaseParts
from pressdesk.domain.said import MONTHS
from pressdesk.ui.releases.inline_marks import unmarked

_ENOUGH = 500  # letters to tell the direction of a paragraph by


class PassageKind(Enum):
    """What a stretch of a release is."""

    QUOTE = auto()
    NOTE = auto()
    CONTACT = auto()


@dataclass(frozen=True)
class Passage:
    """A stretch of the typeset release, from its first block to its last.

    ``name`` says what it is, ``copied`` is what copying it gives, ``label`` is what a key finds it
    by: the number or letter of a note.
    """

    kind: PassageKind
    first: int
    last: int
    name: str
    copied: str
    label: str = ""


def day_printed(day: date) -> str:
    """Return a date as a release prints it: 14 May 2018."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def reads_from_right(words: str) -> bool:
    """Tell by most of the letters; a tag or a name in another script may stand first."""
    kinds = Counter(bidirectional(letter) for letter in words[:_ENOUGH])
    return kinds["R"] + kinds["AL"] > kinds["L"]


def attribution(quote: Block) -> str:
    """Return who said a quote, with the role; empty when nobody knows."""
    comma = "، " if reads_from_right(quote.speaker) else ", "
    return comma.join(unmarked(words) for words in (quote.speaker, quote.role) if words)


def quoted(quote: Block) -> tuple[str, ...]:
    """Return the paragraphs of a quote, each opened with a mark, the last one closed.

    What reads from the right opens with the mark that closes English: no letter turns it round.
    """
    if not reads_from_right(" ".join(quote.items)):
        return quote.quoted
    opened = [f"”{text}" for text in quote.items]
    return (*opened[:-1], f"{opened[-1]}“")


def said_by(quote: Block) -> str:
    """Return the line below a quote: as printed, or who said it unless its words tell."""
    if quote.lead_out:
        return unmarked(quote.lead_out)
    return "" if quote.names_speaker else attribution(quote)


def quote_copied(quote: Block) -> str:
    """Return a quote with its attribution, to be pasted into an answer."""
    words = unmarked("\n\n".join(quoted(quote)))
    who = "" if quote.names_speaker and not quote.lead_out else attribution(quote)
    return f"{words}\n\n{who}" if who else words


def note_copied(note: Note) -> str:
    """Return the words of a note, without its number."""
    return unmarked(note.text)


def pointer_copied(parts: ReleaseParts, address: str = "") -> str:
    """Return what points a journalist to a release: its headline and link.

    The link is the ``address`` it came from; or else the first link in it, under its date.
    """
    if address:
        return f"{parts.headline}\n{address}"
    day = day_printed(parts.published_on) if parts.published_on else ""
    linked = next((link.url for link in parts.links if _opens(link.url)), "")
    return "\n".join(filter(None, (parts.headline, day, linked)))


def _opens(url: str) -> bool:
    return url.startswith(("http://", "https://", "www."))
