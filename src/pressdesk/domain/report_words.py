"""How the values of a report are said: on screen, in a chart, on paper and in a sentence."""

from datetime import timedelta

from pressdesk.domain.reports import Figure, Unit

_DAY = timedelta(days=1)
_LONG = 2 * _DAY


def value_said(value: float | None, unit: Unit) -> str:
    """Return “1,204”, “82%”, “1 h 05 min”; nothing for a value of nothing."""
    if value is None:
        return ""
    if unit.is_time:
        return _length_said(timedelta(seconds=value), in_days=unit is Unit.DURATION_CLOCK)
    return f"{value:.0%}" if unit is Unit.SHARE else f"{value:,.0f}"


def change_said(figure: Figure) -> str:
    """Return how a figure stands to the period before: “up from 59”, “as before”.

    Compared is what is said, so that no change is told that cannot be seen.
    """
    now, before = (value_said(value, figure.unit) for value in (figure.value, figure.before))
    if figure.value is None or figure.before is None:
        return ""
    if now == before:
        return "as before"
    return f"{'up' if figure.value > figure.before else 'down'} from {before}"


def share_said(figure: Figure) -> str:
    """Return what a figure is of: “of 41”; nothing where it is a plain count."""
    return "" if figure.of is None or figure.value is None else f"of {figure.of:,}"


def _length_said(length: timedelta, *, in_days: bool) -> str:
    """Return a length to the minute; a long one by the clock to the hour, in days."""
    minutes = round(length.total_seconds() / 60)
    hours, minutes = divmod(minutes, 60)
    if in_days and length >= _LONG:
        return f"{hours // 24} days {hours % 24} h"
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min"
