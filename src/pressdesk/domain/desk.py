"""How the desk groups open enquiries as time goes by."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from pressdesk.domain.enquiries import WAITING_STATUSES, EnquirySummary, Status
from pressdesk.domain.hours import OpeningHours
from pressdesk.domain.local_time import local_day
from pressdesk.domain.routing import to_hand_over

HAND_OVER_AHEAD = timedelta(hours=1)
DUE_SOON = timedelta(hours=1)


class Group(StrEnum):
    """The groups of the desk, in the order in which they stand."""

    OVERDUE = "Overdue"
    TO_GIVE = "Cleared, to give"
    HAND_OVER = "Hand over"
    DUE_TODAY = "Due today"
    TO_FINISH = "To finish"
    LATER = "Later"
    HELD = "Held"
    ANSWERED = "Answered, to close"


def group_of(enquiry: EnquirySummary, now: datetime, hours: OpeningHours) -> Group:
    """Return where an open enquiry stands on the desk at ``now``.

    A promise presses as a deadline does, also once the enquiry is answered. Held follows from the
    time: an enquiry is held until the office opens, and then waits like any other. Hand over
    shows from an hour before closing until the office opens again. Words that are cleared only
    want giving, so they come first of all that is not overdue.
    """
    pressing = _by_deadline(next_due(enquiry), now, hours)
    if enquiry.status is Status.ANSWERED:
        return pressing or Group.ANSWERED
    if not enquiry.finished:
        return Group.TO_FINISH
    if enquiry.to_give and pressing is not Group.OVERDUE:
        return Group.TO_GIVE
    held = enquiry.held_until is not None and now < enquiry.held_until
    return pressing or (Group.HELD if held else Group.LATER)


def next_due(enquiry: EnquirySummary) -> datetime | None:
    """Return the next moment that presses: the deadline while it waits, or a promise."""
    deadline = enquiry.deadline_at if enquiry.status in WAITING_STATUSES else None
    return min(filter(None, (deadline, enquiry.promised_at)), default=None)


def _by_deadline(deadline: datetime | None, now: datetime, hours: OpeningHours) -> Group | None:
    """Return the group that a deadline alone decides, None when it decides nothing."""
    if deadline is None:
        return None
    if deadline <= now:
        return Group.OVERDUE
    if closing_soon(now, hours) and to_hand_over(deadline, now, hours):
        return Group.HAND_OVER
    today = local_day(now, hours.zone)
    return Group.DUE_TODAY if local_day(deadline, hours.zone) == today else None


def closing_soon(now: datetime, hours: OpeningHours) -> bool:
    """Say whether the office is closed, or closes within the hour before a handover."""
    return not (hours.is_open(now) and hours.is_open(now + HAND_OVER_AHEAD))


def is_overdue(enquiry: EnquirySummary, now: datetime) -> bool:
    """Say whether an enquiry still waits for an answer after its deadline."""
    return (
        enquiry.status in WAITING_STATUSES
        and enquiry.deadline_at is not None
        and enquiry.deadline_at <= now
    )


@dataclass(frozen=True)
class Tally:
    """How the desk stands: how many are open, and how many of them press."""

    open: int
    overdue: int
    due_soon: int
    to_finish: int
    promises: int = 0
    holding: int = 0
    to_give: int = 0
    past_target: int = 0

    @property
    def said(self) -> str:
        """The tally in words: “7 open · 1 overdue · 2 due within the hour · 1 to finish”."""
        parts = (
            (self.overdue, "overdue"),
            (self.to_give, "cleared, to give"),
            (self.due_soon, "due within the hour"),
            (self.promises, "promise due" if self.promises == 1 else "promises due"),
            (self.past_target, "past target"),
            (self.holding, "holding only"),
            (self.to_finish, "to finish"),
        )
        return " · ".join((f"{self.open:,} open", *(f"{n:,} {what}" for n, what in parts if n)))


def is_due_soon(enquiry: EnquirySummary, now: datetime) -> bool:
    """Say whether an enquiry waits for an answer that is due within the hour."""
    deadline = enquiry.deadline_at
    if deadline is None or enquiry.status not in WAITING_STATUSES:
        return False
    return now < deadline <= now + DUE_SOON


def promise_presses(enquiry: EnquirySummary, now: datetime) -> bool:
    """Say whether a promise is due within the hour, or was not kept in time."""
    return enquiry.promised_at is not None and enquiry.promised_at <= now + DUE_SOON


def tally(enquiries: Iterable[EnquirySummary], now: datetime) -> Tally:
    """Count open enquiries as they stand at ``now``."""
    kept = tuple(enquiries)
    return Tally(
        open=len(kept),
        overdue=sum(is_overdue(enquiry, now) for enquiry in kept),
        due_soon=sum(is_due_soon(enquiry, now) for enquiry in kept),
        to_finish=sum(not enquiry.finished for enquiry in kept),
        promises=sum(promise_presses(enquiry, now) for enquiry in kept),
        holding=sum(enquiry.holding_only for enquiry in kept),
        to_give=sum(enquiry.to_give for enquiry in kept),
        past_target=sum(enquiry.past_target(now) is not None for enquiry in kept),
    )


def grouped(
    enquiries: Iterable[EnquirySummary], now: datetime, hours: OpeningHours
) -> tuple[tuple[Group, tuple[EnquirySummary, ...]], ...]:
    """Return the groups that hold anything, in their order.

    Each keeps the order it was given, but what is past a house target goes before what can wait.
    """
    found: dict[Group, list[EnquirySummary]] = {group: [] for group in Group}
    for enquiry in enquiries:
        found[group_of(enquiry, now, hours)].append(enquiry)
    found[Group.LATER].sort(key=lambda enquiry: enquiry.past_target(now) is None)
    return tuple((group, tuple(rows)) for group, rows in found.items() if rows)
