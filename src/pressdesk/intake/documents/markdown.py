"""Markdown: read by the CommonMark rules, with tables; front matter gives title and date."""

import re

from pressdesk.intake.documents.dates import day_in
from pressdesk.intake.documents.document import Document, under_title
from pressdesk.intake.documents.html import fragment_text

_FRONT_MATTER = re.compile(r"---\n(.{0,5000}?)\n(?:---|\.\.\.)(?:\n|$)", re.DOTALL)
_FIELD = re.compile(r"^(title|date|published|url)\s*:\s*(.+)$", re.MULTILINE | re.IGNORECASE)


def read_markdown(text: str) -> Document:
    """Read one Markdown text, already decoded and cleaned."""
    front = _FRONT_MATTER.match(text)
    said = _fields(front[1]) if front else {}
    address = said.get("url", "")
    words = markdown_text(text[front.end() :] if said and front else text, address)
    day = day_in(said.get("date") or said.get("published") or "")
    title = said.get("title", "")
    return Document(under_title(title, words), title, day, address)


def markdown_text(text: str, base: str = "") -> str:
    """Give the words of Markdown; ``base`` completes the addresses in it.

    Lines stay lines: the numbers of a press office often stand below each other.
    """
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"breaks": True}).enable("table")
    return fragment_text(reader.render(text), base)


def _fields(front: str) -> dict[str, str]:
    return {name.lower(): value.strip(" \"'") for name, value in _FIELD.findall(front)}
