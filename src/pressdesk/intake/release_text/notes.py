"""Notes to editors: numbered or not, from their heading to ENDS or the next heading."""

from collections.abc import Sequence

from pressdesk.domain.releases import Note
from pressdesk.intake.release_text.chunks import NUMBERED, Chunk
from pressdesk.intake.release_text.marks import is_ends, is_notes_heading


def notes_start(chunks: Sequence[Chunk]) -> int:
    """Tell where the heading of the notes stands; the number of chunks when there is none."""
    furniture = (at for at, chunk in enumerate(chunks) if chunk.furniture)
    return next((at for at in furniture if is_notes_heading(chunks[at].text)), len(chunks))


def read_notes(chunks: Sequence[Chunk]) -> tuple[tuple[Note, ...], int]:
    """Read the notes in these chunks, and how many chunks they took.

    Bullets, addresses and paragraphs set further in belong to the note above them. Any other
    paragraph without a number is a note without a label.
    """
    notes: list[tuple[str, list[str]]] = []
    inset = 0
    taken = 0
    for chunk in chunks:
        if chunk.heading or (chunk.furniture and is_ends(chunk.text)):
            break
        taken += 1
        label, text = _numbered(chunk)
        if notes and not label and (_belongs_above(chunk, inset) or notes[-1][1] == [""]):
            notes[-1][1].append(f"• {text}" if chunk.bullet else text)
            continue
        inset = chunk.indent
        notes.append((label, [text]))
    return tuple(Note(label, "\n".join(texts).strip()) for label, texts in notes), taken


def _belongs_above(chunk: Chunk, inset: int) -> bool:
    return chunk.bullet or chunk.furniture or chunk.indent > inset


def _numbered(chunk: Chunk) -> tuple[str, str]:
    """Read the number of a note and its words."""
    found = None if chunk.bullet else NUMBERED.match(chunk.text)
    if not found:
        return "", chunk.text
    label = next(group for group in found.groups() if group)
    return label, chunk.text[found.end() :]
