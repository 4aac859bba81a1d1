"""A press release in its parts, in the order in which they were written.

Every word of the source stands in exactly one place: the lines before the headline (``front``),
the headline, the blocks of the body, the heading of the notes, the notes, and the blocks that
follow them. Links, contacts, dates and speakers repeat what stands there.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from pressdesk.domain.passages import Place

_WORD = re.compile(r"\w+")
_QUOTE_MARK = re.compile('[“”"]')
_LINKED = re.compile(r"\[([^\[\]\n]{1,300})\]\([^\s()]{1,500}\)")


class BlockKind(StrEnum):
    """What a part of the body is; MARK is furniture such as ENDS or a date line."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    BULLETS = "bullets"
    QUOTE = "quote"
    LINK = "link"
    MARK = "mark"


@dataclass(frozen=True)
class Block:
    """One part of the body.

    ``items`` are bullets, or the paragraphs of a quote without the marks around them; who said it
    may be told amid them (``Yes,” said Ann Lee. “At once.``). ``lead_in`` holds the words that
    announce them ("... said:", "Get the report"), ``lead_out`` those below that say whose they
    are. ``speaker`` and ``role`` are understood from these and may be empty.
    """

    kind: BlockKind
    text: str = ""
    items: tuple[str, ...] = ()
    speaker: str = ""
    role: str = ""
    lead_in: str = ""
    url: str = ""
    lead_out: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """The words of the source in this block, in order."""
        every = (self.lead_in, self.text, *self.items, self.url, self.lead_out)
        return tuple(text for text in every if text)

    @property
    def quoted(self) -> tuple[str, ...]:
        """The paragraphs of a quote as they are printed: each opened, what is open closed."""
        opened = [f"“{text}" for text in self.items]
        if opened and _is_open(opened[-1]):
            opened[-1] += "”"
        return tuple(opened)

    @property
    def names_speaker(self) -> bool:
        """Whether the words of the quote, or those below it, say who spoke."""
        return bool(self.lead_out) or any(self.speaker in text for text in self.items)


@dataclass(frozen=True)
class Note:
    """A note to editors; ``label`` is its number as written, empty when it has none."""

    label: str
    text: str


@dataclass(frozen=True)
class Link:
    """What the release points to; ``url`` is empty when only the title is given."""

    text: str
    url: str = ""


@dataclass(frozen=True)
class PressContact:
    """A number for journalists, as printed, with its hours and the words it came from.

    ``desk`` is the office that answers it, when it is named; ``email`` stands beside the number.
    """

    number: str
    hours: str
    out_of_hours: bool
    words: str
    desk: str = ""
    email: str = ""


class OriginalKind(StrEnum):
    """What the file is that a release came in."""

    PDF = "pdf"
    WORD = "word"
    PAGE = "page"
    MARKDOWN = "markdown"
    SPREADSHEET = "spreadsheet"
    FEED = "feed"
    TEXT = "text"


@dataclass(frozen=True)
class Original:
    """The file a release came in, kept by the hash of its content.

    ``name`` is its own, as data, never a path; ``size`` in bytes. A file of many releases is the
    original of each.
    """

    name: str
    kind: OriginalKind
    sha256: str
    size: int


@dataclass(frozen=True)
class ReleaseParts:
    """A whole release; see the module for which parts hold the words."""

    headline: str
    blocks: tuple[Block, ...] = ()
    notes: tuple[Note, ...] = ()
    links: tuple[Link, ...] = ()
    contacts: tuple[PressContact, ...] = ()
    reference: str = ""
    published_on: date | None = None
    embargo_words: str = ""
    front: tuple[str, ...] = ()
    notes_heading: str = ""
    after_notes: tuple[Block, ...] = ()

    @property
    def quotes(self) -> tuple[Block, ...]:
        """The blocks that are someone's words."""
        every = (*self.blocks, *self.after_notes)
        return tuple(block for block in every if block.kind is BlockKind.QUOTE)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The plain paragraphs of the body."""
        return tuple(block.text for block in self.blocks if block.kind is BlockKind.PARAGRAPH)

    def texts(self) -> Iterator[str]:
        """Yield every word of the source, part by part, in its order."""
        yield from self.front
        yield self.headline
        yield from _texts_of(self.blocks)
        yield self.notes_heading
        for note in self.notes:
            yield f"{note.label} {note.text}"
        yield from _texts_of(self.after_notes)

    def plain_text(self) -> str:
        """Give the whole release as plain text, for the search."""
        return "\n".join(text.strip() for text in self.texts() if text.strip())


def words_in_order(parts: ReleaseParts) -> list[str]:
    """List every word of the release as it was written; marks such as bullets are not words."""
    return [word for text in parts.texts() for word in _WORD.findall(text)]


def places_of(parts: ReleaseParts) -> Iterator[Place]:
    """Yield the paragraphs under the headline, and the notes by their names, as they are read."""
    yield from map(Place, map(_as_read, _texts_of(parts.blocks)))
    for note in parts.notes:
        yield Place(_as_read(note.text), f"note {note.label}".strip())
    yield from map(Place, map(_as_read, _texts_of(parts.after_notes)))


def to_json(parts: ReleaseParts) -> dict[str, Any]:
    """Give the parts as plain values that the ``json`` module can write."""
    day = parts.published_on
    return asdict(parts) | {"published_on": day.isoformat() if day else None}


def from_json(data: Mapping[str, Any]) -> ReleaseParts:
    """Read the parts that :func:`to_json` wrote."""
    day = data["published_on"]
    return ReleaseParts(
        headline=data["headline"],
        blocks=_blocks_from(data["blocks"]),
        notes=tuple(Note(**note) for note in data["notes"]),
        links=tuple(Link(**link) for link in data["links"]),
        contacts=tuple(PressContact(**contact) for contact in data["contacts"]),
        reference=data["reference"],
        published_on=date.fromisoformat(day) if day else None,
        embargo_words=data["embargo_words"],
        front=tuple(data["front"]),
        notes_heading=data["notes_heading"],
        after_notes=_blocks_from(data["after_notes"]),
    )


def _as_read(text: str) -> str:
    """Take the marks of links, bold words and tables out of a text."""
    words = _LINKED.sub(r"\1", text).replace("**", "")
    return " · ".join(filter(None, map(str.strip, words.split("|")))) if "|" in words else words


def _is_open(words: str) -> bool:
    """Tell whether words that open a quotation leave it open; a straight mark opens after space."""
    depth = 0
    for mark in _QUOTE_MARK.finditer(words):
        before = words[mark.start() - 1 : mark.start()]
        opens = mark[0] == "“" or (mark[0] == '"' and (not before.strip() or before in "([—–-“"))
        depth += 1 if opens else -1
    return depth > 0


def _texts_of(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from block.texts


def _blocks_from(rows: Iterable[Mapping[str, Any]]) -> tuple[Block, ...]:
    return tuple(
        Block(**{**row, "kind": BlockKind(row["kind"]), "items": tuple(row["items"])})
        for row in rows
    )
