"""A table that leaves the office, whatever the format: columns, rows, and what explains them.

The type of a value is the type of its cell: text, an instant, a day, a length of time, yes or no,
a number, or nothing. Each writer gives it the form its readers expect.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from pressdesk.clock import as_utc
from pressdesk.errors import Refused
from pressdesk.export.replacing import UNTOUCHED

Value = str | int | float | date | datetime | timedelta | None
"""What a cell may hold; a bool is yes or no, None an empty cell."""

Cancelled = Callable[[], bool]
Progress = Callable[[int], None]

_STEP: Final = 500  # rows between two words about how far it is


@dataclass(frozen=True)
class Column:
    """A column: its title, how its value is taken from a row, its width in characters."""

    title: str
    value: Callable[[Any], Value]
    width: int = 18


@dataclass(frozen=True)
class Sheet:
    """What a table holds and what explains it; the number of rows is added to the facts.

    ``figures`` are what it amounts to, told with the facts; a PDF shows them above the table too.
    """

    title: str
    facts: tuple[tuple[str, str], ...]
    columns: tuple[Column, ...]
    zone: ZoneInfo
    figures: tuple[tuple[str, str], ...] = ()

    def about(self, count: int) -> tuple[tuple[str, str], ...]:
        """Return all that explains the table, a name and its value each."""
        return (("Sheet", self.title), *self.figures, *self.facts, ("Rows", str(count)))


def never() -> bool:
    """Return False: nobody cancels."""
    return False


def untold(_done: int) -> None:
    """Tell nobody how far it is."""


@dataclass(frozen=True)
class Watch:
    """Who is told how many rows are done, and who may stop the work before the next row."""

    progress: Progress = untold
    cancelled: Cancelled = never


UNWATCHED: Final = Watch()


def walked(sheet: Sheet, rows: Iterable[Any], watch: Watch) -> Iterator[list[Value]]:
    """Yield the values of each row as they come; raise Refused when the work is to stop."""
    takers = [column.value for column in sheet.columns]
    for done, row in enumerate(rows, start=1):
        check(watch)
        yield [take(row) for take in takers]
        if done % _STEP == 0:
            watch.progress(done)


def check(watch: Watch) -> None:
    """Raise Refused when the work is to stop."""
    if watch.cancelled():
        raise Refused(f"The export was cancelled. {UNTOUCHED}")


def wall_clock(instant: datetime, zone: ZoneInfo) -> datetime:
    """Return an instant as the office's clocks show it, without a zone; refuse a naive one."""
    return as_utc(instant).astimezone(zone).replace(tzinfo=None)


def length_said(length: timedelta) -> str:
    """Return a length of time as hours and minutes: “27:05”, “-0:15”."""
    minutes = round(abs(length).total_seconds()) // 60
    sign = "-" if length < timedelta() and minutes else ""
    return f"{sign}{minutes // 60}:{minutes % 60:02}"


def said(value: Value, zone: ZoneInfo) -> str:
    """Return a value as people read it; text as it is, not yet guarded."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case datetime():
            return f"{wall_clock(value, zone):%Y-%m-%d %H:%M}"
        case timedelta():
            return length_said(value)
        case _:
            return str(value)
