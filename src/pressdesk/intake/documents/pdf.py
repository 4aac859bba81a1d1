"""PDF: the words, page by page. One that is locked or only pictures is refused in words."""

import io
import logging
from typing import TYPE_CHECKING

from pressdesk.errors import BadFile
from pressdesk.intake.documents.document import Document
from pressdesk.intake.text import LARGEST_FILE

if TYPE_CHECKING:
    from pypdf import PdfReader

_MOST_PAGES = 500
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
        text = _pages(reader)
        title = (reader.metadata.title if reader.metadata else None) or ""
    except DependencyError as error:
        raise BadFile(_LOCKED) from error
    except PyPdfError as error:
        raise BadFile("The PDF is damaged. Ask for another copy, or paste its words.") from error
    if not text.strip():
        raise BadFile("There is no text in the PDF: it is a scan or a picture. Paste its words.")
    return Document(text, title.strip())


def _pages(reader: "PdfReader") -> str:
    pages, length = list[str](), 0
    for page in reader.pages:
        pages.append(page.extract_text().strip())
        length += len(pages[-1])
        if length > LARGEST_FILE:
            raise BadFile("The PDF is too long for a press release. Paste the part you need.")
    return "\n\n".join(pages)
