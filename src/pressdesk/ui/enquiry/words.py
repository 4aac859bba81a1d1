"""What the panel says of an enquiry, in words; no widget."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.clearance import ClearanceState
from pressdesk.domain.clocks import standings
from pressdesk.domain.deadlines import stands_said
from pressdesk.domain.desk import is_overdue
from pressdesk.domain.enquiries import WAITING_STATUSES, Enquiry, Status
from pressdesk.domain.hours import OpeningHours
from pressdesk.domain.routing import Route
from pressdesk.domain.said import day_said, when_said
from pressdesk.domain.targets import TargetState, target_said
from pressdesk.ui.kit import ChipLook, Fact

SOON = timedelta(hours=1)
_LINES = {
    Route.MAIN: ChipLook("Main line", "accent"),
    Route.OUT_OF_HOURS: ChipLook("Out of hours", "out_of_hours", "moon"),
    Route.HELD: ChipLook("Held", "held", "pause"),
}
_STATUS_ROLES = {
    Status.AWAITING_CLEARANCE: "warning",
    Status.ANSWERED: "cleared",
}
HOLDING_ONLY = ChipLook("Holding only", "warning", "clock")
TO_GIVE = ChipLook("Cleared, to give", "cleared", "check")
SENT_BACK = ChipLook("Words sent back", "warning")
_BY = {
    AnswerKind.ACKNOWLEDGED: "Acknowledge by",
    AnswerKind.HOLDING: "Hold by",
    AnswerKind.SUBSTANTIVE: "Answer by",
}
_TARGET_MARKS = {
    TargetState.OPEN: "◷ ",
    TargetState.PAST: "⚠ ",
    TargetState.MET: "✓ ",
    TargetState.MISSED: "",
    TargetState.DROPPED: "",
}
_CAME_BY = {"in_person": "in person", "social": "on social media", "web_form": "by web form"}


def received_line(enquiry: Enquiry, now: datetime, zone: ZoneInfo) -> str:
    """Return “ENQ-2026-00421 · received today 14:06 by phone”."""
    came_by = _CAME_BY.get(enquiry.channel, f"by {enquiry.channel.value}")
    summary = enquiry.summary
    return f"{summary.reference} · received {when_said(summary.received_at, now, zone)} {came_by}"


def chips(enquiry: Enquiry) -> tuple[ChipLook, ...]:
    """Return the chips beneath the subject: status, line, urgency, what is missing, topics."""
    summary = enquiry.summary
    found = [ChipLook(summary.status.label, _STATUS_ROLES.get(summary.status, "neutral"))]
    if summary.holding_only:
        found.append(HOLDING_ONLY)
    if summary.to_give:
        found.append(TO_GIVE)
    if summary.clearance is ClearanceState.SENT_BACK:
        found.append(SENT_BACK)
    found.append(_LINES[summary.line_used])
    if summary.urgent:
        found.append(ChipLook("Urgent", "overdue", "alert"))
    if not summary.finished:
        found.append(ChipLook("To finish", "warning"))
    return (*found, *(ChipLook(topic) for topic in enquiry.topics))


def facts(enquiry: Enquiry, now: datetime, hours: OpeningHours) -> tuple[Fact, ...]:
    """Return the facts of an enquiry as the Enquiry tab lists them."""
    summary, zone = enquiry.summary, hours.zone
    found = [
        Fact("Journalist", _who(enquiry)),
        Fact("Call back", " · ".join(filter(None, (enquiry.call_back, enquiry.email)))),
        deadline_fact(enquiry, now, zone),
        *target_facts(enquiry, now, hours),
        Fact("Routed", _routed(enquiry)),
        Fact("Owner", summary.owner or "Nobody yet"),
        Fact("Taken by", enquiry.taken_by),
        Fact("Wants", enquiry.type.label),
    ]
    if summary.urgent:
        routed = next(place for place, fact in enumerate(found) if fact.name == "Routed")
        found.insert(routed + 1, Fact("Urgent", _urgent(enquiry), "overdue"))
    if enquiry.publication:
        found.append(Fact("To appear", enquiry.publication))
    if summary.outcome:
        closed = f", {when_said(enquiry.closed_at, now, zone)}" if enquiry.closed_at else ""
        note = f". {enquiry.outcome_note}" if enquiry.outcome_note else ""
        found.append(Fact("Outcome", f"{summary.outcome}{closed}{note}"))
    if enquiry.foi_due:
        found.append(Fact("FOI", _foi_said(enquiry, now, zone)))
    return tuple(found)


def ended_said(enquiry: Enquiry, now: datetime, zone: ZoneInfo) -> str:
    """Return when it was closed, and until when FOI answers; empty while it is open."""
    if enquiry.closed_at is None:
        return ""
    closed = f"Closed {when_said(enquiry.closed_at, now, zone)}"
    return f"{closed} · {_foi_said(enquiry, now, zone)}" if enquiry.foi_due else closed


def deadline_fact(enquiry: Enquiry, now: datetime, zone: ZoneInfo) -> Fact:
    """Return the deadline with the time left while an answer is awaited."""
    summary = enquiry.summary
    at, words = summary.deadline_at, summary.deadline_words
    if at is None:
        return Fact("Deadline", f"“{words}” · no time given" if words else "Not asked yet")
    said = when_said(at, now, zone)
    if words and not said.endswith(words):
        said = f"{said} (“{words}”)"
    if summary.status not in WAITING_STATUSES:
        return Fact("Deadline", said)
    if is_overdue(summary, now):
        return Fact("Deadline", f"{said} · {stands_said(at, now)}", "overdue")
    role = "due_soon" if at - now <= SOON else ""
    return Fact("Deadline", f"{said} · {stands_said(at, now)}", role)


def target_facts(enquiry: Enquiry, now: datetime, hours: OpeningHours) -> tuple[Fact, ...]:
    """Return the house targets and how each stands: past, open, met."""
    found = standings(enquiry, now)
    return tuple(
        Fact(
            _BY[one.target.kind],
            f"{_TARGET_MARKS[one.state]}{target_said(one, now, hours)}",
            "warning" if one.state is TargetState.PAST else "",
        )
        for one in found
    )


def _foi_said(enquiry: Enquiry, now: datetime, zone: ZoneInfo) -> str:
    assert enquiry.foi_due is not None
    due = day_said(enquiry.foi_due, seen_from=now.astimezone(zone).date())
    return f"{enquiry.foi_reference} · answer due {due}"


def missing(enquiry: Enquiry) -> str:
    """Return what a half-typed enquiry still lacks: “who is asking, the deadline”."""
    lacks = {
        "who is asking": not (enquiry.journalist or enquiry.summary.outlet),
        "the question": not enquiry.questions,
        "the deadline": not enquiry.summary.deadline_words,
        "a number to call back": not (enquiry.call_back or enquiry.email),
    }
    found = [words for words, lacking in lacks.items() if lacking]
    return ", ".join(found) or "check the facts and save"


def size_said(size: int) -> str:
    """Return a size of a file: “340 bytes”, “12 kB”, “3.4 MB”."""
    if size < 1000:
        return f"{size} bytes"
    return f"{round(size / 1000)} kB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"


def _who(enquiry: Enquiry) -> str:
    person, outlet = enquiry.journalist, enquiry.summary.outlet
    kind = ""
    if person and outlet == person.outlet and person.outlet_kind != "unknown":
        kind = f" ({person.outlet_kind.label.lower()})"
    return " · ".join(filter(None, (person.name if person else "", outlet and f"{outlet}{kind}")))


def _urgent(enquiry: Enquiry) -> str:
    reason = enquiry.decision.urgent_reason
    return f"Because {reason}" if reason else "The press officer says so"


def _routed(enquiry: Enquiry) -> str:
    decision, used = enquiry.decision, enquiry.summary.line_used
    if used is decision.route or not decision.override_reason:
        return decision.reason
    override = f"{used.label} was used instead: {decision.override_reason}"
    return f"{decision.reason} {override.rstrip('.')}."
