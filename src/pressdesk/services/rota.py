"""The rota: who is on duty, and where nobody is."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from pressdesk.domain.hours import DaySource, OpeningHours, Period
from pressdesk.domain.local_time import edge
from pressdesk.domain.rota import WEEK, Shift, check_shift, gaps, overlaps, week_later
from pressdesk.domain.rota_changes import covered, swapped
from pressdesk.domain.rota_pattern import Pattern, Plan, planned, reach
from pressdesk.errors import Conflict, NotFound, Refused
from pressdesk.intake.phone_numbers import shaped
from pressdesk.intake.text import one_line
from pressdesk.services.context import Context, hours_of
from pressdesk.storage import office as offices
from pressdesk.storage import rota
from pressdesk.storage.database import Session

AHEAD = timedelta(weeks=13)
"""How far the next gap is looked for."""
CALENDAR_BEFORE, CALENDAR_AHEAD = timedelta(days=90), timedelta(days=400)
"""How far back and ahead of now a calendar reaches."""


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
class RotaSheet:
    """Days in a row with their rota, in the hours that hold then."""

    hours: OpeningHours
    days: tuple[RotaDay, ...]
    view: RotaView


@dataclass(frozen=True)
class Written:
    """What one act added to the rota (ids) and took off it, so that it can be taken back."""

    added: tuple[int, ...]
    removed: tuple[Shift, ...] = ()


class Rota:
    """Shifts."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def between(self, start: datetime, end: datetime) -> RotaView:
        """Return the rota of [start, end) with its gaps."""
        with self._context.database.reading() as session:
            return _view(session, start, end, hours_of(session))

    def week(self, monday: date) -> RotaSheet:
        """Return the rota of the seven days from ``monday`` on."""
        return self._sheet(monday, 7)

    def month(self, day: date) -> RotaSheet:
        """Return the rota of the whole weeks, Monday to Sunday, that the month of a day touches."""
        first = day.replace(day=1)
        after = (first + timedelta(days=31)).replace(day=1)
        monday = first - timedelta(days=first.weekday())
        return self._sheet(monday, -(-(after - monday).days // 7) * 7)

    def next_gap(self, after: datetime) -> Period | None:
        """Return the first time that nobody covers and that starts after an instant.

        None when there is none in the next 13 weeks.
        """
        view = self.between(after, after + AHEAD)
        return next((gap for gap in view.gaps if gap[0] > after), None)

    def save(self, shift: Shift) -> int:
        """Keep a shift; return the id.

        Raises Refused when it ends before it starts, Conflict when someone changed it meanwhile.
        """
        shift = replace(
            shift, person=one_line(shift.person), number=shaped(one_line(shift.number, 60))
        )
        if not shift.person:
            raise Refused("Choose who is on duty.", field="person")
        check_shift(shift)
        with self._context.database.writing(self._context.actor) as session:
            return rota.save_shift(session, shift)

    def swap(self, first: Shift, second: Shift) -> tuple[Shift, Shift]:
        """Let two people exchange their shifts; return both as they are kept now.

        Raises Conflict when someone changed either meanwhile.
        """
        first, second = swapped(first, second)
        with self._context.database.writing(self._context.actor) as session:
            ids = [rota.save_shift(session, shift) for shift in (first, second)]
            return rota.shift(session, ids[0]), rota.shift(session, ids[1])

    def cover(self, shift: Shift, person: str) -> Shift:
        """Let somebody take a shift of another, with their own number; return it as kept now.

        Raises Conflict when someone changed it meanwhile.
        """
        person = one_line(person)
        with self._context.database.writing(self._context.actor) as session:
            taken = covered(shift, person, _numbers(session).get(person) or _line(session))
            return rota.shift(session, rota.save_shift(session, taken))

    def shift(self, shift_id: int) -> Shift:
        """Return one shift; raise NotFound when it is not on the rota."""
        with self._context.database.reading() as session:
            return rota.shift(session, shift_id)

    def remove(self, shift_id: int, version: int | None = None) -> None:
        """Take a shift off the rota; with ``version``, only when nobody changed it meanwhile."""
        with self._context.database.writing(self._context.actor) as session:
            rota.remove_shift(session, shift_id, version)

    def plan(self, pattern: Pattern) -> Plan:
        """Return what a pattern would do, without doing it."""
        with self._context.database.reading() as session:
            return _plan(session, pattern)

    def write_plan(self, pattern: Pattern, seen: Plan) -> Written:
        """Do what the plan of a pattern says.

        Raises Conflict when the rota or the hours changed since the plan was seen, Refused when
        it adds nothing.
        """
        with self._context.database.writing(self._context.actor) as session:
            if _plan(session, pattern) != seen:
                raise Conflict("The rota changed since this plan was made. Look at it again.")
            if not seen.new:
                raise Refused("There is nothing to add: these days are covered already.")
            return _written(session, seen.removed, seen.new)

    def take_back(self, written: Written) -> None:
        """Take off what an act added and put back what it took off, or neither."""
        with self._context.database.writing(self._context.actor) as session:
            for shift_id in written.added:
                rota.remove_shift(session, shift_id)
            for shift in written.removed:
                rota.save_shift(session, replace(shift, id=None))

    def copy_last_week(self, monday: date) -> Written:
        """Repeat the shifts that start in the week before; return which ones are new.

        They keep their wall-clock times. A shift that is there already is not doubled. Raises
        Refused when nothing is left to copy.
        """
        with self._context.database.writing(self._context.actor) as session:
            zone = hours_of(session).zone
            earlier, starts, ends = (edge(monday + n * WEEK, 0, zone) for n in (-1, 0, 1))
            there = {shift.anew() for shift in rota.shifts_between(session, starts, ends)}
            before = rota.shifts_between(session, earlier, starts)
            wanted = [week_later(shift, zone) for shift in before if shift.starts_at >= earlier]
            new = [shift for shift in wanted if shift not in there]
            if not new:
                raise Refused(
                    "This week has last week’s shifts already."
                    if wanted
                    else "There is no shift in the week before. Add one with N."
                )
            return _written(session, (), new)

    def write_calendar(self, path: Path, person: str = "") -> int:
        """Write the shifts of a person, or of everybody, as iCalendar; return how many.

        It reaches from 90 days ago to 400 days ahead. Raises NotFound for somebody who is not on
        the rota then, Refused for the office's own file, Unavailable for the disk.
        """
        from pressdesk.export.rota import Calendar, write_ical

        self._context.check_target(path)
        now, person = self._context.clock.now(), one_line(person)
        with self._context.database.reading() as session:
            office = offices.the_office(session)
            shifts = rota.shifts_between(session, now - CALENDAR_BEFORE, now + CALENDAR_AHEAD)
        if person:
            shifts = tuple(shift for shift in shifts if shift.person == person)
        if not shifts:
            raise NotFound(f"{person or 'Nobody'} is {'not ' * bool(person)}on the rota.")
        name = f"{person}: duty" if person else f"{office.name}: duty rota"
        return write_ical(Calendar(name, office.name, now), shifts, path)

    def _sheet(self, first: date, count: int) -> RotaSheet:
        with self._context.database.reading() as session:
            hours = hours_of(session)
            days = tuple(_day(first + timedelta(days=n), hours) for n in range(count))
            view = _view(session, days[0].starts_at, days[-1].ends_at, hours)
            return RotaSheet(hours, days, view)


def _written(session: Session, removed: Iterable[Shift], new: Iterable[Shift]) -> Written:
    removed = tuple(removed)
    for shift in removed:
        assert shift.id is not None
        rota.remove_shift(session, shift.id, shift.version)
    return Written(tuple(rota.save_shift(session, shift) for shift in new), removed)


def _plan(session: Session, pattern: Pattern) -> Plan:
    people = tuple(filter(None, (one_line(person) for person in pattern.people)))
    pattern = replace(pattern, people=people)
    hours, line, known = hours_of(session), _line(session), _numbers(session)
    there = rota.shifts_between(session, *reach(pattern, hours.zone))
    return planned(pattern, there, hours, {name: known.get(name) or line for name in people})


def _numbers(session: Session) -> dict[str, str]:
    return {person.name: person.number for person in offices.staff(session)}


def _line(session: Session) -> str:
    return offices.the_office(session).lines.out_of_hours


def _view(session: Session, start: datetime, end: datetime, hours: OpeningHours) -> RotaView:
    shifts = rota.shifts_between(session, start, end)
    return RotaView(shifts, gaps(shifts, start, end, hours), tuple(overlaps(shifts)))


def _day(day: date, hours: OpeningHours) -> RotaDay:
    found = hours.day(day)
    starts, ends = edge(day, 0, hours.zone), edge(day + timedelta(days=1), 0, hours.zone)
    note = "" if found.source is DaySource.WEEKLY else found.reason
    return RotaDay(day, starts, ends, tuple(hours.periods(starts, ends)), note)
