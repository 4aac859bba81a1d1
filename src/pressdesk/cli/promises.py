"""``pressdesk enquiries``: promises, made and settled."""

from typing import Annotated

import typer

from pressdesk.cli.enquiries import Reference, found
from pressdesk.cli.printing import AsJson, show
from pressdesk.cli.start import services_of
from pressdesk.domain.promises import PromiseState
from pressdesk.domain.said import moment_said
from pressdesk.errors import NotFound

app = typer.Typer()


@app.command()
def promise(
    context: typer.Context,
    reference: Reference,
    words: Annotated[str, typer.Argument(help="With the time, like “I'll ring by 3”.")],
    as_json: AsJson = False,
) -> None:
    """Keep a promise to the journalist, due at the time that its words name."""
    services = services_of(context)
    made = services.promises.make(found(context, reference).summary.id, words)
    due = moment_said(made.due_at, services.office.facts().hours.zone)
    show(made, [f"Due {due}: {made.words}"], as_json=as_json)


@app.command()
def promised(
    context: typer.Context,
    reference: Reference,
    number: Annotated[int, typer.Argument(min=1, help="Which promise, as printed by show.")],
    state: PromiseState,
    as_json: AsJson = False,
) -> None:
    """Say what became of a promise."""
    services, before = services_of(context), found(context, reference)
    if number > len(before.promises):
        raise NotFound(f"{before.summary.reference} has no promise {number}.")
    services.promises.settle(before.promises[number - 1].id, state)
    kept = found(context, reference).promises[number - 1]
    show(kept, [f"{kept.state.label}: {kept.words}"], as_json=as_json)
