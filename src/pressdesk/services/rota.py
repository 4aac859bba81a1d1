"""The rota: who is on duty, and where nobody is."""

from dataclasses import dataclass, replace
from datetime import datetime

from pressdesk.domain.rota import Shift, check_shift, gaps, overlaps
from pressdesk.errors import Refused
from pressdesk.intake.phone_numbers import shaped
from pressdesk.intake.text import one_line
from pressdesk.services.context import Context, hours_of
from pressdesk.storage import rota


@dataclass(frozen=True)
class RotaView:
    """The shifts of a stretch of time, the times out of hours that nobody covers, doubles."""

    shifts: tuple[Shift, ...]
    gaps: tuple[tuple[datetime, datetime], ...]
    doubles: tuple[tuple[Shift, Shift], ...]


class Rota:
    """Shifts."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def between(self, start: datetime, end: datetime) -> RotaView:
        """Return the rota of [start, end) with its gaps."""
        with self._context.database.reading() as session:
            shifts = rota.shifts_between(session, start, end)
            found = tuple(gaps(shifts, start, end, hours_of(session)))
            return RotaView(shifts, found, tuple(overlaps(shifts)))

    def save(self, shift: Shift) -> int:
        """Keep a shift; return the id. Raises Refused when it ends before it starts."""
        shift = replace(
            shift, person=one_line(shift.person), number=shaped(one_line(shift.number, 60))
        )
        if not shift.person:
            raise Refused("Choose who is on duty.", field="person")
        check_shift(shift)
        with self._context.database.writing(self._context.actor) as session:
            return rota.save_shift(session, shift)

    def remove(self, shift_id: int) -> None:
        """Take a shift off the rota."""
        with self._context.database.writing(self._context.actor) as session:
            rota.remove_shift(session, shift_id)
