"""``pressdesk duty``: the office taken home in one sealed file, and merged back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from pressdesk.cli.printing import AsJson, show
from pressdesk.cli.start import Start, passphrase_of, services_of
from pressdesk.domain.duty_packs import Clash, Merged, Take, merged_said
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
    show(pack, [said], as_json=as_json)


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


@app.command()
def merge(
    context: typer.Context,
    file: Pack,
    ours: Annotated[
        bool, typer.Option("--ours", help="Where both changed a thing, the office's stands.")
    ] = False,
    theirs: Annotated[
        bool, typer.Option("--theirs", help="Where both changed a thing, the pack's stands.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Bring back what was done at home; lists what was changed on both sides and then stops."""
    if ours and theirs:
        raise Refused("Say --ours or --theirs, not both.")
    services = services_of(context)
    passphrase, choices = passphrase_of(file), dict[Clash, Take]()
    merged = services.duty_packs.merge(file, passphrase)
    while merged.clashes and (ours or theirs):
        take = Take.OURS if ours else Take.THEIRS
        choices |= dict.fromkeys(merged.clashes, take)
        merged = services.duty_packs.merge(file, passphrase, choices)
    show(merged, _lines(merged), as_json=as_json)
    if merged.clashes:
        raise Conflict(
            "Nothing was merged yet: these were changed in the office and in the pack. "
            "Choose in the window, or merge again with --ours or --theirs."
        )


def _lines(merged: Merged) -> Iterator[str]:
    for clash in merged.clashes:
        yield f"{clash.what}, changed by {clash.who}"
        for field in clash.fields:
            yield f"  {field.label}"
            yield f"    ours:   {field.ours}"
            yield f"    theirs: {field.theirs}"
    if not merged.clashes:
        yield merged_said(merged)
        yield from merged.set_aside
