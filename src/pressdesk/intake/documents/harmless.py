"""A copy of a file that came in, fit to be opened: nothing in it runs, nothing is fetched."""

import io
import re
import zipfile

from selectolax.lexbor import LexborHTMLParser

from pressdesk.domain.releases import OriginalKind
from pressdesk.errors import BadFile
from pressdesk.intake.documents.html import characters

_ACTIVE = (
    "script, iframe, frame, frameset, object, embed, applet, base, link, meta[http-equiv], "
    "meta[charset], noscript, form, portal"
)
_HEAD = (
    '<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" '
    "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">"
)
"""Tells every browser to load nothing and run nothing, whatever is left in the page."""
_FETCHED = re.compile(rb'<Relationship\b(?=[^>]*TargetMode="External")(?![^>]*/hyperlink")[^>]*>')
_MOST_READ = 5_000_000
_ENDINGS = {OriginalKind.TEXT: ".txt", OriginalKind.MARKDOWN: ".txt"}


def harmless(kind: OriginalKind, data: bytes) -> tuple[bytes, str]:
    """Return what may be opened, and the ending of its name, which tells by what.

    Raises BadFile with what to do instead.
    """
    if kind is OriginalKind.PAGE:
        return _still_page(data), ".html"
    if kind is OriginalKind.WORD:
        _refuse_active_word(data)
        return data, ".docx"
    if kind in _ENDINGS:
        return data, _ENDINGS[kind]
    raise BadFile("A file of many releases is not opened from here. Save it with S instead.")


def _still_page(data: bytes) -> bytes:
    page = LexborHTMLParser(characters(data))
    for node in page.css(_ACTIVE):
        node.decompose()
    return f"{_HEAD}{page.html or ''}".encode()


def _refuse_active_word(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        if any("vbaproject" in name.lower() for name in packed.namelist()):
            raise BadFile("The document holds macros. Save it with S and open it with care.")
        links = (part for part in packed.infolist() if part.filename.endswith(".rels"))
        if any(part.file_size > _MOST_READ or _FETCHED.search(packed.read(part)) for part in links):
            raise BadFile(
                "The document fetches something from elsewhere when it is opened. "
                "Save it with S and open it with care."
            )
