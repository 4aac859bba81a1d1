"""What narrows the log on a command line: the list and the export read it here, so both agree."""

from dataclasses import dataclass, replace
from typing import Annotated, Any

import typer

from pressdesk.bootstrap import Services
from pressdesk.cli.start import services_of
from pressdesk.cli.times import day_span
from pressdesk.domain.enquiries import LogQuery, Sort, Status
from pressdesk.domain.routing import Route
from pressdesk.errors import NotFound, Refused

Since = Annotated[str, typer.Option("--from", help="A date, like 2026-11-01.")]
Before = Annotated[str, typer.Option("--before", "--to", help="A date, not itself included.")]
SavedName = Annotated[
    str, typer.Option("--filter", help="A saved filter; what else is given goes first.")
]
Outlet = Annotated[str, typer.Option(help="The whole name of an outlet.")]


@dataclass(frozen=True)
class LogFilters:
    """What narrows and orders the log besides its words."""

    since: Since = ""
    before: Before = ""
    line: Route | None = None
    status: Status | None = None
    outlet: Outlet = ""
    saved: SavedName = ""
    owner: str = ""
    topic: str = ""
    sort: Sort = Sort.NEWEST

    def query(self, context: typer.Context, text: str) -> LogQuery:
        """Return the query of these filters and some words.

        Raises Refused for what is no date and for words that are not understood, and NotFound for
        an outlet that nobody knows.
        """
        services = services_of(context)
        if problems := services.search.problems(text):
            raise Refused(problems[0])
        zone = services.office.facts().hours.zone
        start, end = day_span(self.since, self.before, zone)
        typed: dict[str, Any] = {
            "text": text,
            "received_from": start,
            "received_before": end,
            "line": self.line,
            "status": self.status,
            "outlet_id": outlet_id(services, self.outlet) if self.outlet else None,
            "owner": self.owner,
            "topic": self.topic,
            "sort": self.sort,
        }
        kept = services.saved_filters
        query = kept.query(kept.named(self.saved)) if self.saved else LogQuery()
        given = {name: value for name, value in typed.items() if value and value is not Sort.NEWEST}
        return replace(query, **given)


def outlet_id(services: Services, name: str) -> int:
    """Return the outlet of exactly this name; raise NotFound."""
    for outlet in services.contacts.outlets(name):
        if outlet.id and outlet.name.casefold() == name.strip().casefold():
            return outlet.id
    raise NotFound(f"There is no outlet “{name}” in the contacts.")
