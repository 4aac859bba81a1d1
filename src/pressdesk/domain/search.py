"""What was typed into a search, understood: words, phrases and operators like ``outlet:humber``.

Operators are tokens of their own and never split a word: OXFORD is not OX or D. A value of
several words is quoted, ``outlet:"Humber Daily"``. What is not understood is said, and asks for
nothing.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from itertools import chain
from typing import TypeVar

from pressdesk.domain.enquiries import OPEN_STATUSES, Status
from pressdesk.domain.log_days import read_days
from pressdesk.domain.routing import Route
from pressdesk.domain.said import listed
from pressdesk.domain.search_terms import Term, spans_in, straightened, terms_of
from pressdesk.errors import Refused


class Operator(StrEnum):
    """The words that a colon makes an operator; ``from`` is who asks."""

    OUTLET = "outlet"
    FROM = "from"
    BEFORE = "before"
    AFTER = "after"
    STATUS = "status"
    LINE = "line"


_TOKEN = re.compile(
    rf"(?P<operator>(?:{'|'.join(Operator)})):\s*(?:\"(?P<quoted>[^\"]*)\"?|(?P<bare>[^\s\"]*))"
    r"|\"[^\"]*\"?|[^\s\"]+",
    re.IGNORECASE | re.ASCII,
)
_STATUSES = {**{status.label.lower(): (status,) for status in Status}, "open": OPEN_STATUSES}
_LINES = {route.label.lower(): (route,) for route in Route}
T = TypeVar("T")


@dataclass(frozen=True)
class Search:
    """A search, understood. ``plain`` is what was typed without the operators.

    ``outlets`` and ``journalists`` are the beginnings of names that were typed. Enquiries are
    received from ``first_day`` on and before ``before``. None and nothing ask for nothing.
    ``problems`` are sentences about what was not understood.
    """

    plain: str = ""
    terms: tuple[Term, ...] = ()
    outlets: tuple[str, ...] = ()
    journalists: tuple[str, ...] = ()
    first_day: date | None = None
    before: date | None = None
    statuses: tuple[Status, ...] | None = None
    lines: tuple[Route, ...] | None = None
    problems: tuple[str, ...] = ()
    asked: frozenset[Operator] = field(default_factory=frozenset)

    def is_empty(self) -> bool:
        """Say whether it asks for nothing at all."""
        return not (self.terms or self.asked)

    def meaning(self, meant: Mapping[str, str]) -> "Search":
        """Return the same search with some of its words taken as others."""
        terms = (
            replace(one, words=tuple(meant.get(w, w) for w in one.words)) for one in self.terms
        )
        return replace(self, terms=tuple(terms))

    def marked(self) -> tuple[Term, ...]:
        """Return every term that what is found may show: words, and the names asked for."""
        names = (*self.outlets, *self.journalists)
        return (*self.terms, *(term for name in names for term in terms_of(name)))

    def untold(self, told: str) -> tuple[Term, ...]:
        """Return the terms that do not stand in what is told already."""
        return tuple(term for term in self.terms if not spans_in(told, [term]))


def read(typed: str, today: date) -> Search:
    """Return what a typed search asks for; never raises, whatever was typed."""
    search, rest = Search(), list[str]()
    for token in _TOKEN.finditer(straightened(typed)):
        if token["operator"] is None:
            rest.append(token[0])
            continue
        value = " ".join((token["quoted"] or token["bare"] or "").split())
        if value:
            search = _with(search, Operator(token["operator"].lower()), value, today)
    plain = " ".join(rest)
    return replace(search, plain=plain, terms=terms_of(plain))


def _with(search: Search, operator: Operator, value: str, today: date) -> Search:
    try:
        narrowed = _READERS[operator](search, value, today)
    except Refused as error:
        return replace(search, problems=(*search.problems, str(error)))
    return replace(narrowed, asked=search.asked | {operator})


def _outlet(search: Search, value: str, _today: date) -> Search:
    return replace(search, outlets=(*search.outlets, _name(value, "outlet")))


def _journalist(search: Search, value: str, _today: date) -> Search:
    return replace(search, journalists=(*search.journalists, _name(value, "journalist")))


def _before(search: Search, value: str, today: date) -> Search:
    day = read_days(value, today, Operator.BEFORE)[0]
    return replace(search, before=min(day, search.before or day))


def _after(search: Search, value: str, today: date) -> Search:
    day = read_days(value, today, Operator.AFTER)[0]
    return replace(search, first_day=max(day, search.first_day or day))


def _status(search: Search, value: str, _today: date) -> Search:
    found = _beginning(value, _STATUSES, "status")
    kept = search.statuses
    return replace(search, statuses=tuple(s for s in found if kept is None or s in kept))


def _line(search: Search, value: str, _today: date) -> Search:
    found = _beginning(value, _LINES, "line")
    kept = search.lines
    return replace(search, lines=tuple(one for one in found if kept is None or one in kept))


_READERS: dict[Operator, Callable[[Search, str, date], Search]] = {
    Operator.OUTLET: _outlet,
    Operator.FROM: _journalist,
    Operator.BEFORE: _before,
    Operator.AFTER: _after,
    Operator.STATUS: _status,
    Operator.LINE: _line,
}


def _name(value: str, kind: str) -> str:
    if not terms_of(value):
        raise Refused(f"No {kind} is called “{value[:40]}”.")
    return value


def _beginning(value: str, named: Mapping[str, tuple[T, ...]], kind: str) -> tuple[T, ...]:
    """Return everything whose words begin as ``value`` does."""
    wanted = value.lower().replace("_", " ").replace("-", " ")
    alike = (some for words, some in named.items() if words.startswith(wanted))
    found = dict.fromkeys(chain.from_iterable(alike))
    if not found:
        raise Refused(f"No {kind} begins with “{value[:40]}”. Try {_choices(named)}.")
    return tuple(found)


def _choices(named: Iterable[str]) -> str:
    return listed(list(named)).replace(" and ", " or ")
