"""Clearance: asked, chased, cleared, sent back, withdrawn; what was cleared is frozen."""

from dataclasses import dataclass, replace
from datetime import datetime

from pressdesk.domain import clearance as rules
from pressdesk.domain.clearance import Clearance, ClearanceState, StepState, Template
from pressdesk.domain.enquiries import Status
from pressdesk.domain.informing import USUALLY, Informed
from pressdesk.domain.placeholders import check_filled
from pressdesk.errors import Refused
from pressdesk.intake.text import one_line
from pressdesk.services.context import Context
from pressdesk.services.words import words_of
from pressdesk.storage import clearance as kept
from pressdesk.storage import enquiries, informing
from pressdesk.storage.database import Session
from pressdesk.storage.tables.clearance import ClearanceStepRow


@dataclass(frozen=True)
class Said:
    """What somebody said of the words: who, when (now if None), and whether it was by phone."""

    by: str
    at: datetime | None = None
    by_phone: bool = False
    words: str = ""


class Clearances:
    """Requests for clearance on an enquiry, one live at a time."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def templates(self) -> tuple[Template, ...]:
        """Return the office's templates, also those that are no longer offered."""
        with self._context.database.reading() as session:
            return kept.templates(session)

    def save_template(self, template: Template) -> int:
        """Add, change or retire a template; return the id."""
        name = one_line(template.name, 80)
        if not name:
            raise Refused("Type a name.", field="name")
        steps, informs = (
            tuple(filter(None, (one_line(line, 80) for line in lines)))
            for lines in (template.steps, template.informs)
        )
        template = replace(template, name=name, steps=steps, informs=informs)
        with self._context.database.writing(self._context.actor) as session:
            same = (one for one in kept.templates(session) if one.name.lower() == name.lower())
            if any(one.id != template.id for one in same):
                raise Refused("Another template has this name.", field="name")
            return kept.save_template(session, template)

    def remove_template(self, template_id: int) -> None:
        """Take away a template that is not in use; raise Refused for one that is."""
        with self._context.database.writing(self._context.actor) as session:
            kept.remove_template(session, template_id)

    def ask(self, enquiry_id: int, words: str, template: str) -> int:
        """Ask for clearance of the exact words; an earlier request gives way. Return the id."""
        words = words_of(words, "Type the words to be cleared.")
        check_filled(words)
        context, now = self._context, self._context.clock.now()
        with context.database.writing(context.actor) as session:
            row = enquiries.row(session, enquiry_id)
            if row.status == Status.CLOSED:
                raise Refused("This enquiry is closed. Reopen it with a reason first.")
            steps = kept.template_named(session, template)
            if not steps.steps:
                raise Refused(f"“{steps.name}” needs no clearance.", field="clearance")
            for before in kept.live_rows(session, enquiry_id):
                before.state = ClearanceState.WITHDRAWN
            row.status = Status.AWAITING_CLEARANCE
            return kept.ask(session, enquiry_id, words, steps, (context.actor, now))

    def chase(self, step_id: int) -> None:
        """Note that a step was asked again."""
        context = self._context
        with context.database.writing(context.actor) as session:
            step = kept.step_row(session, step_id)
            if step.state != StepState.ASKED:
                raise Refused("Nothing is waited for at this step.")
            step.chased_at = context.clock.now()

    def clear(self, step_id: int, said: Said) -> None:
        """Note that somebody cleared the words; the last one freezes them."""
        self._settle(step_id, StepState.CLEARED, said)

    def send_back(self, step_id: int, said: Said) -> None:
        """Note that somebody sent the words back, and with which words."""
        if not said.words.strip():
            raise Refused("Type what is wrong with the words.", field="words")
        self._settle(step_id, StepState.SENT_BACK, said)

    def withdraw(self, clearance_id: int) -> None:
        """Take a request back: the words are not to be given."""
        with self._context.database.writing(self._context.actor) as session:
            row = kept.row(session, clearance_id)
            rules.check_move(ClearanceState(row.state), ClearanceState.WITHDRAWN)
            row.state = ClearanceState.WITHDRAWN
            _follow(session, row.enquiry_id, ClearanceState.WITHDRAWN)

    def inform(self, enquiry_id: int, name: str, how: str = "", at: datetime | None = None) -> None:
        """Note that somebody was told for information, now if ``at`` is None; it holds up nothing.

        Raises Refused with the field ``by``, the name, or ``at``.
        """
        context, now = self._context, self._context.clock.now()
        name, how, told_at = one_line(name, 200), one_line(how, 80) or USUALLY, at or now
        if not name:
            raise Refused("Say who was told.", field="by")
        if told_at > now:
            raise Refused("That time lies in the future. Set when they were told.", field="at")
        with context.database.writing(context.actor) as session:
            enquiries.row(session, enquiry_id)
            informing.add(session, enquiry_id, Informed(name, context.actor, told_at, how))

    def live(self, enquiry_id: int) -> Clearance | None:
        """Return the request that is live on an enquiry, if any."""
        with self._context.database.reading() as session:
            return rules.live_of(kept.of_enquiry(session, enquiry_id))

    def _settle(self, step_id: int, state: StepState, said: Said) -> None:
        context, now = self._context, self._context.clock.now()
        by, at = one_line(said.by, 200), said.at or now
        if not by:
            raise Refused("Say who it was.", field="by")
        if at > now:
            raise Refused("That time lies in the future. Set when it was said.", field="at")
        with context.database.writing(context.actor) as session:
            step = kept.step_row(session, step_id)
            rules.check_step(StepState(step.state), state)
            if kept.row(session, step.clearance_id).state != ClearanceState.ASKED:
                raise Refused("This request is no longer asked for. Ask for clearance again.")
            step.state, step.by, step.settled_at = state, by, at
            step.noted_by = context.actor if said.by_phone or by != context.actor else ""
            step.words = words_of(said.words, "") if said.words.strip() else ""
            self._follow_steps(session, step, now)

    def _follow_steps(self, session: Session, step: ClearanceStepRow, now: datetime) -> None:
        """Ask the next step, or let the request be what its steps make it."""
        row, steps = (
            kept.row(session, step.clearance_id),
            kept.step_rows(session, step.clearance_id),
        )
        state = rules.state_of(StepState(one.state) for one in steps)
        if state is not ClearanceState.ASKED:
            rules.check_move(ClearanceState(row.state), state)
            row.state = state
            _follow(session, row.enquiry_id, state)
            return
        waiting = next((one for one in steps if one.state == StepState.WAITING), None)
        asked = any(one.state == StepState.ASKED for one in steps)
        if waiting is not None and not asked:
            waiting.state, waiting.asked_at = StepState.ASKED, now


def _follow(session: Session, enquiry_id: int, state: ClearanceState) -> None:
    """Have the enquiry no longer wait for clearance once there is nothing to wait for."""
    row = enquiries.row(session, enquiry_id)
    if row.status == Status.AWAITING_CLEARANCE and state is not ClearanceState.ASKED:
        row.status = Status.IN_PROGRESS
