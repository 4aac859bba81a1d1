"""The words of a PDF in Arabic or Urdu: PDFium gives their letters in the order they are read."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from pressdesk.intake.documents.pdf_pages import ONE_AT_A_TIME

if TYPE_CHECKING:
    import pypdfium2

_SHAPED = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_ENOUGH = 2_000  # letters to tell the direction by
_ROOM = 1.3
"""How much further than to the next line it is to the next paragraph."""
_WITHIN = 0.4
"""How far from the middle of a line a letter of it stands, as a share of its height."""
_NEAR = 4  # lines, among which PDFium may mix letters


def reads_from_right(text: str) -> bool:
    """Tell by most of the letters."""
    kinds = [unicodedata.bidirectional(letter) for letter in text[:_ENOUGH]]
    return kinds.count("R") + kinds.count("AL") > kinds.count("L")


def turned_pages(data: bytes) -> list[str]:
    """Return the words of each page, with room between paragraphs.

    Letters come as they are typed, not in the shapes they take in a word.
    """
    import pypdfium2

    with ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(data)
        try:
            return [_page(page) for page in document]
        finally:
            document.close()


def _page(page: "pypdfium2.PdfPage") -> str:
    lines = sorted(_lines(page.get_textpage()), key=lambda line: -line.height)
    pitches = [above.height - below.height for above, below in pairwise(lines)]
    usual = sorted(pitches)[len(pitches) // 4] if pitches else 0.0  # most lines follow another
    whole = ""
    for line, pitch in zip(lines, [0.0, *pitches], strict=False):
        words = " ".join("".join(map(_typed, line.letters)).split())
        whole += ("\n\n" if pitch > usual * _ROOM else "\n") + words
    return whole.strip()


def _typed(letter: str) -> str:
    """Return a letter as it is typed; one in the shape that it takes in a word is another sign."""
    return unicodedata.normalize("NFKC", letter) if _SHAPED.match(letter) else letter


@dataclass
class _Line:
    """Letters whose middles stand at one height on the page."""

    height: float
    letters: list[str]


def _lines(text: "pypdfium2.PdfTextPage") -> Iterable[_Line]:
    """Put the letters into lines: PDFium joins two that are near, the lower one first."""
    lines: list[_Line] = []
    line = _Line(0.0, [])
    for at, letter in enumerate(text.get_text_range()):
        _, bottom, _, top = text.get_charbox(at, loose=True)
        middle, within = (bottom + top) / 2, (top - bottom) * _WITHIN
        if top > bottom and abs(middle - line.height) > within:
            near = (one for one in reversed(lines[-_NEAR:]) if abs(middle - one.height) <= within)
            line = next(near, _Line(middle, []))
            if not line.letters:
                lines.append(line)
        if letter not in "\r\n":
            line.letters.append(letter)
    return lines
