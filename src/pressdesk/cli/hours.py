"""``pressdesk hours``: what they are, and why a moment is inside or outside."""

from dataclasses import replace
from datetime import datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from pressdesk.cli.printing import AsJson, show
from pressdesk.cli.start import services_of
from pressdesk.cli.times import instant
from pressdesk.domain.enquiries import EnquiryForm
from pressdesk.domain.hours import OpeningHours, format_spans, week_said
from pressdesk.domain.local_time import local_day
from pressdesk.domain.routing import Decision
from pressdesk.domain.said import WEEKDAYS, day_said, moment_said
from pressdesk.errors import Refused

app = typer.Typer(help="Opening hours.", no_args_is_help=True)


@app.command("show")
def show_hours(context: typer.Context, as_json: AsJson = False) -> None:
    """Print the week in force, what will change, and the special days to come."""
    services = services_of(context)
    facts = services.office.facts()
    today = local_day(services.context.clock.now(), facts.hours.zone)
    week = {
        WEEKDAYS[rule.weekday]: format_spans(rule.spans)
        for rule in facts.hours.rules
        if rule.applies_from <= today
    }
    coming = [rule for rule in facts.hours.rules if rule.applies_from > today]
    special = [day for day in facts.hours.special_days if day.day >= today]
    value = {
        "zone": facts.office.zone,
        "division": facts.office.division,
        "week": week,
        "coming": coming,
        "special_days": special,
        "lines": facts.office.lines,
    }
    lines = [
        f"{facts.office.name}: {week_said(facts.hours.rules, today)} ({facts.office.zone})",
        *(f"  {day:<10} {spans}" for day, spans in week.items()),
        *(
            f"  from {rule.applies_from}: {WEEKDAYS[rule.weekday]} {format_spans(rule.spans)}"
            for rule in coming
        ),
        *(f"  {day_said(day.day)}: {format_spans(day.spans)} ({day.reason})" for day in special),
        f"Main line {facts.office.lines.main}",
        f"Out-of-hours line {facts.office.lines.out_of_hours}",
    ]
    show(value, lines, as_json=as_json)


@app.command()
def explain(
    context: typer.Context,
    moment: Annotated[str, typer.Argument(help="Like 2026-01-07T17:00Z.")],
    urgent: Annotated[bool, typer.Option("--urgent", help="As if it were urgent.")] = False,
    deadline: Annotated[str, typer.Option(help="A moment, or the journalist's words.")] = "",
    until: Annotated[str, typer.Option(help="Also count the working time until then.")] = "",
    as_json: AsJson = False,
) -> None:
    """Say whether a moment is inside the hours, which line it belongs to, and why."""
    services = services_of(context)
    hours = services.office.facts().hours
    at = instant(moment, hours.zone)
    form = EnquiryForm(received_at=at, urgent=True if urgent else None)
    form = _with_deadline(form, deadline, hours.zone)
    preview = services.enquiries.preview(form)
    decision = preview.decision
    value = {
        "at_utc": at,
        "open": hours.is_open(at),
        "line": decision.route,
        "number": decision.number,
        "reason": decision.reason,
        "urgent": decision.urgency.urgent,
        "urgent_reason": decision.urgency.reason,
        "duty_officer": decision.duty_officer,
        "held_until_utc": decision.held_until,
        "deadline_utc": form.deadline_at or preview.deadline.at,
        "next_open_utc": hours.next_opening(at),
        "closes_utc": hours.closes_at(at),
        "rules": hours.explain(at),
    }
    lines = _explained(at, hours, decision)
    if until:
        elapsed = hours.working_time(at, instant(until, hours.zone))
        value["elapsed_seconds"] = elapsed.total_seconds()
        lines.append(f"Working time until then: {elapsed}")
    show(value, lines, as_json=as_json)


def _explained(at: datetime, hours: OpeningHours, decision: Decision) -> list[str]:
    opening, closing = hours.next_opening(at), hours.closes_at(at)
    return [
        "Open" if hours.is_open(at) else "Closed",
        f"Line: {decision.route.label}, {decision.number}",
        decision.reason,
        *([f"Next opening: {moment_said(opening, hours.zone)}"] if opening else []),
        *([f"Closes: {moment_said(closing, hours.zone)}"] if closing else []),
        *hours.explain(at),
    ]


def _with_deadline(form: EnquiryForm, words: str, zone: ZoneInfo) -> EnquiryForm:
    """Return the form with a deadline typed as a moment, or else as words to be understood."""
    try:
        return replace(form, deadline_at=instant(words, zone)) if words else form
    except Refused:
        return replace(form, deadline_words=words)
