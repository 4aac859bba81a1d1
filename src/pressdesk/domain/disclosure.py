"""What the log says of itself under freedom of information: a calendar year in figures.

Not to be mixed up with ``domain/foi.py``, the day by which a request that was passed on is due.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.contacts import counted
from pressdesk.domain.local_time import edge
from pressdesk.domain.office import Outcome
from pressdesk.errors import Refused

_EARLIEST, _LATEST = 1900, 9998
_SUBSTANTIVE = (
    "words given to the journalist that are more than an acknowledgement or a holding answer"
)
_UNANSWERED = (
    "a holding answer only when one was given, otherwise none; an acknowledgement is no answer"
)


class Counted(StrEnum):
    """How one enquiry stands in the figures."""

    ANSWERED = "Substantive answer"
    HOLDING = "Holding answer only"
    NONE = "No answer"
    APART = "Shown apart"


@dataclass(frozen=True)
class Fate:
    """All that the figures ask of an enquiry: the furthest answer, and how it ended."""

    given: AnswerKind | None = None
    outcome: Outcome | None = None

    @property
    def counted(self) -> Counted:
        """How it stands in the figures; RULE says the same in words."""
        if self.outcome is not None and not self.outcome.counts:
            return Counted.APART
        if self.given is AnswerKind.SUBSTANTIVE or (self.outcome and self.outcome.answered):
            return Counted.ANSWERED
        return Counted.HOLDING if self.given is AnswerKind.HOLDING else Counted.NONE


@dataclass(frozen=True)
class YearFigures:
    """The figures of one calendar year; ``apart`` are outcomes that leave them, each by name."""

    year: int
    answered: int = 0
    holding: int = 0
    none: int = 0
    apart: tuple[tuple[str, int], ...] = ()

    @property
    def received(self) -> int:
        """Enquiries received, without those shown apart."""
        return self.answered + self.unanswered

    @property
    def unanswered(self) -> int:
        """Enquiries with no substantive answer."""
        return self.holding + self.none

    def told(self) -> tuple[tuple[str, int], ...]:
        """Return each figure with what it counts."""
        return (
            ("Enquiries received", self.received),
            ("With no substantive answer", self.unanswered),
            ("of these with no answer", self.none),
            ("of these with a holding answer only", self.holding),
            *((f"Shown apart: {name}", count) for name, count in self.apart),
        )


def figures_of(
    year: int, fates: Iterable[tuple[Fate, int]], outcomes: Sequence[Outcome]
) -> YearFigures:
    """Return the figures of a year from how many enquiries had each fate."""
    counts = dict.fromkeys(Counted, 0)
    apart = {outcome.name: 0 for outcome in outcomes if not outcome.counts}
    for fate, count in fates:
        counts[fate.counted] += count
        if fate.outcome is not None and fate.counted is Counted.APART:
            apart[fate.outcome.name] = apart.get(fate.outcome.name, 0) + count
    return YearFigures(
        year,
        counts[Counted.ANSWERED],
        counts[Counted.HOLDING],
        counts[Counted.NONE],
        tuple(apart.items()),
    )


def counting_rule(outcomes: Sequence[Outcome], zone: ZoneInfo) -> str:
    """Return how the figures are counted, in words to print beside them."""
    ended = _listed([outcome.name for outcome in outcomes if outcome.answered and outcome.counts])
    apart = _listed([outcome.name for outcome in outcomes if not outcome.counts])
    closed = f", or an enquiry closed as {ended}" if ended else ""
    said = (
        f"An enquiry counts in the calendar year of the day on which it was received ({zone.key}).",
        f"Those that ended as {apart} are shown apart and count nowhere else." if apart else "",
        f"A substantive answer is {_SUBSTANTIVE}{closed}.",
        f"Every other enquiry had no substantive answer: {_UNANSWERED}.",
        "Enquiries still open count as they stand on the day of the export.",
    )
    return " ".join(filter(None, said))


def year_span(year: int, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return the instants at which a calendar year begins and ends by the office's clocks."""
    if not _EARLIEST <= year <= _LATEST:
        raise Refused(f"{year} is not a year of a log. Choose one like 2025.", field="year")
    return edge(date(year, 1, 1), 0, zone), edge(date(year + 1, 1, 1), 0, zone)


def figures_said(figures: YearFigures) -> str:
    """Return the main figures in a sentence."""
    received = counted(figures.received, "enquiry")
    parts = f"{figures.none:,} none, {figures.holding:,} a holding answer only"
    return (
        f"{received[0].upper()}{received[1:]} received in {figures.year}; "
        f"{figures.unanswered:,} with no substantive answer ({parts})."
    )


def _listed(names: Sequence[str]) -> str:
    quoted = [f"“{name}”" for name in names]
    return " or ".join(filter(None, (", ".join(quoted[:-1]), *quoted[-1:])))
