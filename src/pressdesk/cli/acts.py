"""``pressdesk enquiries``: what is done with one besides answering, each act by its reference."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from pressdesk.cli.enquiries import Reference, found, tell
from pressdesk.cli.facts import Facts
from pressdesk.cli.option_groups import grouped
from pressdesk.cli.printing import AsJson, Despite, show
from pressdesk.cli.releases import ReleaseNumber
from pressdesk.cli.start import services_of
from pressdesk.cli.words import Words, said
from pressdesk.domain.enquiries import Enquiry, EnquiryForm, Status, form_of
from pressdesk.domain.routing import Route
from pressdesk.domain.said import moment_said

app = typer.Typer()


@app.command()
def take(context: typer.Context, reference: Reference, as_json: AsJson = False) -> None:
    """Take an enquiry oneself."""
    services_of(context).answering.take(_id(context, reference))
    tell(context, reference, as_json=as_json)


@app.command()
def assign(
    context: typer.Context, reference: Reference, person: str, as_json: AsJson = False
) -> None:
    """Give an enquiry to a member of staff; an empty name gives it to nobody."""
    services_of(context).answering.assign(_id(context, reference), person)
    tell(context, reference, as_json=as_json)


@app.command()
def move(
    context: typer.Context, reference: Reference, status: Status, as_json: AsJson = False
) -> None:
    """Move an enquiry to another state."""
    services_of(context).answering.move(_id(context, reference), status)
    tell(context, reference, as_json=as_json)


@app.command()
def note(
    context: typer.Context, reference: Reference, words: Words, as_json: AsJson = False
) -> None:
    """Keep an internal note."""
    services_of(context).answering.note(_id(context, reference), said(words))
    tell(context, reference, as_json=as_json)


@app.command()
def link(
    context: typer.Context,
    reference: Reference,
    release: ReleaseNumber,
    despite: Despite = None,
    as_json: AsJson = False,
) -> None:
    """Show a release beside an enquiry."""
    services_of(context).answering.link(_id(context, reference), release, despite=despite)
    tell(context, reference, as_json=as_json)


@app.command()
def unlink(
    context: typer.Context, reference: Reference, release: ReleaseNumber, as_json: AsJson = False
) -> None:
    """Take a release away from an enquiry."""
    services_of(context).answering.unlink(_id(context, reference), release)
    tell(context, reference, as_json=as_json)


@app.command()
def attach(
    context: typer.Context, reference: Reference, file: Path, as_json: AsJson = False
) -> None:
    """Keep a copy of a file with an enquiry."""
    kept = services_of(context).files.attach(_id(context, reference), file)
    show(kept, [f"{kept.name}, {kept.size} bytes"], as_json=as_json)


@app.command()
def urgent(
    context: typer.Context, reference: Reference, reason: str, as_json: AsJson = False
) -> None:
    """Make an enquiry urgent from now on; the first decision is kept."""
    decision = services_of(context).enquiries.raise_urgency(_id(context, reference), reason)
    show(decision, [f"{decision.route.label}: {decision.number}", decision.reason], as_json=as_json)


@app.command()
def line(
    context: typer.Context, reference: Reference, used: Route, reason: str, as_json: AsJson = False
) -> None:
    """Record that another line was used than expected."""
    services_of(context).enquiries.override_line(_id(context, reference), used, reason)
    tell(context, reference, as_json=as_json)


@app.command()
@grouped
def correct(
    context: typer.Context,
    reference: Reference,
    facts: Facts,
    finished: Annotated[bool, typer.Option("--finished", help="Nothing is missing now.")] = False,
    as_json: AsJson = False,
) -> None:
    """Change the facts that are named; the others stay. Questions and topics are replaced."""
    services = services_of(context)
    before = found(context, reference)
    said = facts.said(services.office.facts().hours.zone)
    form = _corrected(before, said | ({"finished": True} if finished else {}))
    services.enquiries.correct(before.summary.id, before.version, form)
    tell(context, reference, as_json=as_json)


@app.command()
def history(context: typer.Context, reference: Reference, as_json: AsJson = False) -> None:
    """Print every change of an enquiry, oldest first."""
    services = services_of(context)
    told = services.enquiries.story(_id(context, reference))
    zone = services.office.facts().hours.zone
    lines = [f"{moment_said(one.at, zone)}  {one.actor}: {one.sentence}" for one in told]
    show(told, lines, as_json=as_json)


def _corrected(before: Enquiry, changes: dict[str, Any]) -> EnquiryForm:
    """Return the facts with the changes; ids and instants give way to words typed anew."""
    if not changes.keys().isdisjoint(("journalist", "outlet")):
        changes["journalist_id"] = None
    if "deadline_words" in changes:
        changes["deadline_at"] = None
    return replace(form_of(before), **changes)


def _id(context: typer.Context, reference: str) -> int:
    return found(context, reference).summary.id
