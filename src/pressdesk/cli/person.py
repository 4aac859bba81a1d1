"""``pressdesk person``: everything about one person, for a data-protection request."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from pressdesk.cli.exporting import by_ending, telling
from pressdesk.cli.printing import AsJson, show
from pressdesk.cli.start import services_of
from pressdesk.domain.contacts import counted
from pressdesk.domain.person import of_each
from pressdesk.export.writing import Format
from pressdesk.services.person import Everything

_SHORT = 160  # characters of one place in a line


def person(
    context: typer.Context,
    who: Annotated[str, typer.Argument(help="A name, a telephone number or an e-mail address.")],
    journalist: Annotated[
        int, typer.Option(help="Which one of several, by the number in the contacts.")
    ] = 0,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The file to write.")
    ] = None,
    format: Annotated[  # noqa: A002
        Format | None, typer.Option(help="The kind of file; otherwise by its ending, or CSV.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show where a person stands: contacts, enquiries, questions, notes, answers, audit trail.

    On screen the newest are told; a file holds all of them.
    """
    people = services_of(context).people
    sought = people.journalist(journalist) if journalist else people.sought(who)
    if output is None:
        everything = people.look(sought)
        show(everything, _lines(everything), as_json=as_json)
        return
    kind = format or by_ending(output)
    with telling(0) as watch:
        places = people.write(sought, kind, output, watch)
    lines = [f"{counted(places, 'place').capitalize()} written to {output}."]
    show({"file": str(output), "format": kind, "places": places}, lines, as_json=as_json)


def _lines(everything: Everything) -> Iterator[str]:
    sought = everything.sought
    known = "; ".join((*sought.names, *sought.numbers, *sought.emails))
    yield f"{known}: {counted(everything.total, 'enquiry')} of their own."
    if everything.cut:
        yield "Only the newest are shown. Name a file with -o to have them all."
    for where, places in of_each(everything.places).items():
        yield f"\n{where.value} ({len(places):,})"
        for place in places:
            words = " ".join(place.words.split())
            cut = words if len(words) <= _SHORT else f"{words[:_SHORT]}…"
            yield f"  {place.what}  {place.field}, {place.how.value}: {cut}"
