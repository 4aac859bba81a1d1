"""Columns over time: one for each day, week or month, the period before as an outline round it."""

from math import ceil

from pressdesk.domain.report_words import value_said
from pressdesk.domain.reports import Row, Table
from pressdesk.export.charts.before import foot, now_and_before, write_note
from pressdesk.export.charts.canvas import Box, Canvas, Ink, Mark, Pen
from pressdesk.export.charts.fonts import width_of

HEIGHT, ABOVE, BELOW = 9.0, 1.6, 1.9  # em: the highest column, a value over it, the labels
_BAR, _OUTLINE = 0.5, 0.84  # of the room of a column
_WIDEST = 5.0  # em
_VALUE, _LABEL = Pen(size=0.92, weight=600, align="center"), Pen("text_muted", 0.92, align="center")


def height(table: Table) -> float:
    """Return how high the drawing is, in em."""
    return HEIGHT + ABOVE + BELOW + foot(table)


def draw(canvas: Canvas, table: Table) -> None:
    """Draw the columns from left to right, as the rows of the table follow each other."""
    room = canvas.width / len(table.rows)
    scale = HEIGHT * canvas.look.em / (max(max(now_and_before(row)) for row in table.rows) or 1)
    told = _told(canvas, table, room)
    for place, row in enumerate(table.rows):
        whole = Box(place * room, 0, room, canvas.height)
        said = value_said(row.values[0], table.units[0]) if place in told else ""
        _column(canvas, whole, row, scale, said)
        canvas.marks.append(Mark(place, 0, whole))
    ground = _ground(canvas)
    canvas.line((0, ground), (canvas.width, ground), "border_strong")
    _write_labels(canvas, [row.label for row in table.rows], room)
    write_note(canvas, table, 0)


def _ground(canvas: Canvas) -> float:
    return (HEIGHT + ABOVE) * canvas.look.em


def _column(canvas: Canvas, whole: Box, row: Row, scale: float, said: str) -> None:
    now, before = now_and_before(row)
    room = min(whole.width, _WIDEST * canvas.look.em)

    def column(value: float, share: float) -> Box:
        width, tall = room * share, value * scale
        return Box(whole.centre - width / 2, _ground(canvas) - tall, width, tall)

    outline, bar = column(before, _OUTLINE), column(now, _BAR)
    if before:
        canvas.box(outline, Ink(border="text_muted"))
    if now:
        canvas.box(bar, Ink("accent"))
        above = ABOVE * canvas.look.em
        crossed = bar.y - above < outline.y < bar.y
        top = outline.y if crossed else bar.y
        canvas.words(whole.centre, top - above / 2, said, _VALUE)


def _told(canvas: Canvas, table: Table, room: float) -> set[int]:
    """Return which columns have their value over them: all, or the highest where that is tight."""
    values = [row.values[0] or 0 for row in table.rows]
    size, weight = canvas.look.em * _VALUE.size, _VALUE.weight
    widest = max(width_of(value_said(value, table.units[0]), size, weight) for value in values)
    return set(range(len(values))) if widest < room * _OUTLINE else {values.index(max(values))}


def _write_labels(canvas: Canvas, labels: list[str], room: float) -> None:
    """Write as many labels as have room, at even steps from the first."""
    em = canvas.look.em
    widest = max(width_of(label, em * _LABEL.size) for label in labels) + em * 0.7
    middle = _ground(canvas) + BELOW * em * 0.55
    for place in range(0, len(labels), ceil(widest / room)):
        half = width_of(labels[place], em * _LABEL.size) / 2
        x = min(max((place + 0.5) * room, half), canvas.width - half)
        canvas.words(x, middle, labels[place], _LABEL)
