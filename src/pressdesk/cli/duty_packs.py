"""``pressdesk duty``: the office taken home in one sealed file, and merged back."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated

import typer

from pressdesk.cli.option_groups import grouped
from pressdesk.cli.printing import AsJson, show
from pressdesk.cli.start import Start, passphrase_of, services_of
from pressdesk.domain.duty_packs import Clash, Merged, Take, left_out_said, merged_said
from pressdesk.domain.local_time import zone_named
from pressdesk.domain.said import moment_said
from pressdesk.errors import Conflict, Refused

app = typer.Typer(
    help="The duty pack: one sealed file for the laptop at home. Its passphrase is asked for, or "
    "read from PRESSDESK_PASSPHRASE. Any command works on a pack: pressdesk --database FILE …",
    no_args_is_help=True,
)

Pack = Annotated[Path, typer.Argument(help="Like tonight.pressdesk-duty.", dir_okay=False)]


@app.command()
def make(
    context: typer.Context,
    file: Pack,
    person: Annotated[str, typer.Option("--for", help="Who takes it home.")],
    as_json: AsJson = False,
) -> None:
    """Write a pack: open enquiries, releases, lines to take, contacts, rota, hours."""
    services = services_of(context)
    pack = services.duty_packs.make(file, passphrase_of(file, new=True), person)
    said = f"Duty pack {pack.number} for {pack.person} is in {file}."
    show(pack, filter(None, (said, left_out_said(pack))), as_json=as_json)


@app.command("open")
def open_pack(context: typer.Context, file: Pack) -> None:
    """Open a pack in the window, which asks for its passphrase."""
    start: Start = context.obj
    raise typer.Exit(start.start_window(replace(start.options, database=file)))


@app.command("list")
def list_packs(context: typer.Context, as_json: AsJson = False) -> None:
    """Print the packs that were made, newest first, and whether anything came back."""
    services = services_of(context)
    packs = services.duty_packs.made()
    zone = zone_named(services.office.facts().office.zone)
    lines = [
        f"{pack.number}  {pack.person}  {moment_said(pack.made_at, zone)}  "
        f"{'merged' if pack.merged else 'not merged yet'}"
        for pack in packs
    ]
    show(packs, lines or ["No duty pack was made yet."], as_json=as_json)


@dataclass(frozen=True)
class Sides:
    """Which side stands where both changed a thing."""

    ours: Annotated[bool, typer.Option("--ours", help="Everywhere the office's.")] = False
    theirs: Annotated[bool, typer.Option("--theirs", help="Everywhere the pack's.")] = False
    ours_for: Annotated[
        list[str],
        typer.Option(help="The office's for this one, by its reference or name; repeat for more."),
    ] = field(default_factory=list)
    theirs_for: Annotated[
        list[str], typer.Option(help="The pack's for this one; repeat for more.")
    ] = field(default_factory=list)

    def take(self, clash: Clash) -> Take | None:
        """Return the side named for a clash, else the one for all, else None."""
        named = (Take.OURS, self.ours_for), (Take.THEIRS, self.theirs_for)
        for take, names in named:
            if any(name.casefold() in clash.what.casefold() for name in names):
                return take
        if self.ours or self.theirs:
            return Take.OURS if self.ours else Take.THEIRS
        return None


@app.command()
@grouped
def merge(context: typer.Context, file: Pack, sides: Sides, as_json: AsJson = False) -> None:
    """Bring back what was done at home.

    What was changed on both sides is asked about on a terminal; elsewhere it is listed, and
    nothing is merged before a side is named for each.
    """
    if sides.ours and sides.theirs:
        raise Refused("Say --ours or --theirs, not both.")
    services = services_of(context)
    passphrase, choices = passphrase_of(file), dict[Clash, Take]()
    merged = services.duty_packs.merge(file, passphrase)
    while merged.clashes:
        takes = {clash: sides.take(clash) or _asked(clash) for clash in merged.clashes}
        choices |= {clash: take for clash, take in takes.items() if take is not None}
        if None in takes.values():
            break
        merged = services.duty_packs.merge(file, passphrase, choices)
    show(merged, _lines(merged), as_json=as_json)
    if merged.clashes:
        raise Conflict(
            "Nothing was merged yet: these were changed in the office and in the pack. Choose in "
            "the window, or merge again with --ours or --theirs, or --ours-for and --theirs-for "
            "with a reference."
        )


def _asked(clash: Clash) -> Take | None:
    """Ask which side stands; None where nobody can answer."""
    if not sys.stdin.isatty():
        return None
    for line in _clash_lines(clash):
        typer.echo(line, err=True)
    while (typed := typer.prompt("Which stands, ours or theirs", err=True)) not in [*Take]:
        typer.echo("Type ours or theirs.", err=True)
    return Take(typed)


def _lines(merged: Merged) -> Iterator[str]:
    for clash in merged.clashes:
        yield from _clash_lines(clash)
    if not merged.clashes:
        yield merged_said(merged)
        yield from merged.set_aside


def _clash_lines(clash: Clash) -> Iterator[str]:
    yield f"{clash.what}, changed by {clash.who}"
    for differing in clash.fields:
        yield f"  {differing.label}"
        yield f"    ours:   {differing.ours}"
        yield f"    theirs: {differing.theirs}"
