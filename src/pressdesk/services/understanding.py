"""A search as the office understands it: typed names become journalists and outlets."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from pressdesk.domain.enquiries import LogQuery, Named, Narrowing, Sort
from pressdesk.domain.local_time import edge, local_day, zone_named
from pressdesk.domain.search import Search, read
from pressdesk.domain.search_terms import terms_of
from pressdesk.services.context import Context
from pressdesk.storage import everywhere
from pressdesk.storage import office as offices
from pressdesk.storage.database import Session
from pressdesk.storage.everywhere import MOST_NAMED

T = TypeVar("T")
_Find = Callable[[Session, str], tuple[Named, ...]]


@dataclass(frozen=True)
class Understood:
    """A search with its names looked up.

    ``outlets`` and ``journalists`` are the names as they were typed, or likely meant; ``remarks``
    are sentences about what was not found or not understood.
    """

    search: Search
    zone: ZoneInfo
    outlets: tuple[str, ...] = ()
    journalists: tuple[str, ...] = ()
    also: Narrowing = field(default_factory=Narrowing)
    remarks: tuple[str, ...] = ()

    def query(self, query: LogQuery | None = None) -> LogQuery:
        """Return the query of the log for this search, narrower than ``query`` where both do."""
        query = query or LogQuery()
        starts = (query.received_from, self._instant(self.search.first_day))
        ends = (query.received_before, self._instant(self.search.before))
        return replace(
            query,
            text=" ".join(term.typed() for term in self.search.terms),
            received_from=max(filter(None, starts), default=None),
            received_before=min(filter(None, ends), default=None),
            sort=Sort.NEWEST,
            also=replace(
                self.also,
                statuses=_both(self.also.statuses, query.status),
                lines=_both(self.also.lines, query.line),
            ),
        )

    def _instant(self, day: date | None) -> datetime | None:
        return edge(day, 0, self.zone) if day else None


def understood(session: Session, search: Search, zone: ZoneInfo) -> Understood:
    """Return a search with its names looked up; never raises."""
    outlets = _Names(session, "outlet", everywhere.outlets_named)
    journalists = _Names(session, "journalist", everywhere.journalists_named)
    for names, typed in ((outlets, search.outlets), (journalists, search.journalists)):
        for name in typed:
            names.look_up(name)
    also = Narrowing(outlets.found, journalists.found, search.statuses, search.lines)
    remarks = (*search.problems, *outlets.remarks, *journalists.remarks)
    return Understood(search, zone, tuple(outlets.typed), tuple(journalists.typed), also, remarks)


def understood_query(session: Session, query: LogQuery, context: Context) -> LogQuery:
    """Return a query of the log whose words may hold operators, with those understood."""
    if ":" not in query.text:
        return query
    zone = zone_named(offices.the_office(session).zone)
    search = read(query.text, local_day(context.clock.now(), zone))
    return understood(session, search, zone).query(query) if search.asked else query


def _both(several: tuple[T, ...] | None, one: T | None) -> tuple[T, ...] | None:
    """Return what is asked for by an operator and by a filter of the log."""
    if several is None or one is None:
        return several
    return tuple(value for value in several if value == one)


class _Names:
    """What the typed beginnings of names stand for: all those that answer to each of them."""

    def __init__(self, session: Session, called: str, find: _Find) -> None:
        self._session, self._called, self._find = session, called, find
        self.typed: list[str] = []
        self.remarks: list[str] = []
        self.found: tuple[Named, ...] | None = None

    def look_up(self, name: str) -> None:
        """Narrow by one more name."""
        called, some = self._called, self._find(self._session, name)
        taken = name if some else _meant(self._session, name)
        if taken != name:
            some = self._find(self._session, taken)
        if not some:
            self.remarks.append(f"No {called} is called “{name}…”.")
        elif taken != name:
            self.remarks.append(f"No {called} is called “{name}”. Taken as “{taken}”.")
        elif len(some) > MOST_NAMED:
            some = some[:MOST_NAMED]
            self.remarks.append(
                f"More than {MOST_NAMED} {called}s are called “{name}…”, of which {MOST_NAMED} "
                "are looked at. Type more of the name."
            )
        self.typed.append(taken)
        before = self.found
        self.found = some if before is None else tuple(one for one in some if one in before)


def _meant(session: Session, name: str) -> str:
    words = (word for term in terms_of(name) for word in term.words)
    return " ".join(everywhere.likely_name(session, word) or word for word in words)
