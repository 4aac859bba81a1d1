"""How enquiries are counted for a report; ``report_rules`` says the same in words.

The log finds the same enquiries by ``Counted`` (``storage.counted``): each figure is the number of
rows that its query shows, and a test holds both against each other. Facts come as columns, since
a year of a busy office is counted ten times quicker that way.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from pressdesk.domain.contacts import OutletKind
from pressdesk.domain.counted import DAY_HOURS, HOUR, Given, Kept, stretches, week_hour
from pressdesk.domain.hours import OpeningHours
from pressdesk.domain.office import Outcome
from pressdesk.domain.tallies import CLOSED, NOBODY, OPEN, URGENT, By, Key, Tally, Took
from pressdesk.domain.working_clock import readings

_FIRST_DAY = date(1970, 1, 1).toordinal()
Ids = Sequence[int | None]
Instants = Sequence[int | None]


@dataclass(frozen=True)
class Facts:
    """What a report needs of some enquiries, a column each; instants are whole seconds from 1970.

    The last three are when their clocks were stopped by words that were recorded.
    """

    received: Sequence[int] = ()
    deadline: Instants = ()
    closed: Instants = ()
    urgent: Sequence[bool] = ()
    expected: Sequence[str] = ()
    used: Sequence[str] = ()
    outlet_id: Ids = ()
    journalist_id: Ids = ()
    owner_id: Ids = ()
    outcome_id: Ids = ()
    acknowledged: Instants = ()
    held: Instants = ()
    answered: Instants = ()

    @classmethod
    def of(cls, rows: Sequence[Any]) -> "Facts":
        """Return rows, whose values stand in the order of the fields, as columns."""
        return cls(*zip(*rows, strict=True)) if rows else cls()


COLUMNS = tuple(field.name for field in fields(Facts))


@dataclass(frozen=True)
class Counting:
    """What the counting follows from: hours, outcomes, kinds of outlets, and the moment it is done.

    A deadline has passed or not as at ``as_at``.
    """

    hours: OpeningHours
    outcomes: tuple[Outcome, ...]
    kinds: Mapping[int, OutletKind]
    as_at: datetime

    def tally(self, facts: Facts) -> Tally:
        """Count some enquiries, by all but topics and releases, of which each may have several."""
        if not facts.received:
            return Tally()
        outlets, clocks = counted(facts.outlet_id), self.clocks(facts)
        running = facts.closed.count(None)
        counts: dict[By, Counter[Key]] = {
            **_times_of_week(facts.received, self.hours.zone),
            By.URGENT: Counter({URGENT: sum(facts.urgent)}),
            By.ROUTE: Counter(map(" ".join, zip(facts.expected, facts.used, strict=True))),
            By.OUTLET: outlets,
            By.KIND: self._kinds(outlets),
            By.JOURNALIST: counted(facts.journalist_id),
            By.OUTCOME: counted(facts.outcome_id),
            By.STATE: Counter({OPEN: running, CLOSED: len(facts.closed) - running}),
            By.GIVEN: Counter(clocks.given(facts)),
            By.KEPT: Counter(clocks.kept(facts, int(self.as_at.timestamp()))),
        }
        return Tally(counts, clocks.times(facts, self.hours))

    def clocks(self, facts: Facts) -> "Clocks":
        """Return when they were acknowledged and answered, and which belong in the figures.

        An outcome that says that an answer was given, without words on record, stops the clocks
        at closing: a link or an interview needs no words.
        """
        closings = [
            closed if outcome in self._answering else None
            for closed, outcome in zip(facts.closed, facts.outcome_id, strict=True)
        ]
        return Clocks(
            counts=[outcome not in self._left_out for outcome in facts.outcome_id],
            acknowledged=_either(facts.acknowledged, closings),
            answered=_either(facts.answered, closings),
        )

    def _kinds(self, outlets: Counter[Key]) -> Counter[Key]:
        found: Counter[Key] = Counter()
        for outlet, count in outlets.items():
            found[NOBODY if outlet == NOBODY else self.kinds[int(outlet)]] += count
        return found

    @cached_property
    def _left_out(self) -> frozenset[int | None]:
        return frozenset(outcome.id for outcome in self.outcomes if not outcome.counts)

    @cached_property
    def _answering(self) -> frozenset[int | None]:
        return frozenset(outcome.id for outcome in self.outcomes if outcome.answered)


@dataclass(frozen=True)
class Clocks:
    """When some enquiries were acknowledged and answered; ``counts`` says which are not left out.

    Withdrawn ones and what is no media enquiry are left out of all of these.
    """

    counts: Sequence[bool]
    acknowledged: Instants
    answered: Instants

    def given(self, facts: Facts) -> Iterable[Given]:
        """Yield what was given to each that counts."""
        for counts, answered, held in zip(self.counts, self.answered, facts.held, strict=True):
            if counts:
                holding = Given.NOTHING if held is None else Given.HOLDING_ONLY
                yield holding if answered is None else Given.ANSWER

    def kept(self, facts: Facts, now: int) -> Iterable[Kept]:
        """Yield how each stands to its deadline."""
        columns = (self.counts, facts.deadline, self.answered, facts.closed)
        for counts, deadline, answered, closed in zip(*columns, strict=True):
            if not counts:
                yield Kept.LEFT_OUT
            elif deadline is None:
                yield Kept.NO_DEADLINE
            elif answered is not None:
                yield Kept.IN_TIME if answered <= deadline else Kept.LATE
            else:
                yield Kept.RUNNING if closed is None and deadline >= now else Kept.MISSED

    def times(self, facts: Facts, hours: OpeningHours) -> dict[Took, list[int]]:
        """Measure how long it took to acknowledge and to answer, by both clocks."""
        acknowledged = self._measured(facts.received, self.acknowledged)
        answered = self._measured(facts.received, self.answered)
        instants = (at for pairs in (acknowledged, answered) for pair in pairs for at in pair)
        shown = readings(hours, instants)
        return {
            Took.ACKNOWLEDGE: sorted(end - start for start, end in acknowledged),
            Took.ACKNOWLEDGE_WORKING: sorted(shown[end] - shown[at] for at, end in acknowledged),
            Took.ANSWER: sorted(end - start for start, end in answered),
            Took.ANSWER_WORKING: sorted(shown[end] - shown[start] for start, end in answered),
        }

    def _measured(self, received: Sequence[int], ends: Instants) -> list[tuple[int, int]]:
        """Return beginnings and ends; none ends before it began, as a corrected time might say."""
        return [
            (start, max(start, end))
            for start, end, counts in zip(received, ends, self.counts, strict=True)
            if end is not None and counts
        ]


def counted(ids: Ids) -> Counter[Key]:
    """Count ids; those of nobody under NOBODY."""
    return Counter(NOBODY if one is None else one for one in ids)


def _either(recorded: Instants, closings: Instants) -> list[int | None]:
    pairs = zip(recorded, closings, strict=True)
    return [closing if given is None else given for given, closing in pairs]


def _times_of_week(received: Sequence[int], zone: ZoneInfo) -> dict[By, Counter[Key]]:
    """Count by local day and by hour of the local week."""
    seen = sorted(received)
    hours: Counter[int] = Counter()
    first, last = (datetime.fromtimestamp(at, UTC) for at in (seen[0], seen[-1] + 1))
    for stretch in stretches(first, last, zone):
        begins, ends = (bisect_left(seen, at.timestamp()) for at in (stretch.begins, stretch.ends))
        hours.update((at + stretch.offset) // HOUR for at in seen[begins:ends])
    by_day: Counter[Key] = Counter()
    by_hour: Counter[Key] = Counter()
    for hour, count in hours.items():
        by_day[_FIRST_DAY + hour // DAY_HOURS] += count
        by_hour[week_hour(hour)] += count
    return {By.DAY: by_day, By.HOUR: by_hour}
