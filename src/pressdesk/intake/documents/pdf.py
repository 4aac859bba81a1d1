"""PDF: the words, page by page. One that is locked or only pictures is refused in words."""

import io
import logging
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from pressdesk.errors import BadFile
from pressdesk.intake.documents.document import Document
from pressdesk.intake.documents.pdf_turned import reads_from_right, turned_pages
from pressdesk.intake.text import LARGEST_FILE

if TYPE_CHECKING:
    from pypdf import PageObject

_DRAWN = ("ff", "fi", "fl", "ffi", "ffl", "st", "st")
_MOST_PAGES = 500
_LEAST_TWICE = 40  # characters; a shorter line may stand twice
_GAPS = re.compile(r"\n{3,}")
_LIGATURES = str.maketrans({chr(0xFB00 + at): word for at, word in enumerate(_DRAWN)})
"""Letters that printers draw as one: no search for "officer" would find them."""
_LOCKED = "The PDF is locked with a password. Ask for an open copy, or paste its words."


def read_pdf(data: bytes) -> Document:
    """Read one PDF. Raises BadFile when it is locked, scanned, damaged or a book."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # a person is told by what we raise
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise BadFile(_LOCKED)
        if len(reader.pages) > _MOST_PAGES:
            raise BadFile(f"The PDF has over {_MOST_PAGES} pages. Paste the part you need.")
        text = _joined(map(_page, reader.pages))
        if reads_from_right(text):
            text = _joined(turned_pages(data))
        title = (reader.metadata.title if reader.metadata else None) or ""
    except DependencyError as error:
        raise BadFile(_LOCKED) from error
    except PyPdfError as error:
        raise BadFile("The PDF is damaged. Ask for another copy, or paste its words.") from error
    if not text.strip():
        raise BadFile("There is no text in the PDF: it is a scan or a picture. Paste its words.")
    return Document(text, title.strip())


def _joined(pages: Iterable[str]) -> str:
    whole = ""
    for number, page in enumerate(pages, 1):
        words = _once(_unnumbered(_tidy(page), number), whole)
        runs_on = whole[-1:].islower() and words[:1].islower()
        whole = f"{whole}{chr(10) if runs_on else chr(10) * 2}{words}".strip()
        if len(whole) > LARGEST_FILE:
            raise BadFile("The PDF is too long for a press release. Paste the part you need.")
    return whole


def _page(page: "PageObject") -> str:
    """Give the words as they are laid out, with room between paragraphs; none may be missing."""
    plain = page.extract_text()
    try:
        laid_out = page.extract_text(extraction_mode="layout", layout_mode_strip_rotated=False)
    except (LookupError, TypeError, ValueError, AttributeError):  # a font it cannot measure
        return plain
    return laid_out if _letters(laid_out) >= _letters(plain) else plain


def _once(words: str, before: str) -> str:
    """Leave out a first line that was the last of the page before: some programs print it twice."""
    first, _, rest = words.partition("\n")
    again = len(first) >= _LEAST_TWICE and first == before.rpartition("\n")[2]
    return rest.strip() if again else words


def _unnumbered(words: str, number: int) -> str:
    """Leave out the number at the top or foot of a page: it would stand amid a sentence."""
    mark = rf"(?:page )?{number}(?: of \d+|/\d+)?"
    return re.sub(rf"\A{mark}\n|\n{mark}\Z", "", words, flags=re.IGNORECASE).strip()


def _letters(text: str) -> int:
    return len("".join(text.split()))


def _tidy(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.translate(_LIGATURES).split("\n"))
    return _GAPS.sub("\n\n", "\n".join(lines)).strip()
