"""The rota: who is on duty, and where nobody is."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from pressdesk.domain.hours import DaySource, OpeningHours, Period
from pressdesk.domain.local_time import edge
from pressdesk.domain.rota import WEEK, Shift, check_shift, gaps, overlaps, week_later
from pressdesk.errors import Refused
from pressdesk.intake.phone_numbers import shaped
from pressdesk.intake.text import one_line
from pressdesk.services.context import Context, hours_of
from pressdesk.storage import rota
from pressdesk.storage.database import Session


@dataclass(frozen=True)
class RotaView:
    """The shifts of a stretch of time, the times out of hours that nobody covers, doubles."""

    shifts: tuple[Shift, ...]
    gaps: tuple[Period, ...]
    doubles: tuple[tuple[Shift, Shift], ...]


@dataclass(frozen=True)
class RotaDay:
    """One date: when it begins and ends, when the office is open, why it is unlike others."""

    day: date
    starts_at: datetime
    ends_at: datetime
    open: tuple[Period, ...]
    note: str


@dataclass(frozen=True)
class RotaWeek:
    """Monday to Sunday with their rota, in the hours that hold then."""

    hours: OpeningHours
    days: tuple[RotaDay, ...]
    view: RotaView


class Rota:
    """Shifts."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def between(self, start: datetime, end: datetime) -> RotaView:
        """Return the rota of [start, end) with its gaps."""
        with self._context.database.reading() as session:
            return _view(session, start, end, hours_of(session))

    def week(self, monday: date) -> RotaWeek:
        """Return the rota of the seven days from ``monday`` on, day by day."""
        with self._context.database.reading() as session:
            hours = hours_of(session)
            days = tuple(_day(monday + timedelta(days=n), hours) for n in range(7))
            return RotaWeek(hours, days, _view(session, days[0].starts_at, days[-1].ends_at, hours))

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
        self.remove_all((shift_id,))

    def remove_all(self, shift_ids: tuple[int, ...]) -> None:
        """Take several shifts off the rota, or none of them."""
        with self._context.database.writing(self._context.actor) as session:
            for shift_id in shift_ids:
                rota.remove_shift(session, shift_id)

    def copy_last_week(self, monday: date) -> tuple[int, ...]:
        """Repeat the shifts that start in the week before; return the ids of the new ones.

        They keep their wall-clock times. A shift that is there already is not doubled. Raises
        Refused when nothing is left to copy.
        """
        with self._context.database.writing(self._context.actor) as session:
            zone = hours_of(session).zone
            earlier, starts, ends = (edge(monday + n * WEEK, 0, zone) for n in (-1, 0, 1))
            there = {replace(s, id=None) for s in rota.shifts_between(session, starts, ends)}
            before = rota.shifts_between(session, earlier, starts)
            wanted = [week_later(shift, zone) for shift in before if shift.starts_at >= earlier]
            new = [shift for shift in wanted if shift not in there]
            if not new:
                raise Refused(
                    "This week has last week’s shifts already."
                    if wanted
                    else "There is no shift in the week before. Add one with N."
                )
            return tuple(rota.save_shift(session, shift) for shift in new)


def _view(session: Session, start: datetime, end: datetime, hours: OpeningHours) -> RotaView:
    shifts = rota.shifts_between(session, start, end)
    return RotaView(shifts, gaps(shifts, start, end, hours), tuple(overlaps(shifts)))


def _day(day: date, hours: OpeningHours) -> RotaDay:
    found = hours.day(day)
    starts, ends = edge(day, 0, hours.zone), edge(day + timedelta(days=1), 0, hours.zone)
    note = "" if found.source is DaySource.WEEKLY else found.reason
    return RotaDay(day, starts, ends, tuple(hours.periods(starts, ends)), note)
