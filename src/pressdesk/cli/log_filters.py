"""What narrows the log on a command line: the list and the export read it here, so both agree."""

from typing import Annotated, Any

import typer

from pressdesk.bootstrap import Services
from pressdesk.cli.start import services_of
from pressdesk.cli.times import day_span
from pressdesk.domain.enquiries import LogQuery
from pressdesk.errors import NotFound, Refused

Since = Annotated[str, typer.Option("--from", help="A date, like 2026-11-01.")]
Before = Annotated[str, typer.Option("--before", "--to", help="A date, not itself included.")]
Outlet = Annotated[str, typer.Option(help="The whole name of an outlet.")]


def log_query(
    context: typer.Context, *, since: str, before: str, outlet: str, **narrowed: Any
) -> LogQuery:
    """Return the query of typed filters; ``narrowed`` are fields of a LogQuery as they are.

    Raises Refused for what is no date and for words that are not understood, and NotFound for an
    outlet that nobody knows.
    """
    services = services_of(context)
    if problems := services.search.problems(narrowed.get("text", "")):
        raise Refused(problems[0])
    start, end = day_span(since, before, services.office.facts().hours.zone)
    return LogQuery(
        received_from=start,
        received_before=end,
        outlet_id=_outlet_id(services, outlet) if outlet else None,
        **narrowed,
    )


def _outlet_id(services: Services, name: str) -> int | None:
    for outlet in services.contacts.outlets(name):
        if outlet.name.casefold() == name.strip().casefold():
            return outlet.id
    raise NotFound(f"There is no outlet “{name}” in the contacts.")
