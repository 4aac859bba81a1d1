"""Search everywhere: one box over all that the office keeps, a few of each kind."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from pressdesk.domain.contacts import counted
from pressdesk.domain.embargo import NOT_EMBARGOED, Embargo
from pressdesk.domain.enquiries import EnquirySummary
from pressdesk.domain.local_time import local_day, zone_named
from pressdesk.domain.search import Operator, Search, read
from pressdesk.domain.search_terms import Term, passage, spans_in
from pressdesk.services.context import Context
from pressdesk.services.understanding import Understood, understood
from pressdesk.storage import (
    contacts,
    enquiry_lists,
    everywhere,
    lines_to_take,
    releases,
    saved_filters,
)
from pressdesk.storage import office as offices
from pressdesk.storage.database import Session
from pressdesk.storage.everywhere import COUNTED, LOOKED_THROUGH, Some
from pressdesk.storage.search import enquiry_words

EMBARGOED = "Embargoed"
"""The state of a hit under embargo."""
_CUT = (
    f"The newest {LOOKED_THROUGH:,} enquiries were looked through. "
    "“Show all in the log” looks through every one."
)


@dataclass(frozen=True)
class Hit:
    """One thing found: its title, where the words stand or who it is, its state, its date.

    ``embargo`` is that of a release, or of the one a line comes from; while it holds, state and
    date are those of its end.
    """

    id: int
    title: str
    context: str
    state: str = ""
    at: datetime | date | None = None
    embargo: Embargo = NOT_EMBARGOED


@dataclass(frozen=True)
class Group:
    """What was found of one kind: the best few, and how many in all.

    ``total`` is counted as far as COUNTED; ``more`` says that there are more.
    """

    kind: str
    title: str
    total: int
    more: bool
    hits: tuple[Hit, ...]


@dataclass(frozen=True)
class Found:
    """The answer to a search. ``remarks`` are sentences about how it was understood."""

    search: Search = field(default_factory=Search)
    groups: tuple[Group, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kind:
    """A kind of thing that is searched: what it is called, and how it is found and shown.

    ``knows`` are the operators that mean something for it; another one leaves the kind out.
    """

    name: str
    title: str
    knows: frozenset[Operator]
    find: Callable[[Session, Understood], Some]
    show: Callable[[Session, Search, tuple[int, ...]], tuple[Hit, ...]]


class SearchEverywhere:
    """The search box."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def problems(self, typed: str) -> tuple[str, ...]:
        """Return what of a typed search is not understood or not known, in sentences."""
        with self._context.database.reading() as session:
            asked = self._understood(session, typed)
        unknown = () in (asked.also.outlets, asked.also.journalists)
        return asked.remarks if unknown else asked.search.problems

    def find(self, typed: str, limit: int = 5) -> Found:
        """Return what answers a typed search, ``limit`` of each kind; never refuses any words.

        When nothing does, words that nothing holds are taken as what was likely meant.
        """
        with self._context.database.reading() as session:
            asked = self._understood(session, typed)
            now = self._context.clock.now()
            groups, remarks = _groups(session, asked, limit, now)
            if not groups and (meant := everywhere.likely(session, asked.search.terms)):
                asked = replace(asked, search=asked.search.meaning(meant))
                groups, remarks = _groups(session, asked, limit, now)
                remarks = (*map(_taken, meant.items()), *remarks)
            return Found(asked.search, groups, (*asked.remarks, *remarks))

    def _understood(self, session: Session, typed: str) -> Understood:
        zone = zone_named(offices.the_office(session).zone)
        return understood(session, read(typed, local_day(self._context.clock.now(), zone)), zone)


def _groups(
    session: Session, asked: Understood, limit: int, now: datetime
) -> tuple[tuple[Group, ...], tuple[str, ...]]:
    search, groups, remarks = asked.search, list[Group](), list[str]()
    for kind in KINDS if not search.is_empty() else ():
        if not search.asked <= kind.knows:
            continue
        some = kind.find(session, asked)
        remarks += [_CUT] if some.cut else []
        if some.ids:
            shown = kind.show(session, search, some.ids[:limit])
            hits = tuple(_embargoed(hit) if hit.embargo.holds(now) else hit for hit in shown)
            total = len(some.ids)
            groups.append(Group(kind.name, kind.title, total, total == COUNTED, hits))
    return tuple(groups), tuple(remarks)


def _embargoed(hit: Hit) -> Hit:
    return replace(hit, state=EMBARGOED, at=hit.embargo.until)


def _taken(pair: tuple[str, str]) -> str:
    return f"Nothing holds “{pair[0]}”. Taken as “{pair[1]}”."


def _find_enquiries(session: Session, asked: Understood) -> Some:
    return everywhere.enquiries(session, asked.query())


def _find_releases(session: Session, asked: Understood) -> Some:
    search = asked.search
    return everywhere.releases(session, search.terms, search.first_day, search.before)


def _find_lines(session: Session, asked: Understood) -> Some:
    return everywhere.lines_to_take(session, asked.search.terms)


def _find_journalists(session: Session, asked: Understood) -> Some:
    search = asked.search
    return everywhere.journalists(session, search.terms, asked.journalists, asked.also.outlets)


def _find_outlets(session: Session, asked: Understood) -> Some:
    return everywhere.outlets(session, asked.search.terms, asked.outlets)


def _enquiries(session: Session, search: Search, ids: tuple[int, ...]) -> tuple[Hit, ...]:
    words = enquiry_words(session, ids)
    rows = enquiry_lists.summaries_of(session, ids)
    return tuple(_enquiry(row, search, words[row.id]) for row in rows)


def _enquiry(row: EnquirySummary, search: Search, words: str) -> Hit:
    told = " · ".join(filter(None, (row.reference, row.journalist, row.outlet)))
    spoken = words.replace(row.subject, "", 1).split(row.outlet or "\n", 1)[-1]
    place = passage(spoken, search.untold(f"{row.subject} {told}"))
    context = f"{told} · {place}" if place else told
    return Hit(row.id, row.subject or row.reference, context, row.state, row.received_at)


def _releases(session: Session, search: Search, ids: tuple[int, ...]) -> tuple[Hit, ...]:
    return tuple(
        Hit(
            one.id,
            one.headline,
            passage(one.text.replace(one.headline, "", 1), search.terms),
            "Published" if one.published_on else "No date",
            one.published_on,
            one.embargo,
        )
        for one in releases.texts_of(session, ids)
    )


def _lines_to_take(session: Session, search: Search, ids: tuple[int, ...]) -> tuple[Hit, ...]:
    return tuple(
        Hit(
            line.id,
            line.title,
            " · ".join(filter(None, (line.topic, passage(line.words, search.terms)))),
            line.state.label,
            line.cleared_at,
            line.embargo,
        )
        for line in lines_to_take.summaries_of(session, ids)
    )


def _journalists(session: Session, _search: Search, ids: tuple[int, ...]) -> tuple[Hit, ...]:
    return tuple(
        Hit(
            one,
            person.name,
            " · ".join(
                filter(None, (person.outlet, person.number, person.other_number, person.email))
            ),
            counted(person.enquiries, "enquiry"),
        )
        for one, person in zip(ids, contacts.journalists_of(session, ids), strict=True)
    )


def _outlets(session: Session, _search: Search, ids: tuple[int, ...]) -> tuple[Hit, ...]:
    return tuple(
        Hit(
            one,
            outlet.name,
            f"{outlet.kind.label} · {counted(outlet.journalists, 'journalist')}",
            counted(outlet.enquiries, "enquiry"),
        )
        for one, outlet in zip(ids, contacts.outlets_of(session, ids), strict=True)
    )


def _find_saved_filters(session: Session, asked: Understood) -> Some:
    terms = asked.search.terms
    found = [one for one in saved_filters.kept(session) if _is_called(one.name, terms)]
    return Some(tuple(one.id for one in found if one.id is not None))


def _is_called(name: str, terms: tuple[Term, ...]) -> bool:
    return all(spans_in(name, [term]) for term in terms)


def _saved_filters(session: Session, _search: Search, ids: tuple[int, ...]) -> tuple[Hit, ...]:
    found = {one.id: one for one in saved_filters.kept(session)}
    return tuple(Hit(one, found[one].name, found[one].said()) for one in ids)


_DAYS = frozenset({Operator.BEFORE, Operator.AFTER})
_NAMES = frozenset({Operator.OUTLET, Operator.FROM})

KINDS = (
    Kind("enquiry", "Enquiries", frozenset(Operator), _find_enquiries, _enquiries),
    Kind("release", "Releases", _DAYS, _find_releases, _releases),
    Kind("line_to_take", "Lines to take", frozenset(), _find_lines, _lines_to_take),
    Kind("journalist", "Journalists", _NAMES, _find_journalists, _journalists),
    Kind("outlet", "Outlets", frozenset({Operator.OUTLET}), _find_outlets, _outlets),
    Kind("saved_filter", "Saved filters", frozenset(), _find_saved_filters, _saved_filters),
)
"""What is searched, in the order in which it is shown. One more entry is one more kind."""
