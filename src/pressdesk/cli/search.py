"""``pressdesk search``: everything that holds some words, by kind."""

from dataclasses import replace
from datetime import date, datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from pressdesk.bootstrap import Services
from pressdesk.cli.embargoed import goes_out, held_back
from pressdesk.cli.printing import AsJson, show
from pressdesk.cli.start import services_of
from pressdesk.domain.embargo import until_said
from pressdesk.domain.local_time import local_day
from pressdesk.domain.said import counted_up_to, day_said
from pressdesk.services.search import Found, Hit

Limit = Annotated[int, typer.Option(min=1, max=100, help="The most of each kind.")]
Words = Annotated[
    str,
    typer.Argument(help="Words, “phrases”, and outlet: from: before: after: status: line:"),
]


def search(context: typer.Context, words: Words, limit: Limit = 5, as_json: AsJson = False) -> None:
    """Search enquiries, releases, lines to take, journalists and outlets."""
    services = services_of(context)
    found = services.search.find(words, limit)
    if as_json:
        found = _held_back(services, found)
    zone = services.office.facts().hours.zone
    told = {"groups": found.groups, "remarks": found.remarks}
    show(told, _lines(found, services.context.clock.now(), zone), as_json=as_json)


def _held_back(services: Services, found: Found) -> Found:
    """Return what was found, with the end of an embargo in the place of words under it."""
    groups = tuple(
        replace(
            group,
            hits=tuple(
                replace(hit, context=held_back(services, hit.embargo, hit.context))
                for hit in group.hits
            ),
        )
        for group in found.groups
    )
    return replace(found, groups=groups)


def _lines(found: Found, now: datetime, zone: ZoneInfo) -> list[str]:
    lines = list(found.remarks)
    for group in found.groups:
        lines.append(f"{group.title} ({counted_up_to(group.total, more=group.more)})")
        lines += [f"  {_line(hit, now, zone)}" for hit in group.hits]
    return lines if found.groups else [*lines, "Nothing found."]


def _line(hit: Hit, now: datetime, zone: ZoneInfo) -> str:
    held = hit.embargo.holds(now)
    when = until_said(hit.embargo, now, zone) if held else _day(hit.at, zone)
    state = " ".join(filter(None, (hit.state, when)))
    words = "" if held and goes_out(as_json=False) else hit.context
    return f"{hit.id}  {hit.title}  ({state})  {words}".rstrip()


def _day(at: datetime | date | None, zone: ZoneInfo) -> str:
    if at is None:
        return ""
    return day_said(local_day(at, zone) if isinstance(at, datetime) else at)
