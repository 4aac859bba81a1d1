"""``pressdesk packs``: several outlets on one subject, seen, gathered, answered with one line."""

from typing import Annotated

import typer

from pressdesk.cli.enquiries import Reference, found
from pressdesk.cli.lines_to_take import LineNumber
from pressdesk.cli.printing import AsJson, Despite, show
from pressdesk.cli.releases import LARGEST_NUMBER
from pressdesk.cli.start import services_of
from pressdesk.domain.enquiries import Terms
from pressdesk.domain.packs import Pack

app = typer.Typer(help="Packs: several outlets on one subject.", no_args_is_help=True)

PackNumber = Annotated[
    int, typer.Argument(min=1, max=LARGEST_NUMBER, help="The number that the list prints.")
]


@app.command("list")
def list_packs(context: typer.Context, as_json: AsJson = False) -> None:
    """Print what may be gathered now, and the packs in which somebody still waits."""
    watch = services_of(context).packs.watch()
    lines = [
        *(f"May join {one.pack_id}: {one.reference}, {one.said}" for one in watch.joiners),
        *(f"May be gathered: {offer.said(watch.zone)}" for offer in watch.offers),
        *(f"{pack.id}  {pack.said}" for pack in watch.packs),
    ]
    value = {"joiners": watch.joiners, "offers": watch.offers, "packs": watch.packs}
    show(value, lines or ["No pack now."], as_json=as_json)


@app.command()
def gather(
    context: typer.Context, name: str, references: list[str], as_json: AsJson = False
) -> None:
    """Make a pack of some enquiries, by their references."""
    ids = [found(context, reference).summary.id for reference in references]
    _tell(context, services_of(context).packs.gather(name, ids), as_json=as_json)


@app.command()
def join(
    context: typer.Context, pack: PackNumber, reference: Reference, as_json: AsJson = False
) -> None:
    """Put one more enquiry into a pack."""
    services_of(context).packs.join(pack, found(context, reference).summary.id)
    _tell(context, pack, as_json=as_json)


@app.command("show")
def show_pack(context: typer.Context, pack: PackNumber, as_json: AsJson = False) -> None:
    """Print the reply list of a pack."""
    _tell(context, pack, as_json=as_json)


@app.command()
def line(
    context: typer.Context, pack: PackNumber, line: LineNumber, as_json: AsJson = False
) -> None:
    """Choose the cleared line that answers a pack."""
    services_of(context).packs.set_line(pack, line)
    _tell(context, pack, as_json=as_json)


@app.command()
def give(
    context: typer.Context,
    pack: PackNumber,
    reference: Reference,
    terms: Terms = Terms.ON_THE_RECORD,
    despite: Despite = None,
    as_json: AsJson = False,
) -> None:
    """Record that one of the pack was given its line."""
    enquiry_id = found(context, reference).summary.id
    services_of(context).packs.give(pack, enquiry_id, terms, despite=despite)
    _tell(context, pack, as_json=as_json)


def _tell(context: typer.Context, pack_id: int, *, as_json: bool) -> None:
    pack = services_of(context).packs.show(pack_id)
    show(pack, _replies(pack), as_json=as_json)


def _replies(pack: Pack) -> list[str]:
    answer = [f"Line: {pack.line.title}"] if pack.line else []
    rows = [
        f"{'✓' if member.given else '–'}  {member.enquiry.reference}  "
        f"{member.enquiry.journalist}, {member.enquiry.outlet}"
        for member in pack.members
    ]
    return [f"{pack.id}  {pack.said}", *answer, *rows]
