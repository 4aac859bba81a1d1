"""One bar of the whole cut into its parts: in and out of hours, the lines."""

from itertools import accumulate

from pressdesk.domain.report_words import value_said
from pressdesk.domain.reports import Table, Unit
from pressdesk.export.charts.before import now_and_before
from pressdesk.export.charts.canvas import Box, Canvas, Ink, Mark, Pen
from pressdesk.export.charts.fonts import fitted, width_of

BAR, LINE, GAP = 1.8, 1.5, 0.9  # em
_INKS = (
    Ink("accent", "accent"),
    Ink("surface", "accent", "////"),
    Ink("surface", "text_muted"),
    Ink("surface", "text_muted", "...."),
)
MOST_PARTS = len(_INKS)
"""More parts are not told apart without colour."""

_PENS = (Pen(), Pen(weight=600))


def height(_table: Table) -> float:
    """Return how high the drawing is, in em."""
    return BAR + 0.3 + len(_PENS) * LINE


def draw(canvas: Canvas, table: Table) -> None:
    """Draw the bar, and under each part its name, its count and how much of the whole it is."""
    em = canvas.look.em
    counts = [now_and_before(row)[0] for row in table.rows]
    total = sum(counts) or 1
    room = canvas.width / len(counts) - GAP * em
    lines = [
        (fitted(row.label, em, room), f"{count:,.0f} · {value_said(count / total, Unit.SHARE)}")
        for row, count in zip(table.rows, counts, strict=True)
    ]
    begins = [0.0, *accumulate(count / total * canvas.width for count in counts)]
    places = _places([max(width_of(line, em, 600) for line in both) for both in lines], begins, em)
    for place, count in enumerate(counts):
        left, right = begins[place : place + 2]
        if count:
            canvas.box(Box(left + 0.5, 0.5, right - left - 1, BAR * em), _INKS[place])
        for number, words in enumerate(lines[place]):
            middle = (BAR + 0.3 + (number + 0.5) * LINE) * em
            canvas.words(places[place], middle, words, _PENS[number])
        canvas.marks.append(Mark(place, 0, Box(left, 0, right - left, canvas.height)))


def _places(widths: list[float], begins: list[float], em: float) -> list[float]:
    """Return where the words of each part begin: at its left, moved where others need room."""
    places: list[float] = []
    free = 0.0
    for number, width in enumerate(widths):
        rest = sum(widths[number:]) + (len(widths) - number - 1) * GAP * em
        places.append(max(free, min(begins[number], begins[-1] - rest)))
        free = places[-1] + width + GAP * em
    return places
