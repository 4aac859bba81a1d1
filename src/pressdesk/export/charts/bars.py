"""Horizontal bars: outlets, topics, outcomes. The period before is an outline round each bar."""

from dataclasses import dataclass

from pressdesk.domain.report_words import value_said
from pressdesk.domain.reports import Row, Table
from pressdesk.export.charts.before import foot, now_and_before, write_note
from pressdesk.export.charts.canvas import Box, Canvas, Ink, Mark, Pen
from pressdesk.export.charts.fonts import fitted, width_of

ROW, BAR, OUTLINE, GAP = 1.9, 0.8, 1.3, 0.8  # em
_MOST_LABELS = 0.46  # of the width
_VALUE = Pen(weight=600)


def height(table: Table) -> float:
    """Return how high the drawing is, in em."""
    return len(table.rows) * ROW + foot(table)


def draw(canvas: Canvas, table: Table) -> None:
    """Draw a bar for each row, its label at the left and its value beside its end."""
    scale = _Scale.of(canvas, table)
    for place, row in enumerate(table.rows):
        _row(canvas, table, place, row, scale)
    write_note(canvas, table, scale.start)


@dataclass(frozen=True)
class _Scale:
    """Where the bars begin, and how long a bar of 1 is."""

    start: float
    per_one: float

    @classmethod
    def of(cls, canvas: Canvas, table: Table) -> "_Scale":
        em, width = canvas.look.em, canvas.width
        labels = max(width_of(row.label, em) for row in table.rows) + GAP * em
        start = min(labels, width * _MOST_LABELS)
        said = (value_said(row.values[0], table.units[0]) for row in table.rows)
        room = width - start - max(width_of(words, em, _VALUE.weight) for words in said) - GAP * em
        return cls(start, room / (max(max(now_and_before(row)) for row in table.rows) or 1))

    def bar(self, value: float, middle: float, thickness: float) -> Box:
        return Box(self.start, middle - thickness / 2, value * self.per_one, thickness)


def _row(canvas: Canvas, table: Table, place: int, row: Row, scale: _Scale) -> None:
    em = canvas.look.em
    whole = Box(0, place * ROW * em, canvas.width, ROW * em)
    now, before = now_and_before(row)
    bar = scale.bar(now, whole.middle, BAR * em)
    outline = scale.bar(before, whole.middle, OUTLINE * em)
    canvas.words(0, whole.middle, fitted(row.label, em, scale.start - GAP / 2 * em))
    if before:
        canvas.box(outline, Ink(border="text_muted"))
    if now:
        canvas.box(bar, Ink("accent"))
    said = value_said(row.values[0], table.units[0])
    canvas.words(_beside(said, bar, outline if before else bar, em), whole.middle, said, _VALUE)
    canvas.marks.append(Mark(place, 0, whole))


def _beside(said: str, bar: Box, outline: Box, em: float) -> float:
    """Return where a value begins: at the end of its bar, or past an outline that crosses it."""
    gap = GAP / 2 * em
    ends = bar.right + gap + width_of(said, em, _VALUE.weight)
    return (outline.right if bar.right < outline.right < ends + gap / 2 else bar.right) + gap
