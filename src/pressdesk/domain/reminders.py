"""What is told before it is too late: which things, how long before, and each of them once.

A thing has steps: moments before it, and the moment itself. Only its latest step that has come is
told, and none once a later one was. So a computer that slept through all of them tells one, and a
clock that jumps back tells nothing twice.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from enum import StrEnum

from pressdesk.domain.deadlines import time_left
from pressdesk.errors import Refused

LONGEST_LEAD = 2 * 366
SOME = 3
"""How many reminders are shown one by one; more are gathered into one notice."""


@dataclass(frozen=True)
class Leads:
    """How long before it each thing is told; 0 does not tell it ahead.

    In minutes before a deadline, a promise, a house target or the end of an embargo, minutes that
    a clearance waits without a word, hours before a rota gap, days before the bank holidays run
    out.
    """

    deadline_first: int = 30
    deadline_last: int = 10
    promise: int = 10
    clearance: int = 30
    embargo: int = 15
    rota_gap: int = 8
    holidays: int = 180
    target: int = 10

    def is_long_wait(self, since: datetime, now: datetime) -> bool:
        """Say whether a clearance asked or chased at ``since`` is worth chasing."""
        return self.clearance > 0 and now - since >= timedelta(minutes=self.clearance)


class About(StrEnum):
    """What a reminder is about."""

    DEADLINE = "deadline"
    PROMISE = "promise"
    TARGET = "target"
    CLEARANCE = "clearance"
    EMBARGO = "embargo"
    ROTA_GAP = "rota_gap"
    HOLIDAYS = "holidays"


_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
_AT_ITS_MOMENT = {About.DEADLINE: "over", About.PROMISE: "due", About.TARGET: "past"}
"""What is also told when it comes, whatever the lead times."""


@dataclass(frozen=True)
class Thing:
    """Something that comes at an instant (UTC). ``subject`` tells it from others of its kind."""

    about: About
    subject: str
    at: datetime
    words: str
    enquiry_id: int | None = None
    release_id: int | None = None


@dataclass(frozen=True)
class Reminder:
    """One step of a thing that has come. ``key`` is never the same for two."""

    thing: Thing
    key: str


@dataclass(frozen=True)
class Notice:
    """What is shown to the person: a title, a sentence, and the id of what it leads to, if any.

    ``about`` is the same for all that is told of one thing; the latest takes the place of others.
    """

    title: str
    words: str
    enquiry_id: int | None = None
    release_id: int | None = None
    about: str = ""


def check_leads(leads: Leads) -> None:
    """Refuse lead times below nothing or beyond two years, and a last notice before the first."""
    for field in fields(leads):
        if not 0 <= getattr(leads, field.name) <= LONGEST_LEAD:
            raise Refused(f"Type a number from 0 to {LONGEST_LEAD}.", field=field.name)
    if leads.deadline_first and leads.deadline_last > leads.deadline_first:
        raise Refused(
            "The second notice comes closer to the deadline than the first. Type a smaller number.",
            field="deadline_last",
        )


def due(
    now: datetime, told: Collection[str], things: Iterable[Thing], leads: Leads
) -> tuple[Reminder, ...]:
    """Return what is to be told at ``now``; ``told`` holds the keys of all that was."""
    return tuple(
        reminder for thing in things if (reminder := _latest(now, told, thing, leads)) is not None
    )


def notices(reminders: Iterable[Reminder], now: datetime) -> tuple[Notice, ...]:
    """Return what is shown: some one by one, more than that as one."""
    found = [_notice(reminder.thing, now) for reminder in reminders]
    if len(found) <= SOME:
        return tuple(found)
    first = "; ".join(f"{notice.title}: {notice.words}" for notice in found[:SOME])
    return (Notice(f"{len(found)} reminders", f"{first}; and {len(found) - SOME} more."),)


def _latest(now: datetime, told: Collection[str], thing: Thing, leads: Leads) -> Reminder | None:
    steps = list(_steps(thing, leads))
    keys = [f"{thing.about}:{thing.subject}:{thing.at:%Y%m%dT%H%M%S}:{step}" for step, _ in steps]
    come = [number for number, (_, lead) in enumerate(steps) if thing.at - lead <= now]
    if not come or any(key in told for key in keys[come[-1] :]):
        return None
    return Reminder(thing, keys[come[-1]])


def _steps(thing: Thing, leads: Leads) -> Iterator[tuple[str, timedelta]]:
    """Yield the steps of a thing, the earliest first, with the time from each to the thing."""
    ahead: dict[About, tuple[tuple[str, timedelta], ...]] = {
        About.DEADLINE: (
            ("first", leads.deadline_first * _MINUTE),
            ("last", leads.deadline_last * _MINUTE),
        ),
        About.PROMISE: (("ahead", leads.promise * _MINUTE),),
        About.TARGET: (("ahead", leads.target * _MINUTE),),
        About.CLEARANCE: (("long", -leads.clearance * _MINUTE),),  # from when it was asked on
        About.EMBARGO: (("ahead", leads.embargo * _MINUTE),),
        About.ROTA_GAP: (("ahead", leads.rota_gap * _HOUR),),
        About.HOLIDAYS: (("ahead", leads.holidays * _DAY),),
    }
    yield from ((step, lead) for step, lead in ahead[thing.about] if lead)
    if thing.about in _AT_ITS_MOMENT:
        yield _AT_ITS_MOMENT[thing.about], timedelta()


def _notice(thing: Thing, now: datetime) -> Notice:
    match thing.about:
        case About.DEADLINE:
            left = time_left(thing.at, now)
            title = "Due now" if left == "due now" else f"Due in {left}"
            title = title if thing.at > now else "Overdue"
        case About.PROMISE:
            left = time_left(thing.at, now)
            title = f"Promised in {left}" if thing.at > now and left != "due now" else "Promise due"
        case About.TARGET:
            left = time_left(thing.at, now)
            title = f"House target in {left}" if left[0].isdigit() else "House target past"
        case About.CLEARANCE:
            title = f"Clearance has waited {time_left(now, thing.at)}"
        case About.EMBARGO:
            title = f"Embargo lifts in {time_left(thing.at, now)}"
        case About.ROTA_GAP:
            title = "Gap in the rota"
        case _:
            title = "Bank holidays"
    about = f"{thing.about}:{thing.subject}"
    return Notice(title, thing.words, thing.enquiry_id, thing.release_id, about)
