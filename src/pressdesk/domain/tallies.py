"""Enquiries counted: how many of each sort, and how long things took.

A tally holds nothing of any one enquiry, so that the tallies of days add up to those of weeks and
years, and may be kept when the enquiries themselves are gone.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

NOBODY = 0
"""The key under which those are counted that name no outlet, journalist, topic or outcome."""

GONE = -1
"""The key under which those are counted that are kept no longer, though a frozen month has them."""

Key = int | str


class By(StrEnum):
    """What enquiries are counted by."""

    DAY = "day"  # ordinals of local days
    HOUR = "hour"  # 0 to 167, from Monday 00:00
    URGENT = "urgent"
    ROUTE = "route"  # expected and used, apart by a blank
    OUTLET = "outlet"
    KIND = "kind"
    JOURNALIST = "journalist"
    TOPIC = "topic"
    RELEASE = "release"
    OUTCOME = "outcome"
    STATE = "state"
    GIVEN = "given"
    KEPT = "kept"


class Took(StrEnum):
    """What is measured, in seconds: until acknowledged and answered, by two clocks."""

    ACKNOWLEDGE = "acknowledge"
    ACKNOWLEDGE_WORKING = "acknowledge_working"
    ANSWER = "answer"
    ANSWER_WORKING = "answer_working"


OPEN, CLOSED, URGENT = "open", "closed", "urgent"


@dataclass(frozen=True)
class Tally:
    """How many of each sort, and each length of time that was measured: seconds, shortest first."""

    counts: Mapping[By, Counter[Key]] = field(default_factory=dict)
    times: Mapping[Took, Sequence[int]] = field(default_factory=dict)

    def by(self, by: By) -> Counter[Key]:
        """Return how many there are of each of a sort."""
        return self.counts.get(by, Counter())

    def took(self, took: Took) -> Sequence[int]:
        """Return what was measured."""
        return self.times.get(took, ())

    @property
    def received(self) -> int:
        """How many enquiries there are."""
        return self.by(By.STATE).total()


def added(tallies: Iterable[Tally]) -> Tally:
    """Return several tallies as one."""
    counts: dict[By, Counter[Key]] = {by: Counter() for by in By}
    times: dict[Took, list[int]] = {took: [] for took in Took}
    for tally in tallies:
        for by, counter in tally.counts.items():
            counts[by].update(counter)
        for took, lengths in tally.times.items():
            times[took].extend(lengths)
    for lengths in times.values():
        lengths.sort()
    return Tally(counts, times)


def renamed(tally: Tally, now: Mapping[By, Mapping[Key, Key]]) -> Tally:
    """Return a tally with ids as they are ``now``, such as that of the contact one was merged into.

    An id that is not among them any more counts as GONE.
    """
    counts = dict(tally.counts)
    for by, known in now.items():
        found: Counter[Key] = Counter()
        for key, count in tally.by(by).items():
            found[key if key == NOBODY else known.get(key, GONE)] += count
        counts[by] = found
    return Tally(counts, tally.times)


def as_plain(tally: Tally) -> dict[str, Any]:
    """Return a tally as JSON keeps it: keys, then how often each; quicker to read than pairs."""
    return {
        "counts": {
            by: [list(counter), list(counter.values())]
            for by, counter in tally.counts.items()
            if counter
        },
        "times": {took: list(lengths) for took, lengths in tally.times.items() if lengths},
    }


def from_plain(plain: dict[str, Any]) -> Tally:
    """Return the tally that ``as_plain`` made JSON of."""
    return Tally(
        {By(by): Counter(dict(zip(*pair, strict=True))) for by, pair in plain["counts"].items()},
        {Took(took): lengths for took, lengths in plain["times"].items()},
    )
