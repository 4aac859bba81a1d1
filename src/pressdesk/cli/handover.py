"""``pressdesk handover``: one page for the duty officer at closing, or the office at opening."""

from typing import Annotated

import typer

from pressdesk.cli.printing import AsJson, show
from pressdesk.cli.start import services_of
from pressdesk.domain.handover import Kind
from pressdesk.domain.handover_page import lines


def handover(
    context: typer.Context,
    *,
    evening: Annotated[bool, typer.Option("--evening", help="The one at closing.")] = False,
    morning: Annotated[bool, typer.Option("--morning", help="The one at opening.")] = False,
    take: Annotated[bool, typer.Option("--take", help="Take it over, under your name.")] = False,
    as_json: AsJson = False,
) -> None:
    """Print the handover that belongs to this hour, or the one that is named."""
    if evening and morning:
        raise typer.BadParameter("Ask for one of the two: --evening or --morning.")
    handovers = services_of(context).handovers
    page = handovers.show(Kind.EVENING if evening else Kind.MORNING if morning else None)
    if take:
        page = handovers.take_over(page)
    show(page, lines(page), as_json=as_json)
