"""What a form means under the rules of the office, and how its routing is decided and kept."""

from dataclasses import dataclass, replace

from pressdesk.domain.deadlines import Deadline, DeadlineKind, describe, understand
from pressdesk.domain.enquiries import Enquiry, EnquiryForm
from pressdesk.domain.enquiry_parts import KeptDecision
from pressdesk.domain.routing import Call, Decision, Urgency, propose_urgency
from pressdesk.errors import Refused
from pressdesk.services.context import Rules
from pressdesk.storage.enquiries import Routed


@dataclass(frozen=True)
class Preview:
    """What the program makes of a form while it is typed."""

    deadline: Deadline
    deadline_said: str
    proposed: Urgency
    decision: Decision


def understood(form: EnquiryForm, rules: Rules) -> Preview:
    """Return what a form means under the rules of the office, as of its received time."""
    hours = rules.hours
    deadline = understand(form.deadline_words, form.received_at, hours)
    deadline_at = form.deadline_at or deadline.at
    proposed = propose_urgency(
        received_at=form.received_at,
        deadline_at=deadline_at,
        words="\n".join((form.subject, *form.questions)),
        hours=hours,
        rules=rules.urgency,
    )
    urgency = _judged(form, proposed)
    decision = rules.decide(Call(form.received_at, deadline_at, urgency))
    said = describe(deadline, form.received_at, hours.zone)
    return Preview(deadline, said, proposed, decision)


def _judged(form: EnquiryForm, proposed: Urgency) -> Urgency:
    """Return the officer's judgement of urgency, or the program's while it stands."""
    if form.urgent is None or (form.urgent == proposed.urgent and not form.urgent_reason):
        return proposed
    return Urgency(form.urgent, form.urgent_reason.strip() or "the press officer says so")


def judged_as_before(form: EnquiryForm, before: Enquiry, rules: Rules) -> EnquiryForm:
    """Return the form with the officer's judgement of urgency where it differs from ours."""
    last, summary = before.decision, before.summary
    proposed = propose_urgency(
        received_at=summary.received_at,
        deadline_at=summary.deadline_at,
        words="\n".join((summary.subject, *before.questions)),
        hours=rules.hours,
        rules=rules.urgency,
    )
    if form.urgent is not None or last.urgent == proposed.urgent:
        return form
    return replace(form, urgent=last.urgent, urgent_reason=last.urgent_reason)


def decides_anew(form: EnquiryForm, before: Enquiry, decision: Decision) -> bool:
    """Say whether a corrected form is routed anew: at another time, or finished at last."""
    if form.received_at != before.summary.received_at:
        return True
    finishes = form.finished and not before.summary.finished
    return finishes and decision.reason != before.decision.reason


def with_deadline(form: EnquiryForm, preview: Preview) -> EnquiryForm:
    """Return the form with the instant its words name; ask about one that is not clear."""
    if form.deadline_at is not None:
        return form
    if preview.deadline.kind is DeadlineKind.ASK and form.finished:
        raise Refused(preview.deadline_said, field="deadline")
    return replace(form, deadline_at=preview.deadline.at)


def check_judgement(form: EnquiryForm, preview: Preview) -> None:
    """Refuse “not urgent” without a reason where the rules say that it is."""
    if form.urgent is False and preview.proposed.urgent and not form.urgent_reason:
        raise Refused(
            f"Say why this is not urgent, although {preview.proposed.reason}.",
            field="urgent_reason",
        )


def taken_up(kept: KeptDecision) -> Decision:
    """Return a kept decision as it was taken; nothing is computed again."""
    return Decision(
        route=kept.route,
        number=kept.number,
        decided_for=kept.decided_for,
        urgency=Urgency(kept.urgent, kept.urgent_reason),
        held_until=kept.held_until,
        reason=kept.reason,
        duty_officer="",
    )


def kept_decision(routed: Routed) -> KeptDecision:
    """Return a decision as it is kept."""
    decision = routed.decision
    return KeptDecision(
        decided_for=decision.decided_for,
        route=decision.route,
        number=decision.number,
        urgent=decision.urgency.urgent,
        urgent_reason=decision.urgency.reason,
        reason=decision.reason,
        held_until=decision.held_until,
        override_reason=routed.override_reason,
        actor=routed.actor,
    )
