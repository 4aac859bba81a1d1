"""``pressdesk report``: what the office did in a week, month, year or any days, as a file."""

from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

import typer

from pressdesk.cli.exporting import telling
from pressdesk.cli.log_filters import Before, Since
from pressdesk.cli.printing import AsJson, show
from pressdesk.cli.start import services_of
from pressdesk.cli.times import day
from pressdesk.domain.periods import Period
from pressdesk.domain.report_words import change_said, share_said, value_said
from pressdesk.domain.reports import Figure
from pressdesk.errors import Refused
from pressdesk.export.reports.files import ReportFormat, steps


def report(
    context: typer.Context,
    week: Annotated[str, typer.Option(help="An ISO week, like 2026-W47; also this or last.")] = "",
    month: Annotated[str, typer.Option(help="A month, like 2026-10; also this or last.")] = "",
    year: Annotated[str, typer.Option(help="A calendar year, like 2026; also this or last.")] = "",
    since: Since = "",
    before: Before = "",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The file to write; without, it is shown.")
    ] = None,
    format: Annotated[  # noqa: A002
        ReportFormat | None, typer.Option(help="The kind of file; otherwise by its ending, or PDF.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Report a period: how many enquiries, how fast, who asks what; beside the one before."""
    services = services_of(context)
    today = services.office.facts().today
    period = _period(today, week=week, month=month, year=year, days=(since, before))
    if output is not None or format is not None:
        services.reports.freeze()  # where the window is seldom open, this closes the months
    found = services.reports.report(period)
    if output is None and format is None:
        lines = (found.title, *map(_said, found.figures))
        show(services.reports.as_plain(found), lines, as_json=as_json)
        return
    kind = format or _by_ending(output)
    target = output or Path(f"report-{period.key.replace(' ', '-')}.{kind.value}")
    with telling(steps(found)) as watch:
        services.reports.write(found, target, kind, watch)
    value = {"file": str(target), "format": kind, "period": period.key}
    show(value, [f"{found.title} written to {target}."], as_json=as_json)


def _period(today: date, *, week: str, month: str, year: str, days: tuple[str, str]) -> Period:
    """Return the one period that was named; raise Refused for none or several."""
    named = [bool(week), bool(month), bool(year), any(days)]
    if sum(named) != 1 or (any(days) and not all(days)):
        raise Refused(
            "Name one period: --week 2026-W47, --month 2026-10, --year 2026, or both --from and "
            "--to."
        )
    if week:
        return _near(week, Period.week_of(today)) or Period.week(week)
    if month:
        return _near(month, Period.month_of(today)) or Period.month(month)
    if year:
        return _near(year, Period.year_of(today)) or Period.year(year)
    return Period.custom(day(days[0]), day(days[1]) - timedelta(days=1))


def _near(words: str, this: Period) -> Period | None:
    """Return the period under way or the one before it, for a line in a timetable of a computer."""
    return {"this": this, "last": this.before()}.get(words.strip().lower())


def _by_ending(path: Path | None) -> ReportFormat:
    ending = path.suffix.lower().removeprefix(".") if path else ""
    return ReportFormat(ending) if ending in set(ReportFormat) else ReportFormat.PDF


def _said(figure: Figure) -> str:
    value = value_said(figure.value, figure.unit) or "–"
    told = ", ".join(filter(None, (share_said(figure), change_said(figure))))
    return f"{figure.title}: {value}{f' ({told})' if told else ''}"
