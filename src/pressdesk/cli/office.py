"""``pressdesk office``: start it, and set hours and special days, without a window."""

import re
from dataclasses import replace
from datetime import date
from typing import Annotated

import typer

from pressdesk.cli.printing import AsJson, show
from pressdesk.cli.start import services_of
from pressdesk.domain.hours import DayRule, SpecialDay, parse_spans
from pressdesk.domain.office import WEEKDAY_SPAN, NewOffice, Office, Staff
from pressdesk.domain.routing import Lines
from pressdesk.domain.said import WEEKDAYS
from pressdesk.domain.targets import TO_DO, minutes_said, read_minutes
from pressdesk.errors import Refused

app = typer.Typer(help="Start the office and set its hours.", no_args_is_help=True)

TARGET = typer.Option(help="Working time, like “30 min” or “2 h”; none takes it away.")
SINCE_EVER = date(2000, 1, 1)
DAYS = re.compile(r"([a-z]{3})[a-z]*(?:\s*[-–]\s*([a-z]{3})[a-z]*)?\s+(.+)", re.IGNORECASE)
SHORT_DAYS = {name[:3].lower(): weekday for weekday, name in enumerate(WEEKDAYS)}


@app.command()
def start(
    context: typer.Context,
    name: Annotated[str, typer.Option(help="The office's name.")],
    main: Annotated[str, typer.Option(help="The main line's number.")],
    out_of_hours: Annotated[str, typer.Option(help="The out-of-hours line's number.")],
    staff: Annotated[list[str], typer.Option(help="A press officer; repeat for more.")],
    hours: Annotated[
        list[str], typer.Option(help="Like “Mon-Fri 08:30-17:00”; repeat for more.")
    ] = [],  # noqa: B006 - typer's own form
    zone: str = "Europe/London",
    division: Annotated[str, typer.Option(help="ENG, SCT, NIR, or empty.")] = "ENG",
) -> None:
    """Start the office of this file."""
    week = {weekday: DayRule(weekday, (), SINCE_EVER) for weekday in range(7)}
    typed = hours or [f"Mon-Fri {WEEKDAY_SPAN.shown}"]
    week.update({rule.weekday: rule for words in typed for rule in day_rules(words, SINCE_EVER)})
    office = Office(name, zone, division, Lines(main, out_of_hours))
    people = tuple(Staff(person) for person in staff)
    services_of(context, new=True).office.start(NewOffice(office, tuple(week.values()), people))
    typer.echo(f"{name} is ready.")


@app.command("hours")
def set_hours(
    context: typer.Context,
    week: Annotated[list[str], typer.Argument(help="Like “Fri 08:30-16:30” or “Sat closed”.")],
    since: Annotated[str, typer.Option("--from", help="The date they start to apply.")],
) -> None:
    """Set the hours of weekdays from a date on; earlier dates keep theirs."""
    day = _day(since)
    services = services_of(context)
    services.office.set_hours(tuple(rule for words in week for rule in day_rules(words, day)))
    typer.echo(f"Kept, from {day}.")


@app.command()
def hours_remove(
    context: typer.Context,
    since: Annotated[str, typer.Argument(help="The date they were to start to apply.")],
) -> None:
    """Take back a change of hours that is still to come."""
    day = _day(since)
    services_of(context).office.remove_hours(day)
    typer.echo(f"The hours stay as they were, also from {day}.")


@app.command()
def special_day(
    context: typer.Context,
    day: Annotated[str, typer.Argument(help="Like 2026-12-24.")],
    hours: Annotated[str, typer.Argument(help="Like 08:30-12:30, or closed.")],
    reason: Annotated[str, typer.Argument(help="Why the day is different.")],
) -> None:
    """Add a closure, or an extra or changed opening, of one date."""
    special = SpecialDay(_day(day), parse_spans(hours), reason)
    services_of(context).office.save_special_day(special)
    typer.echo("Kept.")


@app.command()
def targets(
    context: typer.Context,
    acknowledge: Annotated[str | None, TARGET] = None,
    holding: Annotated[str | None, TARGET] = None,
    answer: Annotated[str | None, TARGET] = None,
    as_json: AsJson = False,
) -> None:
    """Print the house targets; those that are named are set first, also for open enquiries."""
    service = services_of(context).office
    given = {"acknowledged": acknowledge, "holding": holding, "substantive": answer}
    typed = {name: _within(words, name) for name, words in given.items() if words is not None}
    office = service.facts().office
    if typed:
        service.save_office(replace(office, targets=replace(office.targets, **typed)))
    wanted = service.facts().office.targets
    lines = (
        f"{TO_DO[kind]}: {minutes_said(wanted.minutes(kind)) or 'no target'}" for kind in TO_DO
    )
    show(wanted, lines, as_json=as_json)


def _within(words: str, field: str) -> int | None:
    return None if words.strip().lower() == "none" else read_minutes(words, field)


def day_rules(words: str, since: date) -> tuple[DayRule, ...]:
    """Return the rules that words like “Mon-Fri 08:30-17:00” set; raise Refused."""
    match = DAYS.fullmatch(words.strip())
    first = SHORT_DAYS.get(match[1].lower()) if match else None
    last = SHORT_DAYS.get((match[2] or match[1]).lower()) if match else None
    if match is None or first is None or last is None:
        raise Refused(f"“{words}” names no days and hours. Write it like Mon-Fri 08:30-17:00.")
    spans = parse_spans(match[3])
    weekdays = [(first + step) % 7 for step in range((last - first) % 7 + 1)]
    return tuple(DayRule(weekday, spans, since) for weekday in weekdays)


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise Refused(f"“{words}” is not a date. Write it like 2026-12-24.") from error
