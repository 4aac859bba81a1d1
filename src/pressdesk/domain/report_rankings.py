"""The tables of a report that are ranked: topics, outlets, journalists, releases, outcomes."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from heapq import nsmallest

from pressdesk.domain.contacts import OutletKind
from pressdesk.domain.counted import Counted, Lacking
from pressdesk.domain.enquiries import LogQuery
from pressdesk.domain.report_figures import Basis, Side
from pressdesk.domain.reports import Form, Row, Table, Unit
from pressdesk.domain.said import listed
from pressdesk.domain.tallies import GONE, NOBODY, By, Key

MOST_LINES = 15
BOTH = (Unit.COUNT, Unit.COUNT)
Names = Mapping[By, Mapping[int, str]]
"""What outlets, journalists, topics and releases are called, by their ids."""


def rankings(basis: Basis, names: Names) -> tuple[Table, ...]:
    """Return the tables, each with the most frequent first; some may be empty."""
    return (
        _outcomes(basis),
        _ranked(basis, names, _TOPICS),
        _kinds(basis),
        *(_ranked(basis, names, sort) for sort in (_OUTLETS, _JOURNALISTS, _RELEASES)),
    )


def head_of(basis: Basis, first: str) -> tuple[str, ...]:
    """Return the titles of a table that counts in the period and in the one before."""
    return (first, basis.now.period.title, basis.before.period.title)


def _outcomes(basis: Basis) -> Table:
    lines: list[_Line] = [
        (one.id or NOBODY, one.name, Counted(outcome=one.name)) for one in basis.outcomes
    ]
    rows = _listed(
        basis, By.OUTCOME, [*lines, (NOBODY, "None yet", Counted(lacking=Lacking.OUTCOME))]
    )
    head, says = head_of(basis, "Outcome"), _most(rows, "The most frequent outcome was")
    return Table("outcomes", "Outcomes", Form.BARS, head, rows, says, BOTH)


def _kinds(basis: Basis) -> Table:
    lines: list[_Line] = [(kind, kind.label, Counted(outlet_kind=kind)) for kind in OutletKind]
    unnamed: _Line = (NOBODY, "No outlet named", Counted(lacking=Lacking.OUTLET))
    rows = _listed(basis, By.KIND, [*lines, unnamed])
    head, says = (
        head_of(basis, "Kind of outlet"),
        _most(rows, "The most frequent kind of outlet was"),
    )
    return Table("kinds", "Kinds of outlet", Form.BARS, head, rows, says, BOTH)


_Line = tuple[Key, str, Counted]


def _listed(basis: Basis, by: By, lines: Iterable[_Line]) -> tuple[Row, ...]:
    """Return the lines that have anything in either period, the most frequent first."""
    sides = (basis.now, basis.before)
    rows = (
        Row(
            label,
            tuple(float(side.tally.by(by)[key]) for side in sides),
            tuple(side.rows(counted) for side in sides),
        )
        for key, label, counted in lines
        if any(side.tally.by(by)[key] for side in sides)
    )
    return tuple(sorted(rows, key=lambda row: -(row.values[0] or 0)))


@dataclass(frozen=True)
class Ranked:
    """What is listed by how often it came; ``lacking`` counts what names none, if that is told."""

    by: By
    key: str
    title: str
    column: str
    says: str
    query: Callable[[LogQuery, int, str], LogQuery]
    lacking: Lacking | None = None


def _topic(query: LogQuery, _id: int, name: str) -> LogQuery:
    return replace(query, topic=name)


def _outlet(query: LogQuery, outlet_id: int, _name: str) -> LogQuery:
    return replace(query, outlet_id=outlet_id)


def _journalist(query: LogQuery, journalist_id: int, _name: str) -> LogQuery:
    return replace(query, journalist_id=journalist_id)


def _release(query: LogQuery, release_id: int, _name: str) -> LogQuery:
    return replace(query, counted=Counted(release_id=release_id))


_TOPICS = Ranked(
    By.TOPIC, "topics", "Topics", "Topic", "The most asked about was", _topic, Lacking.TOPIC
)
_OUTLETS = Ranked(
    *(By.OUTLET, "outlets", "Outlets", "Outlet", "The most came from", _outlet, Lacking.OUTLET)
)
_JOURNALISTS = Ranked(
    *(By.JOURNALIST, "journalists", "Busiest journalists", "Journalist"),
    *("The most came from", _journalist),
)
_RELEASES = Ranked(
    *(By.RELEASE, "releases", "Enquiries per release", "Release"),
    *("The most asked about release was", _release),
)
RANKED = (_TOPICS, _OUTLETS, _JOURNALISTS, _RELEASES)
NO_LONGER = "No longer kept"


def top(side: Side, by: By) -> list[Key]:
    """Return the keys that come most often, as many as a table shows, the most first."""
    counts = side.tally.by(by)
    named = (key for key in counts if key not in {NOBODY, GONE})
    return nsmallest(MOST_LINES, named, key=lambda key: (-counts[key], str(key)))


def _ranked(basis: Basis, names: Names, sort: Ranked) -> Table:
    shown, known = top(basis.now, sort.by), names.get(sort.by, {})
    rows = tuple(_row(basis, sort, int(key), known.get(int(key))) for key in shown)
    if sort.lacking:
        unnamed = f"No {sort.lacking.value} named"
        rows += _listed(basis, sort.by, [(NOBODY, unnamed, Counted(lacking=sort.lacking))])
    if basis.now.tally.by(sort.by)[GONE]:
        rows += (_row(basis, sort, GONE, None),)
    left = len(basis.now.tally.by(sort.by).keys() - {NOBODY, GONE}) - len(shown)
    head, says = head_of(basis, sort.column), _most(rows, sort.says)
    return Table(sort.key, sort.title, Form.BARS, head, rows, says, BOTH, left)


def _row(basis: Basis, sort: Ranked, key: int, name: str | None) -> Row:
    """Return the line of one id; what has left PressDesk has no name and cannot be opened."""
    sides = (basis.now, basis.before)
    queries = (None if name is None else sort.query(side.query, key, name) for side in sides)
    values = (float(side.tally.by(sort.by)[key]) for side in sides)
    return Row(NO_LONGER if name is None else name, tuple(values), tuple(queries))


def _most(rows: tuple[Row, ...], words: str) -> str:
    """Return a sentence that names the most frequent line, or up to three that are as frequent."""
    named = [row for row in rows if row.values[0] and row.rows[0] and not _is_lacking(row)]
    if not named:
        return ""
    best = named[0].values[0] or 0
    said = listed([row.label for row in named if row.values[0] == best][:3])
    return f"{words} {said}: {int(best):,}."


def _is_lacking(row: Row) -> bool:
    return any(query is not None and query.counted.lacking for query in row.rows)
