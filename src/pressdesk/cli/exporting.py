"""``pressdesk export``: the log as a spreadsheet."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from pressdesk.cli.printing import AsJson, show
from pressdesk.cli.start import services_of
from pressdesk.cli.times import day_span
from pressdesk.domain.enquiries import LogQuery, Sort, Status
from pressdesk.domain.routing import Route


def export(
    context: typer.Context,
    output: Annotated[Path, typer.Option("--output", "-o", help="The file to write.")],
    format: Annotated[Literal["csv"], typer.Option(help="The kind of file.")] = "csv",  # noqa: A002
    text: Annotated[str, typer.Option(help="Words that all must be found.")] = "",
    since: Annotated[str, typer.Option("--from", help="A date, like 2026-11-01.")] = "",
    before: Annotated[str, typer.Option(help="A date, not itself included.")] = "",
    line: Route | None = None,
    status: Status | None = None,
    owner: str = "",
    topic: str = "",
    sort: Sort = Sort.NEWEST,
    as_json: AsJson = False,
) -> None:
    """Write the log to a file, each cell guarded against formulas."""
    services = services_of(context)
    start, end = day_span(since, before, services.office.facts().hours.zone)
    query = LogQuery(
        text=text,
        received_from=start,
        received_before=end,
        line=line,
        status=status,
        owner=owner,
        topic=topic,
        sort=sort,
    )
    rows = services.exports.log_csv(query, output)
    value = {"file": str(output), "format": format, "rows": rows}
    show(value, [f"{rows} enquiries written to {output}."], as_json=as_json)
