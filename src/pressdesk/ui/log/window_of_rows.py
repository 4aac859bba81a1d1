"""The part of a long list that is at hand: the pages read last, and which to read next."""

from collections import OrderedDict

from pressdesk.domain.enquiries import EnquirySummary
from pressdesk.storage.enquiry_lists import Page

PAGE = 100
KEPT = 20

Rows = tuple[EnquirySummary, ...]


class WindowOfRows:
    """Up to ``KEPT`` pages of rows. Old ones stay in sight until they have been read anew."""

    def __init__(self) -> None:
        self._pages: OrderedDict[int, Rows] = OrderedDict()
        self._stale: set[int] = set()

    def __getitem__(self, row: int) -> EnquirySummary | None:
        """Return the enquiry at ``row``; None while it has not been read."""
        page = self._pages.get(row // PAGE, ())
        return page[row % PAGE] if row % PAGE < len(page) else None

    def row_of(self, enquiry_id: int | None) -> int | None:
        """Return where an enquiry stands, if it is at hand."""
        for number, page in self._pages.items():
            for at, enquiry in enumerate(page):
                if enquiry.id == enquiry_id:
                    return number * PAGE + at
        return None

    def keep(self, number: int, rows: Rows) -> None:
        """Keep a page that was just read; let the one go that was wanted longest ago."""
        self._pages[number] = rows
        self._pages.move_to_end(number)
        self._stale.discard(number)
        while len(self._pages) > KEPT:
            gone, _ = self._pages.popitem(last=False)
            self._stale.discard(gone)

    def forget(self) -> None:
        """Let all pages go."""
        self._pages.clear()
        self._stale.clear()

    def doubt(self) -> None:
        """Have every page read again when it is next wanted."""
        self._stale.update(self._pages)

    def missing(self, rows: range) -> int | None:
        """Return the first page of those that hold ``rows`` that must be read; keep the others."""
        if not rows:
            return None
        for number in range(rows[0] // PAGE, rows[-1] // PAGE + 1):
            if number not in self._pages or number in self._stale:
                return number
            self._pages.move_to_end(number)
        return None

    def ask_for(self, number: int) -> Page:
        """Return how to read a page: right after the one above it, when that is at hand."""
        above = self._pages.get(number - 1, ())
        if len(above) == PAGE and number - 1 not in self._stale:
            return Page(PAGE, after=above[-1])
        return Page(PAGE, offset=number * PAGE)
