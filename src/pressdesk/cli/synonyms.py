"""``pressdesk synonyms``: what stands for what when something is suggested."""

from typing import Annotated

import typer

from pressdesk.cli.printing import AsJson, show
from pressdesk.cli.start import services_of
from pressdesk.domain.synonyms import Group

app = typer.Typer(help="Words that stand for one another in suggestions.", no_args_is_help=True)

Words = Annotated[str, typer.Argument(help="A group, as “lorry = haulier”.", metavar="GROUP")]


@app.command("list")
def list_synonyms(
    context: typer.Context,
    text: Annotated[str, typer.Argument(help="A word that the groups hold.")] = "",
    own: Annotated[bool, typer.Option("--own", help="The office's own only.")] = False,
    as_json: AsJson = False,
) -> None:
    """List the groups: the office's own, then those that ship."""
    found = [
        group
        for group in services_of(context).synonyms.listed()
        if text.casefold() in group.words.casefold() and not (own and group.shipped)
    ]
    show(found, [_line(group) for group in found] or ["Nothing found."], as_json=as_json)


@app.command()
def add(context: typer.Context, group: Words, as_json: AsJson = False) -> None:
    """Add a group of the office's own."""
    added = services_of(context).synonyms.add(group)
    show(added, [_line(added)], as_json=as_json)


@app.command()
def remove(context: typer.Context, group: Words, as_json: AsJson = False) -> None:
    """Take a group of the office's own away, or switch a shipped one off."""
    services_of(context).synonyms.remove(group)
    show({"removed": group}, [f"Not used any more: {group}"], as_json=as_json)


def _line(group: Group) -> str:
    marks = ("shipped" if group.shipped else "", "" if group.active else "switched off")
    return "  ".join(filter(None, (group.words, " · ".join(filter(None, marks)))))
