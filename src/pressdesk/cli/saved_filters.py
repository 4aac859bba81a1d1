"""``pressdesk filters``: what narrows the log, kept under a name."""

from typing import Annotated

import typer

from pressdesk.cli.log_filters import Outlet, outlet_id
from pressdesk.cli.printing import AsJson, show
from pressdesk.cli.start import services_of
from pressdesk.domain.enquiries import Sort, Status
from pressdesk.domain.routing import Route
from pressdesk.domain.saved_filters import SavedFilter

app = typer.Typer(help="Filters of the log, kept under a name.", no_args_is_help=True)


@app.command("list")
def listed(context: typer.Context, as_json: AsJson = False) -> None:
    """List the saved filters."""
    found = services_of(context).saved_filters.listed()
    lines = [f"{one.name}: {one.said()}" for one in found]
    show(found, lines or ["No filter is saved yet."], as_json=as_json)


@app.command()
def save(
    context: typer.Context,
    name: str,
    text: Annotated[str, typer.Option(help="Words that all must be found.")] = "",
    starts: Annotated[str, typer.Option("--from", help="Days, like “last week”.")] = "",
    ends: Annotated[str, typer.Option("--to", help="Days, themselves included.")] = "",
    line: Route | None = None,
    status: Status | None = None,
    outlet: Outlet = "",
    owner: str = "",
    topic: str = "",
    sort: Sort = Sort.NEWEST,
) -> None:
    """Keep filters under a name, in place of an earlier one of that name."""
    services = services_of(context)
    wanted = SavedFilter(
        name,
        text=text,
        starts=starts,
        ends=ends,
        line=line,
        status=status,
        outlet_id=outlet_id(services, outlet) if outlet else None,
        owner=owner,
        topic=topic,
        sort=sort,
    )
    typer.echo(f"“{services.saved_filters.keep(wanted).name}” is saved.")


@app.command()
def remove(context: typer.Context, name: str) -> None:
    """Remove a saved filter."""
    services_of(context).saved_filters.remove(name)
    typer.echo(f"“{name}” is removed.")
