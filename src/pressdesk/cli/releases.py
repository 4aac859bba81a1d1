"""``pressdesk releases``: take in, list, show."""

from pathlib import Path
from typing import Annotated

import typer

from pressdesk.cli.printing import AsJson, show
from pressdesk.cli.start import services_of
from pressdesk.errors import BadFile

app = typer.Typer(help="Press releases.", no_args_is_help=True)

LARGEST_NUMBER = 2**63 - 1
"""No database gives a larger one."""

ReleaseNumber = Annotated[
    int, typer.Argument(min=1, max=LARGEST_NUMBER, help="The number that the list prints.")
]


@app.command()
def add(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(help="Text files.", metavar="FILE…")],
    as_json: AsJson = False,
) -> None:
    """Take in releases; one that cannot be read is named with the reason, the others come in."""
    services = services_of(context)
    added, refused = [], []
    for file in files:
        try:
            release = services.releases.add_file(file)
        except BadFile as error:
            refused.append({"file": str(file), "reason": str(error)})
        else:
            added.append({"id": release.id, "headline": release.parts.headline, "file": str(file)})
    lines = [
        *(f"{item['id']}  {item['headline']}" for item in added),
        *(f"Refused: {item['reason']}" for item in refused),
    ]
    show({"added": added, "refused": refused}, lines, as_json=as_json)
    if refused:
        raise typer.Exit(7)


@app.command("list")
def list_releases(
    context: typer.Context,
    text: Annotated[str, typer.Argument(help="Words that all must be found.")] = "",
    as_json: AsJson = False,
) -> None:
    """List the releases, newest first, or those that hold some words, best first."""
    rows = services_of(context).releases.listed(text)
    lines = [f"{row.id}  {row.published_on or '–'}  {row.headline}" for row in rows]
    show(rows, lines or ["Nothing found."], as_json=as_json)


@app.command("show")
def show_release(
    context: typer.Context,
    release: ReleaseNumber,
    as_json: AsJson = False,
) -> None:
    """Print one release in its parts."""
    found = services_of(context).releases.show(release)
    show(found, [found.parts.plain_text()], as_json=as_json)


@app.command()
def suggest(
    context: typer.Context,
    question: Annotated[str, typer.Argument(help="What is asked, in any words.")],
    limit: Annotated[int, typer.Option(min=1, max=50, help="How many at most.")] = 3,
    as_json: AsJson = False,
) -> None:
    """Suggest the releases that bear on a question, best first, with the words that matched."""
    rows = services_of(context).releases.bearing_on(question, limit)
    found = [
        {
            "id": row.id,
            "title": row.headline,
            "score": row.score,
            "strength": row.strength,
            "matched": row.matched,
            "passage": row.passage,
        }
        for row in rows
    ]
    lines = [
        f"{row.id}  {row.headline}  ({row.strength}: {', '.join(row.matched)})" for row in rows
    ]
    show(found, lines or ["No release fits this question."], as_json=as_json)
