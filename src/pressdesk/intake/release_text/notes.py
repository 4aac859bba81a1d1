"""Notes to editors, numbered, lettered, asked or plain: to ENDS or the next heading."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pressdesk.domain.releases import Note
from pressdesk.intake.release_text.chunks import NUMBERED, WHOLE, Chunk
from pressdesk.intake.release_text.marks import (
    is_background_heading,
    is_ends,
    is_notes_heading,
)

_SHORTEST_HEADING, _LONGEST_HEADING = 20, 100
"""A cell of a table that lost its lines is shorter."""
_LEAST = 2
"""Numbered paragraphs at the end of a release that are notes even without a heading."""


def notes_start(chunks: Sequence[Chunk]) -> tuple[int, bool]:
    """Tell where the notes start, and whether a heading stands there.

    Without a heading of their own they are what is numbered below ENDS, or stands there under
    "Background"; or what is numbered from 1 up to the end of the story. The number of chunks when
    there are none.
    """
    marks = (at for at, chunk in enumerate(chunks) if chunk.furniture)
    if (at := next((at for at in marks if is_notes_heading(chunks[at].text)), -1)) >= 0:
        return at, True
    ended = next((at for at, chunk in enumerate(chunks) if _is_ends(chunk)), len(chunks))
    for at in range(ended + 1, len(chunks)):
        if is_background_heading(chunks[at].text):
            return at, True
        if _label(chunks[at]):
            return at, False
    return _numbered_to_the_end(chunks), False


def read_notes(chunks: Sequence[Chunk]) -> tuple[tuple[Note, ...], int]:
    """Read the notes in these chunks, and how many chunks they took.

    Bullets, tables, addresses, paragraphs set further in and those between two numbers belong to
    the note above them. A paragraph behind the last number is a note without a label. Where the
    notes begin with a bullet each is a note, and those set further in belong to it.
    """
    body = _before_heading(chunks)
    reader = _Reader(body)
    for at in range(len(body)):
        reader.read(at)
    return tuple(_note(draft) for draft in reader.drafts), len(body)


@dataclass
class _Draft:
    label: str
    texts: list[str] = field(default_factory=list)

    @property
    def lists(self) -> bool:
        """Whether it announces a list: "The services are as follows:"."""
        return bool(self.texts) and self.texts[0].endswith(":")

    @property
    def asks(self) -> bool:
        """Whether it is a question still without its answer."""
        last = self.texts[-1] if self.texts else ""
        return not self.label and len(self.texts) == 1 and last.endswith("?") and len(last) <= WHOLE


class _Reader:
    def __init__(self, chunks: Sequence[Chunk]) -> None:
        self.drafts: list[_Draft] = []
        self._chunks = chunks
        labels = [_label(chunk) for chunk in chunks]
        self._kind = next((_kind(label) for label in labels if label), "")
        starts = [at for at, label in enumerate(labels) if label and _kind(label) == self._kind]
        self._starts = frozenset(starts)
        self._last = max(starts, default=-1)
        self._listed = not starts and bool(chunks) and chunks[0].bullet
        self._inset = chunks[0].indent if chunks else 0

    def read(self, at: int) -> None:
        """Read one chunk: a note of its own, or more of the one above."""
        chunk = self._chunks[at]
        if at in self._starts:
            label = _label(chunk)
            found = NUMBERED.match(chunk.text)
            self._begin(label, chunk.text[found.end() :] if found else chunk.text, chunk)
        elif self.drafts and self._belongs_above(at):
            self.drafts[-1].texts.append(f"• {chunk.text}" if chunk.bullet else chunk.text)
        else:
            self._begin("", chunk.text, chunk)

    def _begin(self, label: str, text: str, chunk: Chunk) -> None:
        self.drafts.append(_Draft(label, [text] if text else []))
        self._inset = chunk.indent

    def _belongs_above(self, at: int) -> bool:
        chunk, above = self._chunks[at], self.drafts[-1]
        if self._listed and chunk.bullet and chunk.indent <= self._inset:
            within = self._chunks[at - 1].indent > self._inset
            return above.lists and len(chunk.text) <= WHOLE and not within
        if chunk.bullet or chunk.furniture or chunk.indent > self._inset or not above.texts:
            return True
        if chunk.text.startswith("|") or _label(chunk) or above.asks:
            return True
        between = bool(above.label) and at < self._last
        return between and not self._heads_the_next(at)

    def _heads_the_next(self, at: int) -> bool:
        """Tell one line between two numbered notes, without a stop: what the next ones are on."""
        text = self._chunks[at].text
        alone = at - 1 in self._starts and at + 1 in self._starts
        fits = _SHORTEST_HEADING <= len(text) <= _LONGEST_HEADING and "\n" not in text
        return alone and fits and text[-1] not in ".;:,"


def _before_heading(chunks: Sequence[Chunk]) -> Sequence[Chunk]:
    for at, chunk in enumerate(chunks):
        if chunk.heading or _is_ends(chunk):
            return chunks[:at]
    return chunks


def _note(draft: _Draft) -> Note:
    return Note(draft.label, "\n".join(draft.texts).strip())


def _label(chunk: Chunk) -> str:
    found = None if chunk.bullet or chunk.heading else NUMBERED.match(chunk.text)
    return next(filter(None, found.groups())) if found else ""


def _kind(label: str) -> str:
    """Tell numbers, letters, questions and “Note 3” apart: what is of another kind is within."""
    if label[0] in "QA" and (len(label) == 1 or label[1:].isdecimal()):
        return "Q" if label[0] == "Q" else "letter" if len(label) == 1 else "answer"
    return "number" if label[-1].isdecimal() else "letter"


def _is_ends(chunk: Chunk) -> bool:
    return chunk.furniture and is_ends(chunk.text)


def _numbered_to_the_end(chunks: Sequence[Chunk]) -> int:
    """Tell where a run 1, 2, 3 … starts with which the story ends; a list in it is announced."""
    end = next((at for at, chunk in enumerate(chunks) if _closes(chunk)), len(chunks))
    numbers = {at: _label(chunks[at]) for at in range(end) if _label(chunks[at]).isdecimal()}
    start = next((at for at in reversed(numbers) if numbers[at] == "1"), len(chunks))
    run = [numbers[at] for at in numbers if at >= start]
    counted = run == [str(number) for number in range(1, len(run) + 1)] and len(run) >= _LEAST
    announced = start > 0 and chunks[start - 1].text.endswith(":") if counted else True
    whole = counted and all(at in numbers for at in range(start, end))
    return start if whole and start > 0 and not announced else len(chunks)


def _closes(chunk: Chunk) -> bool:
    return chunk.heading and chunk.text.strip("*# ").casefold() in _CLOSING


_CLOSING = frozenset(
    {"twitter", "media enquiries", "press enquiries", "images", "contact", "contacts", "ends"}
)
"""Headings of the sections that web pages put below a story."""
