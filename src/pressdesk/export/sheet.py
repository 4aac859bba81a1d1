"""A table that leaves the office, whatever the format: columns, rows, and what explains them.

The type of a value is the type of its cell: text, an instant, a day, a length of time, yes or no,
a number, or nothing. Each writer gives it the form its readers expect. Rows go out some hundreds
at a time and column by column, since a column holds one kind of value and is told at one go.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any, Final
from zoneinfo import ZoneInfo

from pressdesk.domain.instants import Instants, WallClock
from pressdesk.errors import Refused
from pressdesk.export.replacing import UNTOUCHED

Value = str | int | float | date | datetime | timedelta | None
"""What a cell may hold; a bool is yes or no, None an empty cell."""

Cells = Sequence[Value]
"""What one column holds in some rows."""

Block = Sequence[Cells]
"""Some rows: the cells of each column, all of one length."""

Cancelled = Callable[[], bool]
Progress = Callable[[int], None]

BLOCK: Final = 200
"""Rows of a block, few enough for the processor's cache; after each, the work may be stopped."""
_TOLD: Final = 2_000  # rows between two words about how far it is
_YES_NO: Final = {True: "yes", False: "no"}


@dataclass(frozen=True)
class Column:
    """A column: its title, how its value is taken from a row, its width in characters.

    A table that comes in blocks has its values already.
    """

    title: str
    value: Callable[[Any], Value] | None = None
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


def in_blocks(sheet: Sheet, rows: Iterable[Any]) -> Iterator[Block]:
    """Yield the values that the columns take from some rows at a time."""
    takers = [column.value for column in sheet.columns if column.value]
    left = iter(rows)
    while some := list(islice(left, BLOCK)):
        yield [list(map(take, some)) for take in takers]


def walked(blocks: Iterable[Block], watch: Watch) -> Iterator[Block]:
    """Yield the blocks as they come; raise Refused when the work is to stop."""
    done = 0
    for block in blocks:
        check(watch)
        yield block
        done, before = done + len(block[0]), done
        if done // _TOLD > before // _TOLD:
            watch.progress(done)
    watch.progress(done)


def check(watch: Watch) -> None:
    """Raise Refused when the work is to stop."""
    if watch.cancelled():
        raise Refused(f"The export was cancelled. {UNTOUCHED}")


def length_said(length: timedelta) -> str:
    """Return a length of time as hours and minutes: “27:05”, “-0:15”."""
    minutes = round(abs(length).total_seconds()) // 60
    sign = "-" if length < timedelta() and minutes else ""
    return f"{sign}{minutes // 60}:{minutes % 60:02}"


def said(value: Value, clock: WallClock) -> str:
    """Return a value as people read it; text as it is, not yet guarded."""
    match value:
        case None:
            return ""
        case bool():
            return _YES_NO[value]
        case datetime():
            return clock.said(value)
        case timedelta():
            return length_said(value)
        case _:
            return str(value)


def all_said(cells: Cells, clock: WallClock) -> Sequence[str]:
    """Return the values of a column as people read them; text as it is, not yet guarded."""
    if isinstance(cells, Instants):
        return clock.all_said(cells)
    if set(map(type, cells)) == {bool}:
        return [_YES_NO[bool(value)] for value in cells]
    return [said(value, clock) for value in cells]
