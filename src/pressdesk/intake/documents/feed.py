"""RSS and Atom: each entry is a release. Nothing is fetched."""

import codecs
import io
from typing import Any
from urllib.parse import urljoin

from pressdesk.errors import BadFile
from pressdesk.intake.documents.dates import day_in
from pressdesk.intake.documents.document import Document, under_title
from pressdesk.intake.documents.html import fragment_text
from pressdesk.intake.documents.origin import NOWHERE, Origin
from pressdesk.intake.text import decode, is_utf8

LARGEST_FEED = 10_000_000
"""Bytes; a feed holds the last few dozen entries."""
_MOST_ENTRIES = 1_000


def read_feed(data: bytes, origin: Origin = NOWHERE) -> tuple[Document, ...]:
    """Read every entry that has words. Raises BadFile when there is none.

    What a broken feed says before and after the break is taken, as far as it can be read.
    """
    if len(data) > LARGEST_FEED:
        raise BadFile(
            "The feed is over 10 MB, far more than the latest releases. It was not read. "
            "Add the page of each release instead."
        )
    if b"<!ENTITY" in data.replace(b"\0", b""):  # also in UTF-16
        raise BadFile(
            "The feed defines abbreviations of its own (XML entities), which can be made to harm. "
            "It was not read. Add the page of each release instead."
        )
    import feedparser

    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = decode(data, LARGEST_FEED).encode()
    # A stream: bytes alone would be tried as the name of a file first.
    found = feedparser.parse(io.BytesIO(data), response_headers=_headers(data, origin))
    entries = found.entries[:_MOST_ENTRIES]
    documents = (_document(entry, place, origin) for place, entry in enumerate(entries, 1))
    with_words = tuple(document for document in documents if document.text.strip())
    if not with_words:
        raise BadFile(
            "The file is a feed, but no release in it has any words. "
            "Add the page of each release instead."
        )
    return with_words


def _headers(data: bytes, origin: Origin) -> dict[str, str]:
    """Say which alphabet a feed is in: UTF-8 when it is that, whatever it says of itself."""
    headers = {"content-location": origin.address}
    charset = "utf-8" if is_utf8(data) else "" if b"encoding=" in data[:200] else origin.charset
    return headers | ({"content-type": f"application/xml; charset={charset}"} if charset else {})


def _document(entry: Any, place: int, origin: Origin) -> Document:
    address = urljoin(origin.address, str(entry.get("link", "")))
    title = _plain(str(entry.get("title", "")))
    told = [str(part.get("value", "")) for part in entry.get("content", ())]
    told.append(str(entry.get("summary", "")))
    text = fragment_text(max(told, key=len), address)
    day = day_in(str(entry.get("published") or entry.get("updated") or ""))
    return Document(under_title(title, text), title, day, address, f"entry {place}")


def _plain(title: str) -> str:
    return " ".join(fragment_text(title).split())
