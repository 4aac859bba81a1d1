"""Weekday by hour: the darker the more, each count in its cell, the opening hours outlined."""

from collections.abc import Iterator
from math import ceil

from pressdesk.domain.report_words import value_said
from pressdesk.domain.reports import Table
from pressdesk.domain.spans import DAY_MINUTES, Span
from pressdesk.export.charts.canvas import Box, Canvas, Ink, Mark, Pen
from pressdesk.export.charts.fonts import width_of

Week = tuple[tuple[Span, ...], ...]
"""The opening hours of Monday to Sunday; empty where they are not to be shown."""

CELL, HEAD, FOOT, GAP = 1.9, 1.6, 1.6, 0.8  # em
STEPS = (0.1, 0.25, 0.45, 0.85, 1.0)
"""Shares of the accent, lightest first; between them words could be read on neither side."""

NOTHING = 0.03
_HEAD = Pen("text_muted", 0.85, align="center")
_HOURS = Pen("text_muted", 0.85)
HOUR = 60  # minutes
_SIZE = 0.92
_EDGE = 1.5  # how thick the outline of the opening hours is


def height(table: Table) -> float:
    """Return how high the drawing is, in em."""
    return HEAD + CELL * len(table.rows) + FOOT


def draw(canvas: Canvas, table: Table, week: Week = ()) -> None:
    """Draw a row of cells for each row of the table, under the heads of its values."""
    em = canvas.look.em
    start = max(width_of(row.label, em) for row in table.rows) + GAP * em
    grid = Box(start, HEAD * em, canvas.width - start - 1, CELL * len(table.rows) * em)
    _write_heads(canvas, grid, table.head[1:])
    across, down = grid.width / len(table.rows[0].values), CELL * em
    for place, row in enumerate(table.rows):
        canvas.words(0, grid.y + (place + 0.5) * down, row.label)
        for hour in range(len(row.values)):
            cell = Box(grid.x + hour * across, grid.y + place * down, across, down)
            canvas.marks.append(Mark(place, hour, cell))
    shares = _shares(table)
    _fill(canvas, grid, shares)
    if any(week := by_day(week)):
        _outline(canvas, grid, week)
    _write_values(canvas, table, shares, week)


def by_day(week: Week) -> Week:
    """Return the hours with what runs past midnight cut off, and put to the next morning."""
    evenings = [[Span(s.opens, min(s.closes, DAY_MINUTES)) for s in spans] for spans in week]
    nights = [[Span(0, s.closes - DAY_MINUTES) for s in spans] for spans in week]
    mornings = [[span for span in spans if span.closes > 0] for spans in nights]
    return tuple(
        (*mornings[day - 1], *evenings[day])  # Sunday's night ends on Monday
        for day in range(len(week))
    )


def step_of(value: float | None, highest: float) -> int | None:
    """Return which of the steps a value stands on; None for nothing."""
    return ceil(value / highest * len(STEPS)) - 1 if value else None


def _write_heads(canvas: Canvas, grid: Box, heads: tuple[str, ...]) -> None:
    across = grid.width / len(heads)
    widest = max(width_of(head, canvas.look.em * _HEAD.size) for head in heads)
    for place in range(0, len(heads), ceil((widest + 4) / across)):
        canvas.words(grid.x + (place + 0.5) * across, grid.y / 2, heads[place], _HEAD)


def _shares(table: Table) -> list[float]:
    """Return how much of the accent each cell has, in the order of the marks."""
    values = [value or 0 for row in table.rows for value in row.values]
    steps = (step_of(value, max(values)) for value in values)
    return [NOTHING if step is None else STEPS[step] for step in steps]


def _fill(canvas: Canvas, grid: Box, shares: list[float]) -> None:
    """Shade the cells, with hair lines between all of them."""
    canvas.shade(grid, NOTHING)
    for mark, share in zip(canvas.marks, shares, strict=True):
        if share > NOTHING:
            canvas.shade(mark.box, share)
    for mark in canvas.marks:
        box = mark.box
        if mark.row == 0:
            canvas.line((box.x, grid.y), (box.x, grid.y + grid.height), "surface")
        if mark.value == 0:
            canvas.line((grid.x, box.y), (grid.right, box.y), "surface")


def _write_values(canvas: Canvas, table: Table, shares: list[float], week: Week) -> None:
    """Write the counts into their cells, beside an outline that crosses them."""
    for mark, share in zip(canvas.marks, shares, strict=True):
        if share > NOTHING:
            said = value_said(table.rows[mark.row].values[mark.value], table.units[0])
            middle = _clear_of_edges(mark, week)
            room = mark.box.width * 2 * min(middle, 1 - middle)
            role = "accent_text" if share > 0.5 else "text"
            pen = Pen(role, _fitting(said, canvas.look.em, room), align="center")
            canvas.words(mark.box.x + mark.box.width * middle, mark.box.middle, said, pen)


def _fitting(said: str, em: float, room: float) -> float:
    """Return the size at which a count stays within its cell: thousands are written smaller."""
    return min(_SIZE, _SIZE * room * 0.94 / width_of(said, em * _SIZE))


def _clear_of_edges(mark: Mark, week: Week) -> float:
    """Return where in the width of a cell no edge of the opening hours crosses what is written."""
    spans = week[mark.row] if week else ()
    for edge in (edge for span in spans for edge in (span.opens, span.closes)):
        if edge // HOUR == mark.value and (crossed := edge % HOUR / HOUR):
            return crossed / 2 if crossed >= 0.5 else (1 + crossed) / 2
    return 0.5


def _outline(canvas: Canvas, grid: Box, week: Week) -> None:
    """Draw a line round the opening hours, one round days that have the same, and say so."""
    minute, down = grid.width / DAY_MINUTES, grid.height / len(week)
    for first, last, span in _blocks(week):
        left, wide = grid.x + span.opens * minute, (span.closes - span.opens) * minute
        box = Box(left, grid.y + first * down, wide, (last + 1 - first) * down)
        canvas.box(box, Ink(border="text"), _EDGE)
    hours = ", ".join(dict.fromkeys(span.shown for _, _, span in _blocks(week)))
    below = canvas.height - FOOT / 2 * canvas.look.em
    canvas.words(grid.x, below, f"Outlined: opening hours, {hours}", _HOURS)


def _blocks(week: Week) -> Iterator[tuple[int, int, Span]]:
    """Yield each stretch of hours with the first and the last of the days that share it."""
    for day, spans in enumerate(week):
        for span in spans:
            if not (day and span in week[day - 1]):
                last = day
                while last + 1 < len(week) and span in week[last + 1]:
                    last += 1
                yield day, last, span
