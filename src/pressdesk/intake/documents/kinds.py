"""Telling what a file is, by what is in it before its name, and reading it."""

import re
from dataclasses import replace
from pathlib import PurePath

from pressdesk.domain.releases import OriginalKind
from pressdesk.errors import BadFile
from pressdesk.intake.documents.document import Document
from pressdesk.intake.documents.feed import read_feed
from pressdesk.intake.documents.html import read_html
from pressdesk.intake.documents.markdown import markdown_text, read_markdown
from pressdesk.intake.documents.origin import NOWHERE, Origin
from pressdesk.intake.documents.pdf import read_pdf
from pressdesk.intake.documents.spreadsheet import read_spreadsheet
from pressdesk.intake.documents.word import read_word
from pressdesk.intake.text import LARGEST_DOCUMENT, decode
from pressdesk.intake.unpacking import Unpacking

_GZIP = b"\x1f\x8b"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_BEFORE_ROOT = re.compile(
    r"\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE(?!\s+html)[^>\[]*(?:\[.*?\]\s*)?>",
    re.DOTALL | re.IGNORECASE,
)
_ROOT = re.compile(r"<(?:[\w.-]+:)?(!DOCTYPE\s+html|[a-z][\w.-]*)", re.IGNORECASE)
_MAILS = frozenset({".eml", ".msg", ".mbox"})
_FEEDS = frozenset({"rss", "feed", "rdf"})
_PAGES = frozenset({"html", "head", "body", "!doctype html"})
_LOOKED_AT = 20_000
_TAGGED = re.compile(r"</(?:p|div|h[1-6]|li|blockquote)>", re.IGNORECASE)
_SET_IN_TAG = re.compile(r"^[ \t]+(?=<)", re.MULTILINE)
"""Space before a tag, which Markdown would take for the margin of a program."""
_MARKED_UP = 3
"""Closed paragraphs of HTML that make a text the body of a web page."""


def read_documents(name: str, data: bytes, origin: Origin = NOWHERE) -> tuple[Document, ...]:
    """Read the releases in a file. Raises BadFile with what is wrong and what to do."""
    try:
        return _read(name, data, origin)
    except (BadFile, MemoryError):
        raise
    except Exception as error:  # a file made to harm can break its reader in any way
        raise BadFile("The file is damaged and cannot be read. Paste its words instead.") from error


def is_feed(data: bytes) -> bool:
    """Tell whether a file is a feed. Raises BadFile for one that is no text."""
    unpacked = _unpacked(data) if data.startswith(_GZIP) else data
    return _root(decode(unpacked, LARGEST_DOCUMENT)) in _FEEDS


def _read(name: str, data: bytes, origin: Origin) -> tuple[Document, ...]:
    if PurePath(name).suffix.lower() in _MAILS:
        raise BadFile(
            "The file is a saved email. Add the document attached to it, or paste its words."
        )
    if data.startswith(_GZIP):
        data = _unpacked(data)
    if data.startswith(_OLD_OFFICE):
        raise BadFile(
            "The file is an old Word document, or one locked with a password. "
            "Save it as .docx without a password and add that."
        )
    if data[:1024].lstrip(b"\xef\xbb\xbf\0 \r\n\t").startswith(b"%PDF-"):
        return _of(OriginalKind.PDF, read_pdf(data))
    if data.startswith(b"PK\x03\x04"):
        return _of(OriginalKind.WORD, read_word(data))
    return _read_text(name, data, origin)


def _read_text(name: str, data: bytes, origin: Origin) -> tuple[Document, ...]:
    ending = PurePath(name).suffix.lower()
    text = decode(data, LARGEST_DOCUMENT)
    root = _root(text)
    if root == "svg":
        raise BadFile("The file is a picture, not text. Copy its words and paste them.")
    if root in _FEEDS:
        return _of(OriginalKind.FEED, *read_feed(data, origin))
    if root in _PAGES or ending in {".html", ".htm", ".xhtml"}:
        return _of(OriginalKind.PAGE, read_html(data, origin))
    if ending in {".csv", ".tsv"}:
        return _of(OriginalKind.SPREADSHEET, *read_spreadsheet(text))
    if ending in {".md", ".markdown"}:
        return _of(OriginalKind.MARKDOWN, read_markdown(text))
    if ending in {".xml", ".rss", ".atom"}:
        raise BadFile("The file is no RSS or Atom feed. Save the feed or the page again.")
    if len(_TAGGED.findall(text, 0, _LOOKED_AT)) >= _MARKED_UP:
        return (Document(markdown_text(_SET_IN_TAG.sub("", text))),)
    return (Document(text),)


def _of(kind: OriginalKind, *documents: Document) -> tuple[Document, ...]:
    return tuple(replace(document, kind=kind) for document in documents)


def _root(text: str) -> str:
    """Name the first element of an XML or HTML file; empty for any other text."""
    at, top = 0, text[:_LOOKED_AT]
    while found := _BEFORE_ROOT.match(top, at):
        at = found.end()
    root = _ROOT.match(top, at)
    return " ".join(root[1].lower().split()) if root else ""


def _unpacked(data: bytes) -> bytes:
    unpacking = Unpacking(LARGEST_DOCUMENT)
    unpacking.add(data)
    return unpacking.whole()
