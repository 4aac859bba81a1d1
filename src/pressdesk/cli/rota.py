"""``pressdesk rota``: who is on duty, and when nobody is."""

from typing import Annotated

import typer

from pressdesk.cli.printing import AsJson, show
from pressdesk.cli.releases import LARGEST_NUMBER
from pressdesk.cli.start import services_of
from pressdesk.cli.times import day_start, instant
from pressdesk.domain.local_time import edge, local_day
from pressdesk.domain.rota import Shift
from pressdesk.domain.said import moment_said
from pressdesk.domain.spans import DAY_MINUTES

app = typer.Typer(help="The rota of duty officers.", no_args_is_help=True)

When = Annotated[str, typer.Argument(help="Like 2026-01-07T17:00, as the office's clock shows.")]


@app.command("show")
def show_rota(
    context: typer.Context,
    since: Annotated[str, typer.Option("--from", help="A date; today if not said.")] = "",
    days: Annotated[int, typer.Option(min=1, max=366)] = 7,
    as_json: AsJson = False,
) -> None:
    """Print the shifts of some days and the times out of hours that nobody covers."""
    services = services_of(context)
    zone = services.office.facts().hours.zone
    now = services.context.clock.now()
    first = local_day(day_start(since, zone) if since else now, zone)
    start, end = (edge(first, minutes, zone) for minutes in (0, days * DAY_MINUTES))
    view = services.rota.between(start, end)
    lines = [
        *(
            f"{shift.id}  {moment_said(shift.starts_at, zone)} – "
            f"{moment_said(shift.ends_at, zone)}  {shift.person}  {shift.number}"
            for shift in view.shifts
        ),
        *(
            f"Nobody: {moment_said(start, zone)} – {moment_said(end, zone)}"
            for start, end in view.gaps
        ),
    ]
    show(view, lines or ["Nothing to cover."], as_json=as_json)


@app.command()
def add(
    context: typer.Context,
    person: str,
    start: When,
    end: When,
    number: Annotated[str, typer.Option(help="The number to ring.")] = "",
    as_json: AsJson = False,
) -> None:
    """Put somebody on duty."""
    services = services_of(context)
    zone = services.office.facts().hours.zone
    shift = Shift(None, person, instant(start, zone), instant(end, zone), number)
    shift_id = services.rota.save(shift)
    show({"id": shift_id}, [f"{shift_id}  {person}"], as_json=as_json)


@app.command()
def remove(
    context: typer.Context,
    shift: Annotated[int, typer.Argument(min=1, max=LARGEST_NUMBER, help="As printed by show.")],
) -> None:
    """Take a shift off the rota."""
    services_of(context).rota.remove(shift)
    typer.echo("Removed.")
