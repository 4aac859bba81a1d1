"""A press release understood from its words.

Nothing is lost and nothing is moved: what is not recognised stays in the body as a paragraph.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from pressdesk.domain.releases import Block, BlockKind, Link, ReleaseParts
from pressdesk.intake.release_text.body import read_blocks
from pressdesk.intake.release_text.chunks import Chunk, split
from pressdesk.intake.release_text.contacts import press_contacts
from pressdesk.intake.release_text.marks import date_in, embargo_in, is_top_line, reference_in
from pressdesk.intake.release_text.notes import notes_start, read_notes
from pressdesk.intake.text import clean

_LONGEST_HEADLINE = 250
_MARKED_LINK = re.compile(
    r"\[([^\[\]]{1,300})\]\(([^\s()]{1,500})\)|\b(https?://[^\s()\[\]<>|]{2,500}[\w/])"
)


def read_release(text: str, *, title: str = "", published_on: date | None = None) -> ReleaseParts:
    """Read the parts of a release; ``text`` may come as pasted, in any state.

    ``title`` and ``published_on`` are what its file says, for when the text says nothing.
    """
    chunks = split(clean(text))
    top = _headline_at(chunks)
    headline, rest = _headline(chunks[top:])
    start = notes_start(rest)
    notes, taken = read_notes(rest[start + 1 :])
    blocks = read_blocks(rest[:start])
    after = read_blocks(rest[start + 1 + taken :])
    front = tuple(chunk.text for chunk in chunks[:top])
    facts = [*front, *(block.text for block in blocks if block.kind is BlockKind.MARK)]
    return ReleaseParts(
        headline=headline or title,
        blocks=blocks,
        notes=notes,
        links=_links(blocks, after, [note.text for note in notes]),
        contacts=press_contacts([note.text for note in notes], _paragraphs((*blocks, *after))),
        reference=_first(reference_in(line) for line in facts),
        published_on=next((day for line in facts if (day := date_in(line))), published_on),
        embargo_words=_first(embargo_in(line) for line in facts),
        front=front,
        notes_heading=rest[start].text if start < len(rest) else "",
        after_notes=after,
    )


def _headline_at(chunks: Sequence[Chunk]) -> int:
    """Tell where the first line stands that is no furniture.

    A court's order may stand above everything: a long paragraph with furniture below it is passed
    over.
    """
    place = 0
    while place < len(chunks) and _stands_above(chunks, place):
        place += 1
    return place


def _headline(chunks: Sequence[Chunk]) -> tuple[str, Sequence[Chunk]]:
    """Split the headline from what follows; a text that begins with a long paragraph has none."""
    first = " ".join(chunks[0].text.split()) if chunks else ""
    return (first, chunks[1:]) if len(first) <= _LONGEST_HEADLINE else ("", chunks)


def _stands_above(chunks: Sequence[Chunk], place: int) -> bool:
    text = chunks[place].text
    if is_top_line(text):
        return True
    below = chunks[place + 1].text if place + 1 < len(chunks) else ""
    return len(text) > _LONGEST_HEADLINE and is_top_line(below)


def _links(
    blocks: Iterable[Block], after: Iterable[Block], notes: Iterable[str]
) -> tuple[Link, ...]:
    found: list[Link] = []
    for block in (*blocks, *after):
        if block.kind is BlockKind.LINK:
            found.append(Link(block.text, block.url))
        found += _marked_links((block.text, *block.items))
    return (*found, *_marked_links(notes))


def _marked_links(texts: Iterable[str]) -> list[Link]:
    """Find links written as ``[words](address)``, as in Markdown, and bare web addresses."""
    found = (link for text in texts for link in _MARKED_LINK.findall(text))
    return [Link(words or bare, address or bare) for words, address, bare in found]


def _paragraphs(blocks: Iterable[Block]) -> list[str]:
    return [block.text for block in blocks if block.kind is BlockKind.PARAGRAPH]


def _first(answers: Iterable[str]) -> str:
    return next((answer for answer in answers if answer), "")
