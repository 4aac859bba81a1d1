"""The pages of a PDF as pictures, one at a time, for showing what came in as it was printed.

PDFium draws them. It is built without scripts and fetches nothing.
"""

from dataclasses import dataclass
from math import sqrt
from threading import Lock
from typing import TYPE_CHECKING

from pressdesk.errors import BadFile

if TYPE_CHECKING:
    import pypdfium2

ONE_AT_A_TIME = Lock()
"""PDFium must not be entered from two threads."""
_MOST_PAGES = 2_000
_MOST_POINTS = 16_000_000
"""Of one picture: 64 MB of memory. A page of A4 at twice the size of the screen has half."""
_LONGEST_SIDE = 20_000
"""Points; no screen can be given a much longer picture."""
_LOCKED = "password"


@dataclass(frozen=True)
class PagePicture:
    """One page: ``pixels`` are rows of four bytes a point (blue, green, red, nothing)."""

    number: int
    pages: int
    width: int
    height: int
    pixels: bytes


def draw_page(data: bytes, number: int, width: int) -> PagePicture:
    """Draw a page about ``width`` points wide; a page number beyond the end is the last.

    Raises BadFile when the PDF is locked, damaged, or has more pages than a person turns.
    """
    import pypdfium2

    with ONE_AT_A_TIME:
        try:
            return _drawn(data, number, width)
        except pypdfium2.PdfiumError as error:
            if _LOCKED in str(error).lower():
                raise BadFile(
                    "The PDF is locked with a password. Save it and open it with the password."
                ) from error
            raise BadFile(
                "This page of the PDF is damaged and cannot be shown. Save the original instead."
            ) from error


def _drawn(data: bytes, number: int, width: int) -> PagePicture:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        pages = len(document)
        if pages > _MOST_PAGES:
            raise BadFile(f"The PDF has {pages:,} pages. Save the original and open it elsewhere.")
        number = max(1, min(number, pages))
        page = document[number - 1]
        scale = _scale(page.get_size(), width)
        bitmap = page.render(scale=scale, prefer_bgrx=True, may_draw_forms=False)
        picture = PagePicture(number, pages, bitmap.width, bitmap.height, _rows(bitmap))
        page.close()
        return picture
    finally:
        document.close()


def _scale(size: tuple[float, float], width: int) -> float:
    """Fit the width, unless the picture would be too large to hold: a page can be a mile high."""
    across, down = (max(side, 1.0) for side in size)
    fits = sqrt(_MOST_POINTS / (across * down)), _LONGEST_SIDE / max(across, down)
    return min(width / across, *fits)


def _rows(bitmap: "pypdfium2.PdfBitmap") -> bytes:
    """Return the picture's rows without what pads them."""
    whole, row = bytes(bitmap.buffer), bitmap.width * 4
    if bitmap.stride == row:
        return whole
    starts = range(0, bitmap.height * bitmap.stride, bitmap.stride)
    return b"".join(whole[at : at + row] for at in starts)
