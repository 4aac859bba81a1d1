"""A report: figures, tables and the rules they were counted by, each open to what is behind it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from pressdesk.domain.enquiries import LogQuery
from pressdesk.domain.periods import Period, PeriodKind


class Unit(StrEnum):
    """What a value measures: enquiries, a share of 1, or seconds by the clock or of opening."""

    COUNT = "count"
    SHARE = "share"
    DURATION_CLOCK = "duration_clock"
    DURATION_WORKING = "duration_working"

    @property
    def is_time(self) -> bool:
        """Say whether the value is in seconds."""
        return self in {Unit.DURATION_CLOCK, Unit.DURATION_WORKING}


class Form(StrEnum):
    """How a table is best drawn beside being read."""

    BARS = "bars"
    COLUMNS = "columns"  # over time
    HEAT = "heat"
    SHARE = "share"  # the parts of a whole
    PLAIN = "plain"


@dataclass(frozen=True)
class Figure:
    """One number of the office; ``value`` is None when there is nothing to measure.

    ``of`` is what a share is a share of, or how many enquiries a median is of; ``before`` the value
    of the period before. ``rows`` opens exactly the enquiries behind it in the log: those counted,
    for a time all it is the median of. ``says`` is what is counted, a sentence.
    """

    key: str
    title: str
    value: float | None
    unit: Unit = Unit.COUNT
    of: int | None = None
    before: float | None = None
    rows: LogQuery | None = None
    says: str = ""

    @property
    def count(self) -> int | None:
        """How many enquiries ``rows`` opens; None when there is nothing to measure."""
        if self.value is None:
            return None
        if self.unit is Unit.COUNT:
            return round(self.value)
        return round(self.value * (self.of or 0)) if self.unit is Unit.SHARE else self.of


@dataclass(frozen=True)
class Row:
    """One line of a table; ``rows[n]`` opens what ``values[n]`` counts, None opens nothing."""

    label: str
    values: tuple[float | None, ...]
    rows: tuple[LogQuery | None, ...] = ()


@dataclass(frozen=True)
class Table:
    """Values in lines. ``head`` is the title of the labels and of each value, ``units`` theirs.

    ``says`` is one sentence that tells what it shows to who cannot see a drawing of it. ``left``
    counts further lines that are too small to stand here.
    """

    key: str
    title: str
    form: Form
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    says: str
    units: tuple[Unit, ...] = (Unit.COUNT,)
    left: int = 0


@dataclass(frozen=True)
class FrozenMonth:
    """A month whose figures stay as they were at an instant; ``month`` is its first day."""

    month: date
    frozen_at: datetime


@dataclass(frozen=True)
class Report:
    """What an office did in a period, beside the one before; ``taken_at`` is an instant in UTC.

    ``frozen`` says that all of the period is kept as it was when its months were closed;
    ``months`` which months, when. ``rules`` are the counting rules, a sentence or two each.
    """

    office: str
    period: Period
    before: Period
    figures: tuple[Figure, ...]
    tables: tuple[Table, ...]
    taken_at: datetime
    rules: tuple[str, ...]
    frozen: bool = False
    months: tuple[FrozenMonth, ...] = ()

    @property
    def title(self) -> str:
        """Return “Weekly report: week 47, 16 to 22 November 2026”."""
        called = {
            PeriodKind.WEEK: "Weekly report",
            PeriodKind.MONTH: "Monthly report",
            PeriodKind.YEAR: "Yearly report",
        }
        named = self.period.title.replace("Week", "week")
        return f"{called.get(self.period.kind, 'Report')}: {named}"

    def figure(self, key: str) -> Figure:
        """Return one figure; raise KeyError."""
        return {figure.key: figure for figure in self.figures}[key]

    def table(self, key: str) -> Table | None:
        """Return one table; None when the period has no need of it."""
        return next((table for table in self.tables if table.key == key), None)
