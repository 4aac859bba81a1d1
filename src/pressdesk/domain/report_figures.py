"""The figures of a report, from the tallies of its period and of the one before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.counted import DUE, Counted, Given, Kept
from pressdesk.domain.enquiries import LogQuery
from pressdesk.domain.office import Outcome
from pressdesk.domain.periods import Period
from pressdesk.domain.reports import Figure, Unit
from pressdesk.domain.routing import Route
from pressdesk.domain.tallies import NOBODY, OPEN, URGENT, By, Key, Tally, Took

DECLINED = "Declined"
PERCENTILE = 90


@dataclass(frozen=True)
class Side:
    """A period with its tally, and the query of the log that shows all of it."""

    period: Period
    tally: Tally
    query: LogQuery

    def rows(self, counted: Counted) -> LogQuery:
        """Return the query of those that are counted."""
        return replace(self.query, counted=counted)

    @property
    def counts(self) -> int:
        """How many belong in the figures of answers."""
        return self.tally.by(By.GIVEN).total()


@dataclass(frozen=True)
class Basis:
    """What a report is made of: the period, the one before, and when it was counted."""

    now: Side
    before: Side
    zone: ZoneInfo
    taken_at: datetime
    outcomes: tuple[Outcome, ...] = ()


def period_query(period: Period, zone: ZoneInfo) -> LogQuery:
    """Return the query of all that was received in a period."""
    starts, ends = period.instants(zone)
    return LogQuery(received_from=starts, received_before=ends)


def figures(basis: Basis) -> tuple[Figure, ...]:
    """Return the figures in the order in which an office reports them."""
    return (*_reception(basis), *_times(basis), *_answering(basis))


def middle(lengths: Sequence[int]) -> float | None:
    """Return the median of lengths, the shortest first: half way between the two middle ones.

    Of nothing, nothing.
    """
    if not lengths:
        return None
    half = len(lengths) // 2
    return (lengths[half] + lengths[~half]) / 2


def percentile(lengths: Sequence[int], per_cent: int = PERCENTILE) -> float | None:
    """Return within which length, the shortest first, ``per_cent`` of them lie (nearest rank)."""
    if not lengths:
        return None
    rank = -(-len(lengths) * per_cent // 100)
    return float(lengths[max(rank, 1) - 1])


def in_hours(tally: Tally) -> int:
    """Return how many were received in hours: those expected on the main line."""
    routes = tally.by(By.ROUTE).items()
    return sum(count for route, count in routes if expected_of(route) is Route.MAIN)


def out_of_hours(tally: Tally) -> int:
    """Return how many were received while the office was closed."""
    return tally.received - in_hours(tally)


def urgent(tally: Tally) -> int:
    """Return how many were urgent."""
    return tally.by(By.URGENT)[URGENT]


def wrong_line(tally: Tally) -> int:
    """Return how many came on another line than expected."""
    routes = tally.by(By.ROUTE).items()
    return sum(count for route, count in routes if expected_of(route) is not used_of(route))


def expected_of(route: Key) -> Route:
    """Return the line expected of a key of By.ROUTE."""
    return Route(str(route).split()[0])


def used_of(route: Key) -> Route:
    """Return the line used of a key of By.ROUTE."""
    return Route(str(route).split()[1])


def due(tally: Tally) -> int:
    """Return how many had a deadline that is decided: kept, late or missed."""
    return sum(tally.by(By.KEPT)[kept] for kept in DUE)


def _reception(basis: Basis) -> tuple[Figure, ...]:
    now, before = basis.now, basis.before
    received = (now.tally.received, before.tally.received)
    counted = (
        ("in_hours", "In hours", in_hours, Counted(in_hours=True), "that came in hours"),
        (
            *("out_of_hours", "Out of hours", out_of_hours, Counted(in_hours=False)),
            "that came out of hours",
        ),
        ("urgent", "Urgent", urgent, Counted(urgent=True), "that was urgent"),
        (
            *("wrong_line", "Wrong line", wrong_line, Counted(wrong_line=True)),
            "that came on another line than expected",
        ),
    )
    return (
        Figure(
            "received",
            "Received",
            float(received[0]),
            before=float(received[1]),
            rows=now.query,
            says="All enquiries received in the period.",
        ),
        *(
            _share(
                _Share(key, title, rows, f"Of those received, the share {what}."),
                now,
                (count(now.tally), count(before.tally)),
                received,
            )
            for key, title, count, rows, what in counted
        ),
    )


def _times(basis: Basis) -> tuple[Figure, ...]:
    now, before = basis.now, basis.before
    return tuple(
        Figure(
            f"{took.value}_{called}",
            f"{title} to {_ACTS[clock]}{_IN[unit]}",
            measure(now.tally.took(took)),
            unit,
            of=len(now.tally.took(took)),
            before=measure(before.tally.took(took)),
            rows=now.rows(Counted(counts=True, stopped=clock)),
            says=f"{title} time from receipt until it was {_DONE[clock]}, {_CLOCKS[unit]}.",
        )
        for took, (clock, unit) in MEASURED.items()
        for called, title, measure in MEASURES
    )


MEASURED = {
    Took.ACKNOWLEDGE: (AnswerKind.ACKNOWLEDGED, Unit.DURATION_CLOCK),
    Took.ACKNOWLEDGE_WORKING: (AnswerKind.ACKNOWLEDGED, Unit.DURATION_WORKING),
    Took.ANSWER: (AnswerKind.SUBSTANTIVE, Unit.DURATION_CLOCK),
    Took.ANSWER_WORKING: (AnswerKind.SUBSTANTIVE, Unit.DURATION_WORKING),
}
MEASURES = (("median", "Median", middle), ("p90", "90th percentile", percentile))
_ACTS = {AnswerKind.ACKNOWLEDGED: "acknowledge", AnswerKind.SUBSTANTIVE: "answer"}
_DONE = {AnswerKind.ACKNOWLEDGED: "acknowledged", AnswerKind.SUBSTANTIVE: "answered"}
_IN = {Unit.DURATION_CLOCK: "", Unit.DURATION_WORKING: ", in opening hours"}
_CLOCKS = {Unit.DURATION_CLOCK: "by the clock", Unit.DURATION_WORKING: "in opening hours"}


def _answering(basis: Basis) -> tuple[Figure, ...]:
    now, before = basis.now, basis.before
    kept = tuple(side.tally.by(By.KEPT)[Kept.IN_TIME] for side in (now, before))
    running = tuple(float(side.tally.by(By.STATE)[OPEN]) for side in (now, before))
    return (
        _share(
            _Share(
                "in_time",
                "Answered by the deadline",
                Counted(kept=Kept.IN_TIME, as_at=basis.taken_at),
                "Of those whose deadline was kept, missed or passed, the share answered by it.",
            ),
            now,
            kept,
            (due(now.tally), due(before.tally)),
        ),
        *(
            _share(
                _Share(given.value, title, Counted(given=given), f"Of those that count, {says}."),
                now,
                tuple(side.tally.by(By.GIVEN)[given] for side in (now, before)),
                (now.counts, before.counts),
            )
            for given, title, says in _GIVEN
        ),
        *_declined(basis),
        Figure(
            "open",
            "Still open",
            running[0],
            before=running[1],
            rows=now.rows(Counted(is_open=True)),
            says="Received in the period and not closed when this was counted.",
        ),
    )


_GIVEN = (
    (Given.ANSWER, "Answered", "the share that was answered"),
    (
        *(Given.HOLDING_ONLY, "Holding answer only"),
        "the share that had a holding answer and nothing further",
    ),
    (Given.NOTHING, "No answer", "the share that had neither an answer nor a holding answer"),
)


def _declined(basis: Basis) -> tuple[Figure, ...]:
    """Return the share declined; none when the office has no such outcome."""
    sides = (basis.now, basis.before)
    return tuple(
        _share(
            _Share(
                "declined",
                "Declined",
                Counted(outcome=outcome.name),
                "Of those received, the share closed as declined.",
            ),
            basis.now,
            tuple(side.tally.by(By.OUTCOME)[outcome.id or NOBODY] for side in sides),
            (basis.now.tally.received, basis.before.tally.received),
        )
        for outcome in basis.outcomes
        if outcome.name.casefold() == DECLINED.casefold()
    )


@dataclass(frozen=True)
class _Share:
    """What a share is of, before it is counted."""

    key: str
    title: str
    counted: Counted
    says: str


def _share(share: _Share, now: Side, counts: tuple[int, ...], of: tuple[int, ...]) -> Figure:
    """Return a share, now and before; of nothing, nothing."""
    value, before = (
        count / whole if whole else None for count, whole in zip(counts, of, strict=True)
    )
    rows = now.rows(share.counted)
    return Figure(share.key, share.title, value, Unit.SHARE, of[0], before, rows, share.says)
