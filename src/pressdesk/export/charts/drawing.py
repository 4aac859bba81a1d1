"""From a table of a report to a drawing of it, and where in it each value stands."""

from dataclasses import dataclass
from functools import partial
from types import ModuleType
from typing import Final

from pressdesk.domain.reports import Form, Table
from pressdesk.export.charts import bars, columns, heat, share
from pressdesk.export.charts.canvas import Canvas, Mark
from pressdesk.export.charts.fonts import drawing
from pressdesk.export.charts.heat import Week
from pressdesk.export.charts.look import Look

_FORMS: Final[dict[Form, ModuleType]] = {
    Form.BARS: bars,
    Form.COLUMNS: columns,
    Form.HEAT: heat,
    Form.SHARE: share,
}


@dataclass(frozen=True)
class Drawing:
    """A chart as SVG, as wide and high as it says in the units of its look.

    ``marks`` are the places of the values, row by row.
    """

    svg: bytes
    width: float
    height: float
    marks: tuple[Mark, ...]


def can_draw(table: Table) -> bool:
    """Say whether a table is more than words: it has a form, and something in it."""
    return table.form in _FORMS and any(any(row.values) for row in table.rows)


def height_of(table: Table, look: Look) -> float:
    """Return how high the drawing of a table will be; quick, nothing is drawn."""
    height: float = _form(table).height(table) * look.em
    return height


def draw(table: Table, look: Look, width: float, week: Week = ()) -> Drawing:
    """Draw a table that can be drawn; ``week`` are the opening hours for a heat map.

    It takes up to a tenth of a second, the first time a whole one.
    """
    form = _form(table)
    with drawing():
        canvas = Canvas(look, width, height_of(table, look))
        sketch = partial(heat.draw, week=week) if form is heat else form.draw
        sketch(canvas, table)
        return Drawing(canvas.svg(), canvas.width, canvas.height, tuple(canvas.marks))


def _form(table: Table) -> ModuleType:
    too_many = table.form is Form.SHARE and len(table.rows) > share.MOST_PARTS
    return bars if too_many else _FORMS[table.form]
