"""What a file gave: words, and what it says about them outside the words."""

from dataclasses import dataclass
from datetime import date
from itertools import dropwhile

from pressdesk.domain.releases import OriginalKind
from pressdesk.intake.release_text.marks import is_top_line


@dataclass(frozen=True)
class Document:
    """The words of one release, as plain text that ``read_release`` understands.

    ``title`` and ``published_on`` are what the file says beside the words; empty when it is
    silent. ``source_url`` is the address it was published at, if the file or its sender knows it.
    ``place`` tells where in a file of many it stood ("row 12"); ``remark`` is a sentence
    for the person when something is amiss with it; ``kind`` is what the file is.
    """

    text: str
    title: str = ""
    published_on: date | None = None
    source_url: str = ""
    place: str = ""
    remark: str = ""
    kind: OriginalKind = OriginalKind.TEXT


def under_title(title: str, text: str) -> str:
    """Put a title above a text, unless it is the first line there that is no furniture."""
    words = " ".join(title.split())
    first = next(dropwhile(is_top_line, text.split("\n\n")), "")
    if not words or _same(words) == _same(first):
        return text
    return f"{words}\n\n{text}" if text else words


def _same(words: str) -> str:
    return " ".join(words.lstrip("# ").split()).casefold()
