"""The command line: the same services as the window, and exit codes that scripts can rely on.

0 done · 1 a bug of ours · 2 the command was mistyped · 3 refused by a rule · 4 not found ·
5 someone else saved first · 6 the database or an address cannot be used · 7 a file cannot be read ·
8 the check found something.
"""

import io
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Annotated

import typer

from pressdesk import __version__
from pressdesk.cli import (
    acts,
    answering,
    checking,
    clearance,
    contacts,
    disclosure,
    duty_packs,
    embargoes,
    enquiries,
    exporting,
    feeds,
    handover,
    hours,
    lines_to_take,
    office,
    packs,
    person,
    promises,
    releases,
    reminders,
    reports,
    rota,
    saved_filters,
    search,
    synonyms,
)
from pressdesk.cli.start import Start, WindowStarter
from pressdesk.errors import (
    BadFile,
    Conflict,
    Embargoed,
    NotFound,
    PressDeskError,
    Refused,
    Unavailable,
)
from pressdesk.settings import WindowOptions

EXIT_CODES: dict[type[PressDeskError], int] = {
    Refused: 3,
    Embargoed: 3,
    NotFound: 4,
    Conflict: 5,
    Unavailable: 6,
    BadFile: 7,
}

app = typer.Typer(
    help="The program a press office keeps open all day. Without a command, the window opens.",
    epilog="Exit codes: 0 done, 2 mistyped, 3 refused, 4 not found, 5 someone else saved first, "
    "6 database or address not usable, 7 file not readable, 8 the check found something.",
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.add_typer(hours.app, name="hours")
app.add_typer(office.app, name="office")
enquiries.app.add_typer(acts.app)
enquiries.app.add_typer(answering.app)
enquiries.app.add_typer(promises.app)
enquiries.app.add_typer(clearance.app, name="clear")
app.add_typer(enquiries.app, name="enquiries")
app.add_typer(contacts.app, name="contacts")
releases.app.add_typer(embargoes.app)
app.add_typer(releases.app, name="releases")
app.add_typer(lines_to_take.app, name="lines")
app.add_typer(packs.app, name="packs")
app.add_typer(feeds.app, name="feeds")
app.add_typer(rota.app, name="rota")
app.command("handover")(handover.handover)
app.command("reminders")(reminders.reminders)
app.add_typer(saved_filters.app, name="filters")
app.add_typer(synonyms.app, name="synonyms")
app.add_typer(duty_packs.app, name="duty")
app.command("export")(exporting.export)
app.add_typer(exporting.app, name="presets")
app.command("foi")(disclosure.foi)
app.command("report")(reports.report)
app.command("person")(person.person)
app.command("search")(search.search)
app.command("check")(checking.check)


def main(argv: list[str], start_window: WindowStarter) -> int:
    """Run one command, or open the window when none is named; return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # one that cannot say a character says its code
            stream.reconfigure(errors="backslashreplace")
    try:
        _run()(args=argv, prog_name="pressdesk", obj=Start(start_window))
    except PressDeskError as error:
        asked = " Say why it is used all the same with --despite-embargo REASON."
        sys.stderr.write(f"{error}{asked if isinstance(error, Embargoed) else ''}\n")
        return EXIT_CODES.get(type(error), 1)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 0
    return 0


@cache
def _run() -> Callable[..., object]:
    """Return what runs a command line; making the tree of commands takes longer than most acts."""
    return typer.main.get_command(app).main


def _tell_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"PressDesk {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def pressdesk(
    context: typer.Context,
    database: Annotated[
        Path | None,
        typer.Option(
            envvar="PRESSDESK_DATABASE", help="The office's file.", metavar="FILE", dir_okay=False
        ),
    ] = None,
    sample: Annotated[bool, typer.Option("--sample", help="Use the sample office.")] = False,
    person: Annotated[str, typer.Option("--as", help="Who is acting.", metavar="NAME")] = "",
    self_test: Annotated[
        bool, typer.Option("--self-test", help="Open every page once and leave.")
    ] = False,
    _version: Annotated[
        bool, typer.Option("--version", callback=_tell_version, is_eager=True)
    ] = False,
) -> None:
    """Take the options that all commands share."""
    start: Start = context.obj
    start.options = WindowOptions(database, sample, self_test, person)
    if context.invoked_subcommand is None:
        raise typer.Exit(start.start_window(start.options))
    context.call_on_close(start.close)
