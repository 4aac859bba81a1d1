"""The rota as iCalendar (RFC 5545), for the calendar programs of those who are on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from pressdesk import __version__
from pressdesk.domain.rota import Shift
from pressdesk.domain.rota_changes import change_said
from pressdesk.export.replacing import replacing


@dataclass(frozen=True)
class Calendar:
    """What a calendar is called, whose shifts it holds and when it was written (UTC).

    ``origin`` tells one office's shifts from another's, so that a calendar read again updates its
    entries and never doubles them.
    """

    name: str
    origin: str
    written_at: datetime


def write_ical(calendar: Calendar, shifts: Iterable[Shift], path: Path) -> int:
    """Write the shifts as a calendar, whole or not at all; return how many there were.

    Instants are written in UTC, which every calendar program shows in its own zone. Raises
    Unavailable when the disk or the folder cannot be used.
    """
    from icalendar import Calendar as ICalendar

    written = ICalendar()
    written.add("prodid", f"-//PressDesk//PressDesk {__version__}//EN")
    written.add("version", "2.0")
    written.add("method", "PUBLISH")
    written.add("x-wr-calname", calendar.name)
    shifts = tuple(shifts)
    for shift in shifts:
        written.add_component(_event(calendar, shift))
    with replacing(path) as file:
        file.write(written.to_ical())
    return len(shifts)


def _event(calendar: Calendar, shift: Shift):  # type: ignore[no-untyped-def] # noqa: ANN202
    from icalendar import Event

    event = Event()
    event.add("uid", str(uuid5(NAMESPACE_URL, f"pressdesk:{calendar.origin}:shift:{shift.id}")))
    event.add("sequence", shift.version)
    event.add("dtstamp", calendar.written_at)
    event.add("dtstart", shift.starts_at)
    event.add("dtend", shift.ends_at)
    event.add("summary", f"On duty: {shift.person}")
    said = change_said(shift)
    about = (f"Rung on {shift.number}" if shift.number else "", said[:1].upper() + said[1:])
    event.add("description", "\n".join(filter(None, about)))
    return event
