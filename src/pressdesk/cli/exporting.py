"""``pressdesk export``: the log as a spreadsheet."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from pressdesk.cli.log_filters import Before, Outlet, Since, log_query
from pressdesk.cli.printing import AsJson, show
from pressdesk.cli.start import services_of
from pressdesk.domain.enquiries import Sort, Status
from pressdesk.domain.routing import Route


def export(
    context: typer.Context,
    output: Annotated[Path, typer.Option("--output", "-o", help="The file to write.")],
    format: Annotated[Literal["csv"], typer.Option(help="The kind of file.")] = "csv",  # noqa: A002
    text: Annotated[str, typer.Option(help="Words that all must be found.")] = "",
    since: Since = "",
    before: Before = "",
    line: Route | None = None,
    status: Status | None = None,
    outlet: Outlet = "",
    owner: str = "",
    topic: str = "",
    sort: Sort = Sort.NEWEST,
    as_json: AsJson = False,
) -> None:
    """Write the log to a file, each cell guarded against formulas."""
    services = services_of(context)
    query = log_query(
        context,
        since=since,
        before=before,
        outlet=outlet,
        text=text,
        line=line,
        status=status,
        owner=owner,
        topic=topic,
        sort=sort,
    )
    rows = services.exports.log_csv(query, output)
    value = {"file": str(output), "format": format, "rows": rows}
    show(value, [f"{rows} enquiries written to {output}."], as_json=as_json)
