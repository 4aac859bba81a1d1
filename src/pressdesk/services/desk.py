"""The desk (open enquiries) and the log (all of them)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pressdesk.domain.enquiries import EnquirySummary, LogQuery
from pressdesk.domain.hours import OpeningHours
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

    def rows(self, query: LogQuery) -> Iterator[EnquirySummary]:
        """Yield every row of a query in its order, page by page, as one state of the log."""
        with self._context.database.reading() as session:
            query, page = self._understood(session, query), Page(EXPORT_PAGE)
            while found := enquiry_lists.page_of(session, query, page):
                yield from found
                page = replace(page, after=found[-1])

    def _understood(self, session: Session, query: LogQuery) -> LogQuery:
        return understood_query(session, query, self._context)
