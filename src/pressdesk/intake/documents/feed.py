"""RSS and Atom files: each entry is a release. Nothing is fetched."""

from typing import Any

from pressdesk.errors import BadFile
from pressdesk.intake.documents.dates import day_in
from pressdesk.intake.documents.document import Document, under_title
from pressdesk.intake.documents.html import fragment_text


def read_feed(data: bytes) -> tuple[Document, ...]:
    """Read every entry that has words. Raises BadFile when there is none.

    What a broken feed says before and after the break is taken, as far as it can be read.
    """
    if b"<!ENTITY" in data:
        raise BadFile(
            "The feed defines abbreviations of its own (XML entities), which can be made to harm. "
            "It was not read."
        )
    import feedparser

    found = feedparser.parse(data, response_headers={"content-location": ""})
    entries = [_document(entry, place) for place, entry in enumerate(found.entries, 1)]
    with_words = tuple(document for document in entries if document.text.strip())
    if not with_words:
        raise BadFile("The file is a feed, but no release in it has any words.")
    return with_words


def _document(entry: Any, place: int) -> Document:
    address = str(entry.get("link", ""))
    title = _plain(str(entry.get("title", "")))
    told = [str(part.get("value", "")) for part in entry.get("content", ())]
    told.append(str(entry.get("summary", "")))
    text = fragment_text(max(told, key=len), address)
    day = day_in(str(entry.get("published") or entry.get("updated") or ""))
    return Document(under_title(title, text), title, day, address, f"entry {place}")


def _plain(title: str) -> str:
    return " ".join(fragment_text(title).split())
