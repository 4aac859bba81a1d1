"""A report for programs: one JSON object. Lengths of time are seconds, shares are of 1."""

import json
from typing import Any

from pressdesk.domain.periods import Period
from pressdesk.domain.reports import Figure, Table
from pressdesk.export.guard import whole_characters
from pressdesk.export.reports.printed import Printed
from pressdesk.export.sheet import Watch


def made(printed: Printed, _watch: Watch) -> bytes:
    """Return the file."""
    text = json.dumps(as_plain(printed), ensure_ascii=False, indent=2)
    return f"{whole_characters(text)}\n".encode()


def as_plain(printed: Printed) -> dict[str, Any]:
    """Return the report as JSON keeps it; instants in UTC, ending in Z."""
    report = printed.report
    return {
        "title": report.title,
        "period": _period(report.period),
        "before": _period(report.before),
        "about": dict(printed.facts()),
        "taken_at": f"{report.taken_at:%Y-%m-%dT%H:%M:%SZ}",
        "frozen": report.frozen,
        "frozen_months": {
            f"{month.month:%Y-%m}": f"{month.frozen_at:%Y-%m-%dT%H:%M:%SZ}"
            for month in report.months
        },
        "figures": {figure.key: _figure(figure) for figure in report.figures},
        "tables": {table.key: _table(table) for table in report.tables},
        "rules": list(report.rules),
    }


def _period(period: Period) -> dict[str, Any]:
    first, last = period.first.isoformat(), period.last.isoformat()
    return {"key": period.key, "title": period.title, "first": first, "last": last}


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "title": figure.title,
        "value": figure.value,
        "unit": figure.unit,
        "of": figure.of,
        "count": figure.count,
        "before": figure.before,
        "says": figure.says,
    }


def _table(table: Table) -> dict[str, Any]:
    return {
        "title": table.title,
        "says": table.says,
        "head": table.head,
        "units": table.units,
        "rows": [{"label": row.label, "values": row.values} for row in table.rows],
        "further_lines": table.left,
    }
