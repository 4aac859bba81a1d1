"""A release as it is read on a terminal or in a file: its parts apart, quotes with their marks."""

from collections.abc import Iterator

from pressdesk.domain.releases import Block, BlockKind, Note, ReleaseParts


def printed(parts: ReleaseParts) -> Iterator[str]:
    """Yield the lines of a release, a blank one between its parts."""
    shown = [*parts.front, parts.headline or "No headline", *map(_block, parts.blocks)]
    shown += [parts.notes_heading, *map(_note, parts.notes), *map(_block, parts.after_notes)]
    for at, text in enumerate(filter(None, shown)):
        if at:
            yield ""
        yield from text.split("\n")


def _block(block: Block) -> str:
    match block.kind:
        case BlockKind.QUOTE:
            own = "\n\n".join((*filter(None, (block.text,)), *block.quoted))
            return "\n\n".join(filter(None, (block.lead_in, own, block.lead_out)))
        case BlockKind.BULLETS:
            return "\n".join(filter(None, (block.lead_in, *(f"• {one}" for one in block.items))))
    return "\n".join(block.texts)


def _note(note: Note) -> str:
    label = f"{note.label}. " if note.label.isalnum() else f"{note.label} ".lstrip()
    return f"{label}{note.text}"
