"""The desk (open enquiries) and the log (all of them)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pressdesk.domain.enquiries import EnquirySummary, LogQuery
from pressdesk.domain.hours import OpeningHours
from pressdesk.domain.telling_words import telling_words
from pressdesk.services.context import Context, hours_of
from pressdesk.services.understanding import understood_query
from pressdesk.storage import enquiry_lists
from pressdesk.storage.database import Session
from pressdesk.storage.enquiry_lists import Page

EXPORT_PAGE = 500


@dataclass(frozen=True)
class DeskView:
    """The open enquiries, the nearest deadline first, and the hours that group them."""

    enquiries: tuple[EnquirySummary, ...]
    hours: OpeningHours


class Desk:
    """Lists of enquiries."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def open_enquiries(self) -> DeskView:
        """Return every open enquiry; ``domain.desk`` groups them as time goes by."""
        with self._context.database.reading() as session:
            return DeskView(enquiry_lists.open_enquiries(session), hours_of(session))

    def page(self, query: LogQuery, page: Page) -> tuple[EnquirySummary, ...]:
        """Return one page of the log."""
        with self._context.database.reading() as session:
            return enquiry_lists.page_of(session, self._understood(session, query), page)

    def count(self, query: LogQuery) -> int:
        """Return how many enquiries a query shows."""
        with self._context.database.reading() as session:
            return enquiry_lists.count(session, self._understood(session, query))

    def asked_before(
        self, words: str, journalist_id: int | None = None, limit: int = 3
    ) -> tuple[EnquirySummary, ...]:
        """Return earlier enquiries like a question, the likest first, then the newest.

        Like it are those that hold its three longest telling words, or two; then come those of
        the same journalist, then those that hold the longest word. Each step reads an index.
        """
        found: dict[int, EnquirySummary] = {}
        with self._context.database.reading() as session:
            for step in _likest_first(words, journalist_id):
                if len(found) < limit:
                    rows = enquiry_lists.page_of(session, step, Page(limit))
                    found |= {row.id: row for row in rows if row.id not in found}
        return tuple(found.values())[:limit]

    def rows(self, query: LogQuery) -> Iterator[EnquirySummary]:
        """Yield every row of a query in its order, page by page, as one state of the log."""
        with self._context.database.reading() as session:
            query, page = self._understood(session, query), Page(EXPORT_PAGE)
            while found := enquiry_lists.page_of(session, query, page):
                yield from found
                page = replace(page, after=found[-1])

    def _understood(self, session: Session, query: LogQuery) -> LogQuery:
        return understood_query(session, query, self._context)


def _likest_first(words: str, journalist_id: int | None) -> list[LogQuery]:
    longest = sorted(telling_words(words), key=len, reverse=True)
    steps = [LogQuery(text=" ".join(longest[:most])) for most in (3, 2) if len(longest) >= most]
    if journalist_id is not None:
        steps.append(LogQuery(journalist_id=journalist_id))
    return [*steps, *(LogQuery(text=word) for word in longest[:1])]
