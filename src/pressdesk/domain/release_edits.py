"""Setting right how a release was understood: what each part is, never losing a word of it."""

from dataclasses import replace

from pressdesk.domain.releases import Block, BlockKind, Note, ReleaseParts

KINDS = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.BULLETS, BlockKind.QUOTE)
"""What a person can make of a part of the story."""

_LISTED = frozenset({BlockKind.BULLETS, BlockKind.QUOTE})
_OPENING, _CLOSING = "“”„«\"‘'", "“”»\"’'"


def as_kind(block: Block, kind: BlockKind) -> Block:
    """Make a block another kind; the words stay, in their order.

    A list or a quote has an item for each line, and a quote loses the marks around it and gets
    them back. Speaker and role stay with the block whatever it is, to be there again.
    """
    if kind is block.kind:
        return block
    words = _opened(block)
    if kind is BlockKind.BULLETS:
        items = _lines(f"{words}\n{block.lead_out}")
        return replace(block, kind=kind, text="", items=items, url="", lead_out="")
    if kind is BlockKind.QUOTE:
        return replace(block, kind=kind, text="", items=_without_marks(_lines(words)), url="")
    text = "\n".join(filter(None, (block.lead_in, words, block.lead_out)))
    return replace(block, kind=kind, text=text, items=(), lead_in="", url="", lead_out="")


def words_of(block: Block) -> str:
    """Return the words of a block as they are edited: an item a line."""
    return "\n".join(block.items) if block.kind in _LISTED else block.text


def with_words(block: Block, words: str) -> Block:
    """Give a block other words."""
    if block.kind not in _LISTED:
        return replace(block, text=words)
    return replace(block, text="", items=_lines(words))


def notes_from(parts: ReleaseParts, at: int) -> ReleaseParts:
    """Let the notes to editors start at a block of the story; a heading there is theirs.

    The notes that were there follow, below the heading that they had.
    """
    first, *rest = parts.blocks[at:]
    heads = first.kind is BlockKind.HEADING
    told = [Note("", "\n".join(block.texts)) for block in (rest if heads else (first, *rest))]
    if parts.notes_heading:
        told.append(Note("", parts.notes_heading))
    heading = first.text if heads else ""
    blocks, notes = parts.blocks[:at], (*told, *parts.notes)
    return replace(parts, blocks=blocks, notes=notes, notes_heading=heading)


def story_to(parts: ReleaseParts, at: int) -> ReleaseParts:
    """Let the story go on to a note, which becomes its last paragraph, with those before it."""
    moved = [f"{note.label} {note.text}".strip() for note in parts.notes[: at + 1]]
    texts = [text for text in (parts.notes_heading, *moved) if text]
    added = tuple(Block(BlockKind.PARAGRAPH, text) for text in texts)
    return replace(
        parts, blocks=(*parts.blocks, *added), notes=parts.notes[at + 1 :], notes_heading=""
    )


def _lines(words: str) -> tuple[str, ...]:
    return tuple(line for line in words.split("\n") if line.strip())


def _opened(block: Block) -> str:
    """Return the words of a block between its lead-in and lead-out, a quote's with its marks."""
    items = block.quoted if block.kind is BlockKind.QUOTE else block.items
    return "\n".join(filter(None, (block.text, *items, block.url)))


def _without_marks(items: tuple[str, ...]) -> tuple[str, ...]:
    opened = [text[1:] if text[:1] in _OPENING and len(text) > 1 else text for text in items]
    if opened and items[0] != opened[0] and len(opened[-1]) > 1 and opened[-1][-1] in _CLOSING:
        opened[-1] = opened[-1][:-1]
    return tuple(opened)
