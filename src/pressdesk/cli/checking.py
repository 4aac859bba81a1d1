"""``pressdesk check``: that nothing was changed behind the program's back."""

import typer

from pressdesk.cli.printing import AsJson, show
from pressdesk.cli.start import services_of

TAMPERED = 8


def check(context: typer.Context, as_json: AsJson = False) -> None:
    """Check the file, the chain of the journal, and tables and kept files against it.

    Leaves with 8 when something was found.
    """
    checked = services_of(context).journal.check()
    well = f"All is well: {checked.entries} journal entries, none missing or altered."
    value = {"clean": not checked.findings, **vars(checked)}
    show(value, checked.findings or [well], as_json=as_json)
    if checked.findings:
        raise typer.Exit(TAMPERED)
