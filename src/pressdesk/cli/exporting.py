"""``pressdesk export``: the log as a file; ``pressdesk presets``: the columns kept under a name."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from pressdesk.cli.log_filters import LogFilters
from pressdesk.cli.option_groups import grouped
from pressdesk.cli.printing import AsJson, show
from pressdesk.cli.start import services_of
from pressdesk.domain.exports import People, Preset
from pressdesk.export.csv import CsvStyle
from pressdesk.export.sheet import UNWATCHED, Watch
from pressdesk.export.writing import Format
from pressdesk.services.exports import Order

app = typer.Typer(help="The columns of an export, kept under a name.", no_args_is_help=True)

Columns = Annotated[
    str, typer.Option(help="Columns in their order, like reference,received,questions.")
]
PeopleOption = Annotated[
    People | None,
    typer.Option(help="How people stand in the file: as they are, by initials, or left out."),
]


@grouped
def export(
    context: typer.Context,
    output: Annotated[Path, typer.Option("--output", "-o", help="The file to write.")],
    filters: LogFilters,
    format: Annotated[  # noqa: A002
        Format | None, typer.Option(help="The kind of file; otherwise by its ending, or CSV.")
    ] = None,
    preset: Annotated[str, typer.Option(help="A preset by its name, or how it begins.")] = "List",
    columns: Columns = "",
    people: PeopleOption = None,
    semicolon: Annotated[bool, typer.Option("--semicolon", help="CSV with semicolons.")] = False,
    no_mark: Annotated[
        bool, typer.Option("--no-mark", help="CSV without the byte order mark Excel looks for.")
    ] = False,
    text: Annotated[str, typer.Option(help="Words that all must be found.")] = "",
    as_json: AsJson = False,
) -> None:
    """Write the log to a file that says its filters, zone, hours, count, when and by whom."""
    services = services_of(context)
    query = filters.query(context, text)
    chosen = _chosen(services.exports.preset(preset), columns, people)
    kind = format or by_ending(output)
    style = CsvStyle(semicolon=semicolon, mark=not no_mark)
    order = Order(query, kind, chosen.columns, chosen.people, style)
    with telling(services.exports.count(query)) as watch:
        rows = services.exports.write(order, output, watch)
    value = {"file": str(output), "format": kind, "rows": rows}
    show(value, [f"{rows} enquiries written to {output}."], as_json=as_json)


@app.command("list")
def listed(context: typer.Context, as_json: AsJson = False) -> None:
    """List the presets and their columns."""
    found = services_of(context).exports.presets()
    lines = (f"{one.name} ({one.people.value}): {','.join(one.columns)}" for one in found)
    show(found, lines, as_json=as_json)


@app.command()
def save(context: typer.Context, name: str, columns: Columns, people: PeopleOption = None) -> None:
    """Keep columns under a name, in place of an earlier preset of that name."""
    wanted = Preset(name, (), people or People.AS_IS)
    kept = services_of(context).exports.keep_preset(_chosen(wanted, columns, people))
    typer.echo(f"“{kept.name}” is kept.")


@app.command()
def remove(context: typer.Context, name: str) -> None:
    """Remove a preset of the office."""
    services_of(context).exports.remove_preset(name)
    typer.echo(f"“{name}” is removed.")


def _chosen(preset: Preset, columns: str, people: People | None) -> Preset:
    """Return a preset with what was named beside it in its place."""
    keys = tuple(key.strip() for key in columns.split(",") if key.strip())
    return replace(preset, columns=keys or preset.columns, people=people or preset.people)


def by_ending(path: Path) -> Format:
    """Return the kind of file that a name's ending says; CSV for any other."""
    ending = path.suffix.lower().removeprefix(".")
    return Format(ending) if ending in set(Format) else Format.CSV


@contextmanager
def telling(count: int) -> Iterator[Watch]:
    """Show how far it is on a terminal; nothing in a pipe."""
    if not sys.stderr.isatty():
        yield UNWATCHED
        return
    with typer.progressbar(length=count, label="Writing", file=sys.stderr) as bar:

        def tell(done: int) -> None:
            bar.update(done - bar.pos)

        yield Watch(progress=tell)
