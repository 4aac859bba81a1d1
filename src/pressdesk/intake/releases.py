"""A press release understood from its words.

Nothing is lost and nothing is moved: what is not recognised stays in the body as a paragraph.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import dropwhile

from pressdesk.domain.releases import (
    Block,
    BlockKind,
    Link,
    Note,
    PressContact,
    ReleaseParts,
)
from pressdesk.intake.release_text.body import read_blocks
from pressdesk.intake.release_text.chunks import Chunk, split
from pressdesk.intake.release_text.contacts import contact_sections, press_contacts
from pressdesk.intake.release_text.days import day_named_in, day_of_line
from pressdesk.intake.release_text.marks import (
    MARKED,
    citation_in,
    embargo_in,
    is_kicker,
    is_top_line,
    is_unfinished_embargo,
    reference_in,
)
from pressdesk.intake.release_text.notes import notes_start, read_notes
from pressdesk.intake.text import clean

_LONGEST_HEADLINE = 250
_MARKED_LINK = re.compile(rf"{MARKED}|\b(https?://[^\s()\[\]<>|]{{2,500}}[\w/])")


def read_release(text: str, *, title: str = "", published_on: date | None = None) -> ReleaseParts:
    """Read the parts of a release; ``text`` may come as pasted, in any state.

    ``title`` and ``published_on`` are what its file says, for when the text says nothing.
    """
    chunks = split(clean(text))
    top = _headline_at(chunks)
    headline, rest = _headline(chunks[top:])
    start, headed = notes_start(rest)
    notes, taken = read_notes(rest[start + headed :])
    blocks = read_blocks(rest[:start])
    after = read_blocks(rest[start + headed + taken :])
    front = tuple(chunk.text for chunk in chunks[:top])
    facts = [*front, *(block.text for block in blocks if block.kind is BlockKind.MARK)]
    return ReleaseParts(
        headline=headline or title,
        blocks=blocks,
        notes=notes,
        links=_links(blocks, after, [note.text for note in notes]),
        contacts=_contacts(notes, (*blocks, *after)),
        reference=_first(reference_in(line) for line in facts) or citation_in(headline),
        published_on=_published_on(facts) or published_on,
        embargo_words=_embargo(facts),
        front=front,
        notes_heading=rest[start].text if headed else "",
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
    if len(text) > _LONGEST_HEADLINE:
        return is_top_line(below)
    return is_kicker(below) and _has_headline(chunks[place + 2 :])


def _has_headline(chunks: Sequence[Chunk]) -> bool:
    """Say whether a headline follows, so that what stands above "Press release" is none."""
    texts = dropwhile(is_top_line, (chunk.text for chunk in chunks))
    first, story = next(texts, ""), next(texts, "")
    return bool(story) and len(first) <= _LONGEST_HEADLINE and first[-1:] not in {".", ":", ""}


def _published_on(facts: Sequence[str]) -> date | None:
    """Read the day of the first line that is nothing but a day, or of “Press release, 14 May 2026”.

    A day below an embargo line that breaks off before its time belongs to the embargo.
    """
    before = ""
    for line in facts:
        day = day_of_line(line) or (day_named_in(line) if is_kicker(line) else None)
        if day and not is_unfinished_embargo(before):
            return day
        before = line
    return None


def _embargo(facts: Sequence[str]) -> str:
    """Read the embargo's words, with the line below when the first breaks off before the time."""
    at, words = next(((at, w) for at, line in enumerate(facts) if (w := embargo_in(line))), (0, ""))
    below = facts[at + 1] if at + 1 < len(facts) else ""
    goes_on = words and is_unfinished_embargo(words) and day_named_in(below)
    return f"{words} {below}" if goes_on else words


def _links(
    blocks: Iterable[Block], after: Iterable[Block], notes: Iterable[str]
) -> tuple[Link, ...]:
    found: list[Link] = []
    for block in (*blocks, *after):
        if block.kind is BlockKind.LINK:
            found.append(Link(block.text, block.url))
        if block.kind is BlockKind.MARK:
            continue  # who put the page on the web is not what the release points to
        found += _marked_links((block.text, *block.items))
    return (*found, *_marked_links(notes))


def _marked_links(texts: Iterable[str]) -> list[Link]:
    """Find links written as ``[words](address)``, as in Markdown, and bare web addresses."""
    found = (link for text in texts for link in _MARKED_LINK.findall(text))
    return [Link(words or bare, address or bare) for words, address, bare in found]


def _contacts(notes: Iterable[Note], blocks: Sequence[Block]) -> tuple[PressContact, ...]:
    """Find every number once; what a section says of it goes before what its line says."""
    sections = press_contacts(contact_sections(blocks), ())
    found = press_contacts((note.text for note in notes), _paragraphs(blocks))
    known = {contact.number for contact in sections}
    return (*sections, *(contact for contact in found if contact.number not in known))


def _paragraphs(blocks: Iterable[Block]) -> list[str]:
    return [block.text for block in blocks if block.kind is BlockKind.PARAGRAPH]


def _first(answers: Iterable[str]) -> str:
    return next((answer for answer in answers if answer), "")
