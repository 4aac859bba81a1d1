"""Enquiries: logged, routed, corrected, shown."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from pressdesk.domain.contacts import Journalist
from pressdesk.domain.embargo import Use
from pressdesk.domain.enquiries import Enquiry, EnquiryForm, Logged
from pressdesk.domain.enquiry_parts import KeptDecision
from pressdesk.domain.journal import Entry
from pressdesk.domain.local_time import local_day, zone_named
from pressdesk.domain.routing import Call, Decision, Route, Urgency
from pressdesk.domain.said import moment_said
from pressdesk.domain.timeline import Telling, Told, tell
from pressdesk.errors import NotFound, Refused
from pressdesk.intake.phone_numbers import shaped
from pressdesk.intake.text import clean
from pressdesk.services.context import Context, rules_of
from pressdesk.services.embargo_guard import pass_guard
from pressdesk.services.questions import follow_new_questions
from pressdesk.services.routing import (
    Preview,
    check_judgement,
    decides_anew,
    judged_as_before,
    kept_decision,
    taken_up,
    understood,
    with_deadline,
)
from pressdesk.services.targets import begin, follow
from pressdesk.services.words import LONGEST_WORDS
from pressdesk.storage import contacts, drafts, enquiries, enquiry_view
from pressdesk.storage import office as offices
from pressdesk.storage.database import Session
from pressdesk.storage.enquiries import Routed

__all__ = ["LONGEST_WORDS", "Enquiries", "Preview"]

EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)  # an earlier one is a slip, and would use up numbers
CLOCK_SLACK = timedelta(minutes=2)


class Enquiries:
    """Logging and correcting enquiries."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def preview(self, form: EnquiryForm) -> Preview:
        """Return how a form would be routed and what its deadline words mean. Writes nothing."""
        with self._context.database.reading() as session:
            return understood(form, rules_of(session))

    def log(self, form: EnquiryForm, *, draft: str = "", despite: str | None = None) -> Logged:
        """Keep a new enquiry and throw its draft away, in one transaction.

        Raises Refused with the field to correct, Embargoed for a linked release under embargo
        (``despite``, see embargo_guard); what was typed is then still in the draft.
        """
        context = self._context
        form = self._checked(form)
        with context.database.writing(context.actor) as session:
            rules = rules_of(session)
            preview = understood(form, rules)
            check_judgement(form, preview)
            form = with_deadline(form, preview)
            routed = self._routed(form, preview.decision)
            form = _with_contact(session, form)
            year = local_day(form.received_at, rules.hours.zone).year
            row = enquiries.add(session, form, routed, context.clock.now(), year)
            pass_guard(session, context, form.release_ids, Use.LINK, despite, row.id)
            drafts.discard(session, draft)
            begin(session, row.id, form.received_at, rules)
            return Logged(row.id, row.reference, kept_decision(routed))

    def correct(self, enquiry_id: int, version: int, form: EnquiryForm) -> Enquiry:
        """Change the facts of an enquiry. Raises Conflict when someone saved first.

        A corrected received time is decided anew, since routing follows from it, and so is a
        half-typed enquiry that is finished; the first decision stays beside the new one.
        """
        context = self._context
        form = self._checked(form)
        with context.database.writing(context.actor) as session:
            row = enquiries.row(session, enquiry_id, version)
            before, rules = enquiry_view.whole(session, enquiry_id), rules_of(session)
            form = judged_as_before(form, before, rules)
            preview = understood(form, rules)
            form = _with_contact(session, with_deadline(form, preview))
            enquiries.put_facts(session, row, form)
            enquiries.put_parts(session, row.id, form)
            row.version += 1  # also when only questions changed, which have rows of their own
            if decides_anew(form, before, preview.decision):
                _keep(session, enquiry_id, self._routed_as_before(preview.decision, before))
            session.flush()
            follow_new_questions(session, before)
            if form.received_at != before.summary.received_at:
                zone = rules.hours.zone
                day = local_day(form.received_at, zone)
                corrected = moment_said(form.received_at, zone, seen_from=day)
                follow(session, f"received {corrected}, as corrected", enquiry_id)
            session.flush()
            return enquiry_view.whole(session, enquiry_id)

    def raise_urgency(self, enquiry_id: int, reason: str) -> KeptDecision:
        """Make an enquiry urgent from this moment on: a new decision, the first is kept."""
        if not reason.strip():
            raise Refused("Say why it is urgent, so that the log can explain it.", field="reason")
        context = self._context
        with context.database.writing(context.actor) as session:
            row = enquiries.row(session, enquiry_id)
            call = Call(
                context.clock.now(), row.deadline_at, Urgency(True, _line(reason, "reason"))
            )
            decision = rules_of(session).decide(call)
            return _keep(session, enquiry_id, Routed(decision, decision.route, "", context.actor))

    def override_line(self, enquiry_id: int, line: Route, reason: str) -> KeptDecision:
        """Record that another line was used than expected, with the reason."""
        if not reason.strip():
            raise Refused(
                "Say why this line was used, so that the log can explain it.", field="reason"
            )
        context = self._context
        with context.database.writing(context.actor) as session:
            expected = taken_up(enquiry_view.whole(session, enquiry_id).decision)
            routed = Routed(expected, line, _line(reason, "reason"), context.actor)
            return _keep(session, enquiry_id, routed)

    def show(self, enquiry_id: int) -> Enquiry:
        """Return one enquiry, whole; raise NotFound."""
        with self._context.database.reading() as session:
            return enquiry_view.whole(session, enquiry_id)

    def find(self, reference: str) -> Enquiry:
        """Return the enquiry with this reference; raise NotFound."""
        with self._context.database.reading() as session:
            enquiry_id = enquiry_view.id_of(session, reference)
            if enquiry_id is None:
                raise NotFound(f"There is no enquiry “{reference}”. Check the number in the log.")
            return enquiry_view.whole(session, enquiry_id)

    def timeline(self, enquiry_id: int) -> tuple[Entry, ...]:
        """Return every change of an enquiry, oldest first."""
        with self._context.database.reading() as session:
            return enquiry_view.timeline(session, enquiry_id)

    def story(self, enquiry_id: int) -> tuple[Told, ...]:
        """Return the timeline in sentences, oldest first."""
        with self._context.database.reading() as session:
            entries = enquiry_view.timeline(session, enquiry_id)
            zone = zone_named(offices.the_office(session).zone)
            telling = Telling(enquiry_view.names(session, entries), zone, self._context.clock.now())
            return tuple(told for entry in entries for told in tell(entry, telling))

    def _checked(self, form: EnquiryForm) -> EnquiryForm:
        """Return the form with clean text; refuse what cannot be kept."""
        form = _clean(form)
        if form.received_at > self._context.clock.now() + CLOCK_SLACK:
            raise Refused(
                "The received time lies in the future. Set it to when the enquiry came in.",
                field="received_at",
            )
        if form.received_at < EARLIEST:
            raise Refused(
                "The received time lies before the year 2000. Check the year.", field="received_at"
            )
        if form.finished and not form.title:
            raise Refused(
                "Type a question or a subject, or save it to finish later.", field="questions"
            )
        if form.finished and not (form.journalist or form.outlet):
            raise Refused("Type who is asking, or save it to finish later.", field="journalist")
        return form

    def _routed(self, form: EnquiryForm, decision: Decision) -> Routed:
        used = form.line_used or decision.route
        if used is not decision.route and not form.override_reason.strip():
            raise Refused("Say why another line was used than expected.", field="override_reason")
        return Routed(decision, used, form.override_reason.strip(), self._context.actor)

    def _routed_as_before(self, decision: Decision, before: Enquiry) -> Routed:
        """Return a new decision beside the line that was in fact used, if that was overridden."""
        reason = before.decision.override_reason
        used = before.summary.line_used if reason else decision.route
        return Routed(
            decision, used, reason if used is not decision.route else "", self._context.actor
        )


def _with_contact(session: Session, form: EnquiryForm) -> EnquiryForm:
    """Return the form with the journalist's id; somebody new becomes a contact."""
    if form.journalist_id is not None or not form.journalist:
        return form
    outlet_id = contacts.outlet_named(session, form.outlet)
    known = contacts.known_journalist(session, form.journalist, outlet_id)
    if known is None:
        known = contacts.save_journalist(
            session,
            Journalist(form.journalist, form.outlet, number=form.call_back, email=form.email),
        )
    return replace(form, journalist_id=known)


def _clean(form: EnquiryForm) -> EnquiryForm:
    """Return the form with clean text; what does not fit is refused, never cut."""
    questions = tuple(_words(words, "questions") for words in form.questions)
    return replace(
        form,
        journalist=_line(form.journalist, "journalist", 200),
        outlet=_line(form.outlet, "outlet", 200),
        call_back=shaped(_line(form.call_back, "call_back", 60)),
        email=_line(form.email, "email", 254),
        questions=tuple(words for words in questions if words),
        subject=_line(form.subject, "subject"),
        deadline_words=_line(form.deadline_words, "deadline"),
        topics=tuple(_line(topic, "topics", 80) for topic in form.topics if topic.strip()),
        urgent_reason=_line(form.urgent_reason, "urgent_reason"),
        override_reason=_line(form.override_reason, "override_reason"),
        publication=_line(form.publication, "publication"),
        notes=_words(form.notes, "notes"),
    )


def _line(words: str, field: str, limit: int = 300) -> str:
    line = " ".join(clean(words).split())
    if len(line) > limit:
        raise Refused(
            f"At most {limit} characters fit here. Type the rest as a question or a note.",
            field=field,
        )
    return line


def _words(words: str, field: str) -> str:
    kept = clean(words).strip()
    if len(kept) > LONGEST_WORDS:
        raise Refused(
            f"A question or note may have {LONGEST_WORDS:,} characters. "
            "Keep the rest as a file with the enquiry.",
            field=field,
        )
    return kept


def _keep(session: Session, enquiry_id: int, routed: Routed) -> KeptDecision:
    row = enquiries.row(session, enquiry_id)
    enquiries.put_routing(row, routed)
    enquiries.add_decision(session, enquiry_id, routed)
    return kept_decision(routed)
