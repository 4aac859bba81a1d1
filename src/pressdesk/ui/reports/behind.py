"""What a figure or a bar opens in the log, and the words that say it."""

from pressdesk.domain.report_words import value_said
from pressdesk.domain.reports import Figure, Form, Table, Unit
from pressdesk.ui.tools import Behind

Place = tuple[int, int]
"""A row of a table, and one of its values."""


def behind_figure(figure: Figure, period: str) -> Behind | None:
    """Return what opens the enquiries that a figure counts; None where there are none."""
    if figure.rows is None or not figure.count:
        return None
    return Behind(figure.rows, f"{figure.title}, {period}")


def behind_value(table: Table, place: Place, period: str) -> Behind | None:
    """Return what opens the enquiries that a value of a table counts; None where there are none."""
    row, value = table.rows[place[0]], place[1]
    if not row.values[value] or len(row.rows) <= value or (query := row.rows[value]) is None:
        return None
    return Behind(query, f"{table.title}, {label_of(table, place)}{_when(table, value, period)}")


def label_of(table: Table, place: Place) -> str:
    """Return what a value is counted for: “Humber Daily”, “Monday 08:00”."""
    row, value = place
    label = table.rows[row].label
    if table.form is Form.HEAT:
        return f"{label} {table.head[value + 1]}:00"
    return label if value == 0 or _is_before(table, value) else f"{label}, {table.head[value + 1]}"


def place_said(table: Table, place: Place) -> str:
    """Return a value in words: “Humber Daily: 14, October 2026: 9”."""
    row, value = table.rows[place[0]], place[1]
    said = f"{label_of(table, place)}: {value_said(row.values[value], unit_of(table, value))}"
    if value == 0 and table.form is not Form.HEAT and len(row.values) > 1:
        before = value_said(row.values[1], unit_of(table, 1))
        return f"{said}, {table.head[2]}: {before}"
    return said


def unit_of(table: Table, value: int) -> Unit:
    """Return what a value of a table measures."""
    return table.units[min(value, len(table.units) - 1)]


def _is_before(table: Table, value: int) -> bool:
    """Say whether a value is that of the period before."""
    return value == 1 and table.form in {Form.BARS, Form.COLUMNS, Form.SHARE}


def _when(table: Table, value: int, period: str) -> str:
    """Return the period, where the label of the row does not say when by itself."""
    if table.form is Form.COLUMNS:
        return f" (at that place of {table.head[2]})" if value else ""
    return f", {table.head[2] if _is_before(table, value) else period}"
