"""Word (.docx): paragraphs, lists, tables and footnotes; macros and pictures are passed over."""

import io
import re
import zipfile

from pressdesk.errors import BadFile
from pressdesk.intake.documents.document import Document
from pressdesk.intake.documents.html import fragment_text

LARGEST_WORDS = 20_000_000
"""Bytes of XML, which is held in memory; a long report has two million."""
_MOST_PARTS = 5_000
_WAY_BACK = re.compile(r' ?<a href="#[^"]*note-ref-[^"]*">↑</a>')
"""What mammoth writes behind each footnote, for browsers."""
_READ = (".xml", ".rels")
_STORY = "word/document"


def read_word(data: bytes) -> Document:
    """Read one document. Raises BadFile when it is no Word document, or one made to harm."""
    with _opened(data) as packed:
        if not any(name.startswith(_STORY) for name in packed.namelist()):
            raise BadFile(
                "The file is packed, but it is no Word document. "
                "Save a text as .docx, a spreadsheet as CSV; unpack anything else."
            )
        _refuse_bomb(packed)
        _refuse_entities(packed)
    import mammoth

    made = mammoth.convert_to_html(io.BytesIO(data), convert_image=_no_picture)
    return Document(fragment_text(_WAY_BACK.sub("", made.value)))


def _opened(data: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise BadFile(
            "The document is damaged or was cut short. Open it in Word, save it and add it again."
        ) from error


def _refuse_bomb(packed: zipfile.ZipFile) -> None:
    """Refuse by the sizes the file claims: unpacking never gives more than is claimed.

    Pictures and macros are never unpacked, so they do not count.
    """
    parts = packed.infolist()
    size = sum(part.file_size for part in parts if part.filename.endswith(_READ))
    if len(parts) > _MOST_PARTS or size > LARGEST_WORDS:
        raise BadFile("The document unpacks to far more than a release. Paste its words instead.")


def _refuse_entities(packed: zipfile.ZipFile) -> None:
    for part in packed.infolist():
        if part.filename.endswith(_READ) and b"<!DOCTYPE" in packed.read(part):
            raise BadFile("The document holds definitions that Word never writes. Paste its words.")


def _no_picture(_image: object) -> list[object]:
    return []
