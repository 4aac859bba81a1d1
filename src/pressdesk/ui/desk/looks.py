"""How an open enquiry looks on the desk at one instant."""

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from pressdesk.domain.deadline_words import plain, says_none
from pressdesk.domain.deadlines import time_left
from pressdesk.domain.desk import DUE_SOON, is_due_soon, is_overdue
from pressdesk.domain.enquiries import EnquirySummary, Status
from pressdesk.domain.local_time import local_day
from pressdesk.domain.routing import Route
from pressdesk.domain.said import MONTHS, WEEKDAYS, time_said
from pressdesk.ui.enquiry.words import HOLDING_ONLY, SENT_BACK, TO_GIVE
from pressdesk.ui.kit import ChipLook, RowLook

COUNTED_DOWN: Final = timedelta(hours=12)
"""A deadline nearer than this is counted down to, also over midnight; a later one is a time."""

_STATES: Final = {
    chip.text: chip for chip in (ChipLook("To finish", "warning"), TO_GIVE, SENT_BACK, HOLDING_ONLY)
}
PAST_TARGET: Final = ChipLook("Past target", "warning", "clock")
_STATUS_ROLES: Final = {Status.AWAITING_CLEARANCE: "warning", Status.ANSWERED: "cleared"}


def row_look(enquiry: EnquirySummary, now: datetime, zone: ZoneInfo) -> RowLook:
    """Return how an enquiry looks on the desk at ``now``."""
    return RowLook(
        when=when(enquiry, now, zone),
        subject=enquiry.subject or "No subject yet",
        second=second_line(enquiry),
        chips=(line_chip(enquiry, now, zone), status_chip(enquiry)),
        owner=enquiry.owner,
        when_role=when_role(enquiry, now),
        marks=marks(enquiry, now),
    )


def when(enquiry: EnquirySummary, now: datetime, zone: ZoneInfo) -> str:
    """Return the time left, the moment of a later day, or the words that name no time."""
    deadline = enquiry.deadline_at
    if deadline is None:
        words = enquiry.deadline_words.strip()
        return words if words and not says_none(plain(words)) else "No deadline"
    if enquiry.status is Status.ANSWERED:
        return "Answered"
    today, day = local_day(now, zone), local_day(deadline, zone)
    if deadline - now < COUNTED_DOWN or day == today:
        return time_left(deadline, now)
    if (day - today).days < 7:
        return f"{WEEKDAYS[day.weekday()][:3]} {time_said(deadline, zone)}"
    return f"{day.day} {MONTHS[day.month - 1][:3]} {time_said(deadline, zone)}"


def when_role(enquiry: EnquirySummary, now: datetime) -> str:
    """Return the colour of the time left."""
    if is_overdue(enquiry, now):
        return "overdue"
    return "due_soon" if is_due_soon(enquiry, now) else "text"


def second_line(enquiry: EnquirySummary) -> str:
    """Return who asks, and the journalist's own words for the deadline."""
    who = ", ".join(filter(None, (enquiry.journalist, enquiry.outlet)))
    return " · ".join(filter(None, (enquiry.reference, who, enquiry.deadline_words.strip())))


def line_chip(enquiry: EnquirySummary, now: datetime, zone: ZoneInfo) -> ChipLook:
    """Return the line; what was held waits on the main line once the office has opened."""
    if enquiry.line_used is Route.OUT_OF_HOURS:
        return ChipLook("Out of hours", "out_of_hours")
    held_until = enquiry.held_until
    if enquiry.line_used is Route.HELD and (held_until is None or now < held_until):
        return ChipLook(f"Held{_until(held_until, now, zone)}", "held")
    return ChipLook("Main line", "accent")


def status_chip(enquiry: EnquirySummary) -> ChipLook:
    """Return the state; an enquiry that was saved half-finished says so."""
    usual = ChipLook(enquiry.state, _STATUS_ROLES.get(enquiry.status, "neutral"))
    return _STATES.get(enquiry.state, usual)


def marks(enquiry: EnquirySummary, now: datetime) -> tuple[ChipLook, ...]:
    """Return the warnings before the subject: urgent, past a target, the next promise."""
    found = [ChipLook("Urgent", "overdue")] if enquiry.urgent else []
    found += past_target(enquiry, now)
    if (due := enquiry.promised_at) is not None:
        left = time_left(due, now)
        role = "overdue" if due <= now else "due_soon" if due - now <= DUE_SOON else "neutral"
        found.append(ChipLook(f"Promise {left}", role, "clock"))
    return tuple(found)


def past_target(enquiry: EnquirySummary, now: datetime) -> tuple[ChipLook, ...]:
    """Return the mark of an enquiry that is past a house target; which one, it tells itself."""
    return (PAST_TARGET,) if enquiry.past_target(now) else ()


def _until(opening: datetime | None, now: datetime, zone: ZoneInfo) -> str:
    if opening is None:
        return ""
    day = local_day(opening, zone)
    near = (day - local_day(now, zone)).days < 2
    return f" to {time_said(opening, zone) if near else WEEKDAYS[day.weekday()][:3]}"
