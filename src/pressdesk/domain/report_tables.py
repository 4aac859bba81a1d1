"""The tables of a report: what is behind its figures, line by line."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import zip_longest

from pressdesk.domain.contacts import counted
from pressdesk.domain.counted import DAY_HOURS, Counted, Kept, WeekHour
from pressdesk.domain.periods import Period, PeriodKind
from pressdesk.domain.report_figures import (
    MEASURED,
    MEASURES,
    Basis,
    Side,
    in_hours,
    out_of_hours,
    period_query,
)
from pressdesk.domain.report_rankings import BOTH, Names, head_of, rankings
from pressdesk.domain.reports import Form, Row, Table, Unit
from pressdesk.domain.routing import Route
from pressdesk.domain.said import MONTHS, WEEKDAYS
from pressdesk.domain.tallies import By


def tables(basis: Basis, names: Names) -> tuple[Table, ...]:
    """Return the tables that have anything to show, in the order in which they are read."""
    found = (
        *_over_time(basis),
        _in_hours(basis),
        _week(basis),
        _lines(basis),
        _deadlines(basis),
        _times(basis),
        *rankings(basis, names),
    )
    return tuple(table for table in found if table.rows)


def _over_time(basis: Basis) -> Iterable[Table]:
    """Give a table by day, week and month, of each that has more than one and at most 62 lines.

    Beside each stands what came at the same place of the period before: its first day, its second.
    """
    for kind, title in _STEPS.items():
        parts = list(basis.now.period.parts(kind))
        if not 1 < len(parts) <= _MOST_STEPS:
            continue
        earlier = list(basis.before.period.parts(kind))
        rows = tuple(
            _step_row(basis, part, before)
            for part, before in zip_longest(parts, earlier[: len(parts)])
        )
        most = max(rows, key=lambda row: row.values[0] or 0)
        when = f"{'on' if kind is PeriodKind.DAYS else 'in'} {most.label}"
        says = f"The most came {when}: {most.values[0]:,.0f}." if most.values[0] else "None came."
        name, head = title.lower(), head_of(basis, title)
        yield Table(f"by_{name}", f"Received by {name}", Form.COLUMNS, head, rows, says, BOTH)


def _step_row(basis: Basis, part: Period, before: Period | None) -> Row:
    counts = [_received(basis.now, part), _received(basis.before, before) if before else None]
    queries = [period_query(one, basis.zone) if one else None for one in (part, before)]
    return Row(_step(part), tuple(counts), tuple(queries))


def _received(side: Side, part: Period) -> float:
    first, last = part.first.toordinal(), part.last.toordinal()
    days = side.tally.by(By.DAY).items()
    return float(sum(count for day, count in days if first <= int(day) <= last))


_STEPS = {PeriodKind.DAYS: "Day", PeriodKind.WEEK: "Week", PeriodKind.MONTH: "Month"}
_MOST_STEPS = 62


def _step(part: Period) -> str:
    match part.kind:
        case PeriodKind.WEEK:
            return f"week {part.first.isocalendar().week}"
        case PeriodKind.MONTH:
            return f"{MONTHS[part.first.month - 1]} {part.first.year}"
        case _:
            return _short_day(part.first)


def _short_day(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]}"


def _in_hours(basis: Basis) -> Table:
    """Give the parts that came in hours and out of hours."""
    tally = basis.now.tally
    parts = (("In hours", in_hours(tally), True), ("Out of hours", out_of_hours(tally), False))
    rows = tuple(
        Row(label, (float(count),), (basis.now.rows(Counted(in_hours=inside)),))
        for label, count, inside in parts
        if tally.received
    )
    outside = counted(out_of_hours(tally), "enquiry").capitalize()
    says = f"{outside} of {tally.received:,} came out of hours."
    head = ("When", "Received")
    return Table("in_hours", "In and out of hours", Form.SHARE, head, rows, says)


def _week(basis: Basis) -> Table:
    """Give the busiest hours of the week."""
    now = basis.now
    hours = now.tally.by(By.HOUR)
    rows = tuple(
        Row(
            name,
            tuple(float(hours[weekday * DAY_HOURS + hour]) for hour in range(DAY_HOURS)),
            tuple(
                now.rows(Counted(hour=WeekHour(weekday, hour, basis.zone.key)))
                for hour in range(DAY_HOURS)
            ),
        )
        for weekday, name in enumerate(WEEKDAYS)
    )
    says = "Nothing came in."
    if hours:
        number, count = max(hours.items(), key=lambda item: (item[1], -int(item[0])))
        busiest = WeekHour(*divmod(int(number), DAY_HOURS), basis.zone.key)
        says = f"The busiest hour of the week was {busiest.label}: {counted(count, 'enquiry')}."
    head = ("Day", *(f"{hour:02}" for hour in range(DAY_HOURS)))
    units = (Unit.COUNT,) * DAY_HOURS
    return Table("week", "Hours of the week", Form.HEAT, head, rows if hours else (), says, units)


def _lines(basis: Basis) -> Table:
    """Give the line expected against the line used."""
    routes = basis.now.tally.by(By.ROUTE)
    rows = tuple(
        Row(
            expected.label,
            tuple(float(routes[f"{expected.value} {used.value}"]) for used in Route),
            tuple(replace(basis.now.rows(Counted(expected=expected)), line=used) for used in Route),
        )
        for expected in Route
    )
    wrong = sum(count for key, count in routes.items() if len(set(str(key).split())) > 1)
    says = f"{counted(wrong, 'enquiry').capitalize()} came on another line than expected."
    head = ("Line expected", *(f"Used: {used.label.lower()}" for used in Route))
    units = (Unit.COUNT,) * len(Route)
    return Table(
        "lines", "Line expected and used", Form.PLAIN, head, rows if routes else (), says, units
    )


def _deadlines(basis: Basis) -> Table:
    """Give where all that was received stands to its deadline; it adds up to all of it."""
    sides = (basis.now, basis.before)
    rows = tuple(
        Row(
            kept.label,
            tuple(float(side.tally.by(By.KEPT)[kept]) for side in sides),
            tuple(side.rows(Counted(kept=kept, as_at=basis.taken_at)) for side in sides),
        )
        for kept in Kept
        if any(side.tally.by(By.KEPT)[kept] for side in sides)
    )
    in_time = counted(basis.now.tally.by(By.KEPT)[Kept.IN_TIME], "enquiry").capitalize()
    says = f"{in_time} of {basis.now.tally.received:,} received had an answer by the deadline."
    return Table("deadlines", "Deadlines", Form.BARS, head_of(basis, "Deadline"), rows, says, BOTH)


def _times(basis: Basis) -> Table:
    """Give the time to acknowledge and to answer, by both clocks."""
    rows = []
    for took, (clock, unit) in MEASURED.items():
        lengths = basis.now.tally.took(took)
        if lengths:
            query = basis.now.rows(Counted(counts=True, stopped=clock))
            values = (float(len(lengths)), *(measure(lengths) for _, _, measure in MEASURES))
            label = f"{_TO[clock.answers]}, {_BY[unit]}"
            rows.append(Row(label, values, (query,) * len(values)))
    head = ("Time", "Enquiries", "Median", "90th percentile")
    units = (Unit.COUNT, Unit.DURATION_CLOCK, Unit.DURATION_CLOCK)
    says = "How long it took from receipt, half of them no longer than the median."
    return Table(
        "times", "Time to acknowledge and answer", Form.PLAIN, head, tuple(rows), says, units
    )


_TO = {False: "To acknowledge", True: "To answer"}
_BY = {Unit.DURATION_CLOCK: "by the clock", Unit.DURATION_WORKING: "in opening hours"}
