"""The period before in a chart: an outline round what is drawn now, and the words that say so."""

from pressdesk.domain.reports import Row, Table
from pressdesk.export.charts.canvas import Canvas, Pen

FOOT = 1.8  # em
_NOTE = Pen("text_muted", 0.85)


def now_and_before(row: Row) -> tuple[float, float]:
    """Return the value of a row and that of the period before; nothing is 0."""
    now, before = (*row.values, None)[:2]
    return now or 0, before or 0


def foot(table: Table) -> float:
    """Return the room, in em, for saying what the outlines are; none without outlines."""
    return FOOT if any(now_and_before(row)[1] for row in table.rows) else 0


def write_note(canvas: Canvas, table: Table, x: float) -> None:
    """Say at the foot what the outlines are."""
    if foot(table):
        note = f"Outlined: {table.head[2]}"
        canvas.words(x, canvas.height - FOOT / 2 * canvas.look.em, note, _NOTE)
