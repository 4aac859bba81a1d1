"""``pressdesk enquiries clear``: asked, chased, cleared, sent back, withdrawn."""

from typing import Annotated

import typer

from pressdesk.cli.enquiries import Reference, found, information
from pressdesk.cli.printing import AsJson, show
from pressdesk.cli.start import services_of
from pressdesk.cli.times import instant
from pressdesk.cli.words import Words, said
from pressdesk.domain.clearance import Clearance, live_of
from pressdesk.domain.informing import USUALLY
from pressdesk.errors import NotFound
from pressdesk.services.clearance import Said

app = typer.Typer(help="Clearance of new words, step by step.", no_args_is_help=True)

Number = Annotated[int, typer.Argument(min=1, help="Which step, as printed by show.")]
By = Annotated[str, typer.Option(help="Who said it; the one the step names if not said.")]
Phone = Annotated[bool, typer.Option("--phone", help="It was said by phone.")]
When = Annotated[str, typer.Option(help="When it was said; now if not said.")]


@app.command()
def ask(
    context: typer.Context,
    reference: Reference,
    words: Words,
    template: Annotated[str, typer.Option(help="Which steps, by the office's name.")],
    as_json: AsJson = False,
) -> None:
    """Ask for clearance of the exact words; an earlier request gives way."""
    enquiry_id = found(context, reference).summary.id
    services_of(context).clearances.ask(enquiry_id, said(words), template)
    _tell(context, reference, as_json=as_json)


@app.command()
def chase(
    context: typer.Context, reference: Reference, step: Number, as_json: AsJson = False
) -> None:
    """Note that a step was asked again."""
    services_of(context).clearances.chase(_step_id(context, reference, step))
    _tell(context, reference, as_json=as_json)


@app.command()
def cleared(
    context: typer.Context,
    reference: Reference,
    step: Number,
    by: By = "",
    phone: Phone = False,
    at: When = "",
    as_json: AsJson = False,
) -> None:
    """Note that somebody cleared the words; the last step freezes them."""
    step_id = _step_id(context, reference, step)
    services_of(context).clearances.clear(step_id, _said(context, reference, step, (by, at, phone)))
    _tell(context, reference, as_json=as_json)


@app.command("sent-back")
def sent_back(
    context: typer.Context,
    reference: Reference,
    step: Number,
    words: Annotated[str, typer.Argument(help="What is wrong with the words.")],
    by: By = "",
    phone: Phone = False,
    at: When = "",
    as_json: AsJson = False,
) -> None:
    """Note that somebody sent the words back."""
    step_id = _step_id(context, reference, step)
    told = _said(context, reference, step, (by, at, phone), words)
    services_of(context).clearances.send_back(step_id, told)
    _tell(context, reference, as_json=as_json)


@app.command()
def inform(
    context: typer.Context,
    reference: Reference,
    name: Annotated[str, typer.Argument(help="Who was told, for information.")],
    how: Annotated[str, typer.Option(help="Like “by phone”.")] = USUALLY,
    at: When = "",
    as_json: AsJson = False,
) -> None:
    """Note that somebody was told for information; it holds nothing up."""
    services = services_of(context)
    moment = instant(at, services.office.facts().hours.zone) if at else None
    services.clearances.inform(found(context, reference).summary.id, name, how, moment)
    people = found(context, reference).for_information(services.clearances.templates())
    show(people, information(context, people), as_json=as_json)


@app.command()
def withdraw(context: typer.Context, reference: Reference, as_json: AsJson = False) -> None:
    """Take the request back."""
    services_of(context).clearances.withdraw(_live(context, reference).id)
    _tell(context, reference, as_json=as_json)


@app.command("show")
def show_clearance(context: typer.Context, reference: Reference, as_json: AsJson = False) -> None:
    """Print the latest request and its steps."""
    _tell(context, reference, as_json=as_json)


def _tell(context: typer.Context, reference: str, *, as_json: bool) -> None:
    requests = found(context, reference).clearances
    if not requests:
        raise NotFound(f"{reference} has no request for clearance.")
    latest = requests[0]
    steps = (
        f"{number}. {step.name}: {step.state.label.lower()}{f', {step.by}' if step.by else ''}"
        for number, step in enumerate(latest.steps, start=1)
    )
    show(latest, [f"{latest.template}, {latest.state.label.lower()}", *steps], as_json=as_json)


def _live(context: typer.Context, reference: str) -> Clearance:
    live = live_of(found(context, reference).clearances)
    if live is None:
        raise NotFound(f"{reference} has no request for clearance that is live.")
    return live


def _step_id(context: typer.Context, reference: str, number: int) -> int:
    live = _live(context, reference)
    if number > len(live.steps):
        raise NotFound(f"This clearance has no step {number}.")
    return live.steps[number - 1].id


def _said(
    context: typer.Context,
    reference: str,
    number: int,
    how: tuple[str, str, bool],
    words: str = "",
) -> Said:
    by, at, phone = how
    zone = services_of(context).office.facts().hours.zone
    named = by or _live(context, reference).steps[number - 1].name
    return Said(named, instant(at, zone) if at else None, phone, words)
