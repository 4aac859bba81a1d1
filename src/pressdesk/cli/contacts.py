"""``pressdesk contacts``: journalists and outlets, listed and merged."""

from typing import Annotated

import typer

from pressdesk.cli.printing import AsJson, show
from pressdesk.cli.releases import LARGEST_NUMBER
from pressdesk.cli.start import services_of

app = typer.Typer(help="Journalists and outlets.", no_args_is_help=True)

Number = Annotated[
    int, typer.Argument(min=1, max=LARGEST_NUMBER, help="The number that the list prints.")
]
Outlets = Annotated[bool, typer.Option("--outlets", help="Outlets instead of journalists.")]


@app.command("list")
def list_contacts(
    context: typer.Context,
    text: Annotated[str, typer.Argument(help="Words that all must be found.")] = "",
    outlets: Outlets = False,
    as_json: AsJson = False,
) -> None:
    """List the contacts by name."""
    contacts = services_of(context).contacts
    if outlets:
        found = contacts.outlets(text)
        lines = [f"{one.id}  {one.name}  {one.kind.label}" for one in found]
        show(found, lines or ["Nothing found."], as_json=as_json)
        return
    people = contacts.journalists(text)
    lines = [f"{one.id}  {one.name}  {one.outlet}  {one.number}  {one.email}" for one in people]
    show(people, lines or ["Nothing found."], as_json=as_json)


@app.command()
def merge(
    context: typer.Context,
    keep: Number,
    duplicate: Number,
    outlets: Outlets = False,
    as_json: AsJson = False,
) -> None:
    """Make two entries one: all that belongs to DUPLICATE goes to KEEP."""
    contacts = services_of(context).contacts
    if outlets:
        contacts.merge_outlets(keep, duplicate)
        outlet = contacts.outlet(keep)
        show(outlet, [f"{outlet.name}: {outlet.enquiries} enquiries"], as_json=as_json)
        return
    contacts.merge_journalists(keep, duplicate)
    person = contacts.journalist(keep)
    show(person, [f"{person.name}: {person.enquiries} enquiries"], as_json=as_json)
