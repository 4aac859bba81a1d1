"""``pressdesk releases``: the embargo of one, who holds a copy, and who must be rung."""

from datetime import datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from pressdesk.cli.printing import AsJson, show
from pressdesk.cli.releases import ReleaseNumber
from pressdesk.cli.start import services_of
from pressdesk.domain.embargo import Agreement, Embargo, Holder, event_said, until_said
from pressdesk.domain.said import when_said
from pressdesk.services.embargoes import Ledger

app = typer.Typer()

How = Annotated[str, typer.Option(help="They agreed to it, in this way: “by email”.")]


@app.command()
def embargo(
    context: typer.Context,
    release: ReleaseNumber,
    until: Annotated[str, typer.Option(help="Set its end, like “5 Nov 00:01”.")] = "",
    reason: Annotated[str, typer.Option(help="Why it is set; needed with --until.")] = "",
    lift: Annotated[str, typer.Option(help="Lift it, for this reason.", metavar="REASON")] = "",
    holders: Annotated[
        bool, typer.Option("--holders", help="Print who holds a copy as well.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Print how the embargo of a release stands, set its end or lift it."""
    if until and lift:
        raise typer.BadParameter("Set its end or lift it, not both.")
    services = services_of(context)
    if until:
        services.embargoes.set_end(release, until, reason)
    if lift:
        services.embargoes.lift(release, lift)
    ledger, now = services.embargoes.ledger(release), services.context.clock.now()
    lines = [standing(ledger.release.embargo, now, ledger.zone)]
    if holders:
        lines += _holders(ledger, now)
    shown = {"embargo": ledger.release.embargo, "holders": ledger.holders, "events": ledger.events}
    show(shown, lines, as_json=as_json)


@app.command()
def hold(
    context: typer.Context,
    release: ReleaseNumber,
    name: str,
    outlet: str = "",
    number: str = "",
    agreed: How = "",
    as_json: AsJson = False,
) -> None:
    """Keep that someone was given a copy of an embargoed release."""
    services = services_of(context)
    holder = services.embargoes.add_holder(release, Holder(name, outlet, number))
    if agreed:
        services.embargoes.note_agreement(holder, Agreement.AGREED, agreed)
    ledger = services.embargoes.ledger(release)
    show(ledger.holders, _holders(ledger, services.context.clock.now()), as_json=as_json)


@app.command()
def broken(
    context: typer.Context,
    release: ReleaseNumber,
    words: Annotated[str, typer.Argument(help="Who broke it, and where.")] = "",
    as_json: AsJson = False,
) -> None:
    """Keep that an embargo was broken, and print whom to ring."""
    services = services_of(context)
    services.embargoes.tell_broken(release, words)
    holders = services.embargoes.ledger(release).holders
    lines = ["  ".join(filter(None, (one.number, one.name, one.outlet))) for one in holders]
    show(holders, lines or ["Nobody holds a copy."], as_json=as_json)


def standing(embargo: Embargo, now: datetime, zone: ZoneInfo) -> str:
    """Return how an embargo stands, for people."""
    if embargo.holds(now):
        said = f"Under embargo {until_said(embargo, now, zone)}"
    elif embargo.until is not None:
        said = f"Free; the embargo ended {when_said(embargo.until, now, zone)}"
    else:
        said = "Not under embargo"
    return f"{said}. {embargo.reason}".strip()


def _holders(ledger: Ledger, now: datetime) -> list[str]:
    lines = [_holder(one, now, ledger.zone) for one in ledger.holders] or ["Nobody holds a copy."]
    told = (
        f"{when_said(event.at, now, ledger.zone)}  {event.by}: {event_said(event)}"
        for event in ledger.events
    )
    return [*lines, *told]


def _holder(holder: Holder, now: datetime, zone: ZoneInfo) -> str:
    given = f"given {when_said(holder.given_at, now, zone)}" if holder.given_at else ""
    agreed = f"{holder.agreed.label} {holder.agreed_how}".strip()
    return "  ".join(filter(None, (holder.name, holder.outlet, holder.number, given, agreed)))
