"""``pressdesk reminders``: what the person at the desk would be told now."""

import typer

from pressdesk.cli.printing import AsJson, show
from pressdesk.cli.start import services_of
from pressdesk.domain.reminders import notices


def reminders(context: typer.Context, *, as_json: AsJson = False) -> None:
    """Print what waits to be told, and leave it to be told in the window."""
    services = services_of(context)
    found = notices(services.reminders.waiting(), services.context.clock.now())
    lines = [f"{notice.title}: {notice.words}" for notice in found]
    show(found, lines or ["Nothing waits to be told."], as_json=as_json)
