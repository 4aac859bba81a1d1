"""The lines of a paragraph or a note by what they are: words, bullets, a table."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby

from pressdesk.ui.releases.inline_marks import unmarked

_STEP = re.compile(r"(?P<label>\d{1,3}[.)]|\(\d{1,3}\)|\(?[a-z]\)|[a-z]\.)\s+(?=\S)")
_BULLET = "• "


class LineKind(Enum):
    """What a line is; STEP is one of a numbered list."""

    WORDS = auto()
    BULLET = auto()
    STEP = auto()
    TABLE = auto()


@dataclass(frozen=True)
class Stretch:
    """Lines set alike. ``label`` is the number of a step, ``rows`` are the cells of a table."""

    kind: LineKind
    words: str = ""
    label: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


def stretches(text: str) -> Iterator[Stretch]:
    """Yield what a text is made of: lines of words together, each bullet, each table."""
    for kind, lines in groupby(text.split("\n"), _kind):
        match kind:
            case LineKind.TABLE:
                rows = (_cells(line) for line in lines)
                yield Stretch(kind, rows=tuple(row for row in rows if any(row)))
            case LineKind.WORDS:
                yield Stretch(kind, "\n".join(lines))
            case LineKind.BULLET:
                for line in lines:
                    yield Stretch(kind, line.removeprefix(_BULLET))
            case LineKind.STEP:
                for line in lines:
                    found = _STEP.match(line)
                    assert found is not None
                    yield Stretch(kind, line[found.end() :], found["label"])


def in_a_row(rows: tuple[tuple[str, ...], ...]) -> str:
    """Return a table too wide for the page: the cells of each row one after the other."""
    return "\n".join(" · ".join(filter(None, row)) for row in rows)


def _kind(line: str) -> LineKind:
    if line.startswith("|") and line.rstrip().endswith("|") and line.count("|") > 1:
        return LineKind.TABLE
    if line.startswith(_BULLET):
        return LineKind.BULLET
    return LineKind.STEP if _STEP.match(line) else LineKind.WORDS


def _cells(row: str) -> tuple[str, ...]:
    """Return the cells of a row; those of the line that rules off a heading are empty."""
    cells = (unmarked(cell.strip()) for cell in row.strip().strip("|").split("|"))
    return tuple("" if not cell.strip("-: ") else cell for cell in cells)
