"""Which line an enquiry belongs to, and the sentence that says why.

Three outcomes: in hours, the main line; out of hours and urgent, the out-of-hours line; out of
hours and not urgent, held until the next opening. The instant that counts is the one of receipt
(other systems use the moment of saving). A decision is stored with its reason, never recomputed.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from pressdesk.clock import as_utc
from pressdesk.domain.hours import Day, DaySource, OpeningHours, Span, format_spans, week_said
from pressdesk.domain.local_time import local_day
from pressdesk.domain.said import WEEKDAYS, day_said, moment_said, time_said
from pressdesk.domain.urgency import (
    DEFAULT_URGENCY_RULES,
    Urgency,
    UrgencyKind,
    UrgencyRule,
    deadline_ground,
    deadline_said,
    propose_urgency,
)

__all__ = [
    "DEFAULT_URGENCY_RULES", "Call", "Decision", "Lines", "Route", "Urgency", "UrgencyKind",
    "UrgencyRule", "decide", "propose_urgency", "to_hand_over",
]  # fmt: skip


class Route(StrEnum):
    """Where an enquiry belongs."""

    MAIN = "main"
    OUT_OF_HOURS = "out_of_hours"
    HELD = "held"

    @property
    def label(self) -> str:
        """The route as printed on screen."""
        return {Route.MAIN: "Main line", Route.OUT_OF_HOURS: "Out of hours"}.get(self, "Held")


@dataclass(frozen=True)
class Lines:
    """The office's two telephone numbers, as shown."""

    main: str
    out_of_hours: str


@dataclass(frozen=True)
class Call:
    """What a decision is taken on. ``received_at`` is the moment it is decided for.

    When urgency is raised later it is the moment of raising.
    """

    received_at: datetime
    deadline_at: datetime | None
    urgency: Urgency


@dataclass(frozen=True)
class Decision:
    """Where an enquiry belongs and why.

    ``number`` is the line to use: a held enquiry is answered from the main line. ``held_until``
    is None unless it is held, or when no opening is known. ``duty_officer`` is named only out of
    hours.
    """

    route: Route
    number: str
    decided_for: datetime
    urgency: Urgency
    held_until: datetime | None
    reason: str
    duty_officer: str


def decide(call: Call, *, hours: OpeningHours, lines: Lines, duty_officer: str = "") -> Decision:
    """Return where an enquiry belongs at the moment it was received."""
    at = as_utc(call.received_at)
    running = hours.running(at)
    if running is not None:
        route, reason = Route.MAIN, _inside_said(at, running, hours)
    elif call.urgency.urgent:
        route, reason = Route.OUT_OF_HOURS, _urgent_said(call, hours)
    else:
        route, reason = Route.HELD, _held_said(call, hours)
    out = route is Route.OUT_OF_HOURS
    return Decision(
        route=route,
        number=lines.out_of_hours if out else lines.main,
        decided_for=at,
        urgency=call.urgency,
        held_until=hours.next_opening(at) if route is Route.HELD else None,
        reason=reason,
        duty_officer=duty_officer if out else "",
    )


def to_hand_over(deadline_at: datetime, now: datetime, hours: OpeningHours) -> bool:
    """Say whether an open enquiry must go to the duty officer: at today's closing, or already.

    So when nobody is in the office between today's closing (or now, when it is closed) and the
    deadline. A deadline at the very closing is the day's own work; one already missed belongs to
    whoever is on duty.
    """
    deadline_at, now = as_utc(deadline_at), as_utc(now)
    if deadline_at <= now:
        return not hours.is_open(now)
    if hours.is_open(deadline_at):
        return False
    today, left = local_day(now, hours.zone), now
    for opening, closing in hours.periods(now, deadline_at):
        if local_day(opening, hours.zone) > today:
            return False
        left = closing
    return left < deadline_at


def _inside_said(at: datetime, running: tuple[date, Span], hours: OpeningHours) -> str:
    """Return the sentence “Monday 14:06 is inside 08:30–17:00: main line”."""
    today = local_day(at, hours.zone)
    moment = f"{WEEKDAYS[today.weekday()]} {time_said(at, hours.zone)}"
    day, span = running
    whose = "" if day == today else f"{WEEKDAYS[day.weekday()]}’s "
    rule = hours.day(day)
    why = f" ({rule.reason})" if rule.source is DaySource.SPECIAL_DAY else ""
    return f"{moment} is inside {whose}{span.shown}{why}: main line."


def _urgent_said(call: Call, hours: OpeningHours) -> str:
    outside = _outside_said(call.received_at, hours)
    ground = deadline_ground(call.received_at, call.deadline_at, hours)
    if ground and call.urgency.reason in ("", ground):
        return f"{outside}, and {ground}."
    because = f" because {call.urgency.reason}" if call.urgency.reason else ""
    return f"{outside}, and it is urgent{because}. {_deadline_and_opening_said(call, hours)}"


def _held_said(call: Call, hours: OpeningHours) -> str:
    outside = _outside_said(call.received_at, hours)
    because = f" because {call.urgency.reason}" if call.urgency.reason else ""
    deadline = ""  # the reason we propose names it already, an officer's own may not
    if call.deadline_at is not None:
        said = deadline_said(call.received_at, call.deadline_at, hours)
        deadline = "" if said in because else f" The deadline is {said}."
    opens = _opens(call, hours) or "further notice"
    return f"{outside}, and it is not urgent{because}: held until {opens}.{deadline}"


def _deadline_and_opening_said(call: Call, hours: OpeningHours) -> str:
    opens = _opens(call, hours)
    opens = f"the office next opens {opens}." if opens else "no opening is set yet."
    if call.deadline_at is None:
        return f"No deadline was given; {opens}"
    deadline = deadline_said(call.received_at, call.deadline_at, hours)
    return f"The deadline is {deadline}; {opens}"


def _opens(call: Call, hours: OpeningHours) -> str:
    """Return the next opening in words; empty when none is known."""
    opening = hours.next_opening(call.received_at)
    if opening is None:
        return ""
    return moment_said(opening, hours.zone, seen_from=local_day(call.received_at, hours.zone))


def _outside_said(at: datetime, hours: OpeningHours) -> str:
    """Return why the office is closed, naming the day, the time and the hours."""
    today = local_day(at, hours.zone)
    day = hours.day(today)
    said = day_said(today, seen_from=today)
    moment = f"{said} {time_said(at, hours.zone)}"
    if day.source is DaySource.WEEKLY:
        return f"{moment} is outside {week_said(hours.rules, today)}"
    if day.spans:
        return f"{moment} is outside {format_spans(day.spans)} ({day.reason})"
    return f"{said} is {_closure_said(day)}"


def _closure_said(day: Day) -> str:
    """Return “a bank holiday (Early May bank holiday)” or “closed (Office move)”."""
    if day.source is DaySource.BANK_HOLIDAY:
        return f"a bank holiday ({day.reason})"
    return f"closed ({day.reason})"
