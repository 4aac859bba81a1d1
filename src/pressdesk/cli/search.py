"""``pressdesk search``: everything that holds some words, by kind."""

from datetime import date, datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

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
    zone = services.office.facts().hours.zone
    told = {"groups": found.groups, "remarks": found.remarks}
    show(told, _lines(found, services.context.clock.now(), zone), as_json=as_json)


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
    return f"{hit.id}  {hit.title}  ({state})  {hit.context}".rstrip()


def _day(at: datetime | date | None, zone: ZoneInfo) -> str:
    if at is None:
        return ""
    return day_said(local_day(at, zone) if isinstance(at, datetime) else at)
