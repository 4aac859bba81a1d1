"""``pressdesk rota``: who is on duty, and when nobody is."""

from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from pressdesk.cli.printing import AsJson, show
from pressdesk.cli.releases import LARGEST_NUMBER
from pressdesk.cli.start import services_of
from pressdesk.cli.times import day_start, instant
from pressdesk.domain.local_time import edge, local_day
from pressdesk.domain.rota import Shift, shared
from pressdesk.domain.rota_changes import change_said
from pressdesk.domain.rota_pattern import Pattern, Plan, Turn
from pressdesk.domain.rota_warnings import period_said
from pressdesk.domain.said import moment_said
from pressdesk.domain.spans import DAY_MINUTES

app = typer.Typer(help="The rota of duty officers.", no_args_is_help=True)

ShiftId = Annotated[int, typer.Argument(min=1, max=LARGEST_NUMBER, help="As printed by show.")]
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
            f"{moment_said(shift.ends_at, zone)}  {_duty(shift)}"
            for shift in view.shifts
        ),
        *(
            f"Two at once: {one.person} and {two.person}, {period_said(shared(one, two), zone)}"
            for one, two in view.doubles
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
def remove(context: typer.Context, shift: ShiftId) -> None:
    """Take a shift off the rota."""
    services_of(context).rota.remove(shift)
    typer.echo("Removed.")


@app.command()
def swap(context: typer.Context, first: ShiftId, second: ShiftId, as_json: AsJson = False) -> None:
    """Let the people of two shifts exchange them."""
    rota = services_of(context).rota
    swapped = rota.swap(rota.shift(first), rota.shift(second))
    show(swapped, [f"{shift.id}  {_duty(shift)}" for shift in swapped], as_json=as_json)


@app.command()
def cover(context: typer.Context, shift: ShiftId, person: str, as_json: AsJson = False) -> None:
    """Let somebody take the shift of another."""
    rota = services_of(context).rota
    taken = rota.cover(rota.shift(shift), person)
    show(taken, [f"{taken.id}  {_duty(taken)}"], as_json=as_json)


@app.command()
def repeat(
    context: typer.Context,
    people: Annotated[list[str], typer.Argument(help="Who takes turns, in their order.")],
    first: Annotated[str, typer.Option("--from", help="The first day, like 2026-01-05.")],
    last: Annotated[str, typer.Option("--to", help="The last day.")],
    turn: Annotated[Turn, typer.Option(help="A week each, or a night each.")] = Turn.WEEK,
    replace: Annotated[bool, typer.Option("--replace", help="Take off what is there.")] = False,
    write: Annotated[bool, typer.Option("--write", help="Write it, not only show it.")] = False,
    as_json: AsJson = False,
) -> None:
    """Show what a repeat pattern would put on the rota; with --write, put it there."""
    services = services_of(context)
    zone = services.office.facts().hours.zone
    begins, ends = (local_day(day_start(words, zone), zone) for words in (first, last))
    pattern = Pattern(tuple(people), begins, ends, turn, replace)
    plan = services.rota.plan(pattern)
    if write:
        services.rota.write_plan(pattern, plan)
    lines = [*_told(plan, zone), "Written." if write else "Nothing is written. Add --write."]
    show(plan, lines, as_json=as_json)


@app.command()
def ical(
    context: typer.Context,
    person: Annotated[str, typer.Argument(help="Whose shifts; everybody’s if not said.")] = "",
    *,
    target: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", dir_okay=False)],
) -> None:
    """Write the shifts as an iCalendar file."""
    count = services_of(context).rota.write_calendar(target, person)
    typer.echo(f"{count} shifts written to {target.name}.")


def _duty(shift: Shift) -> str:
    return "  ".join(filter(None, (shift.person, shift.number, change_said(shift))))


def _told(plan: Plan, zone: ZoneInfo) -> list[str]:
    parts = (("Add", plan.new), ("Stays", plan.kept), ("Take off", plan.removed))
    return [
        f"{what}: {shift.person}, {period_said((shift.starts_at, shift.ends_at), zone)}"
        for what, shifts in parts
        for shift in shifts
    ]
