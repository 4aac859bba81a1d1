"""The life of one enquiry of the sample: each step asks for the next."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.closing import Ending
from pressdesk.domain.enquiries import Answer, Channel, EnquiryForm, Terms
from pressdesk.domain.lines_to_take import UsedLine
from pressdesk.domain.promises import PromiseState
from pressdesk.domain.said import time_said
from pressdesk.services.answering import Answering
from pressdesk.services.clearance import Clearances, Said
from pressdesk.services.context import Context
from pressdesk.services.enquiries import Enquiries
from pressdesk.services.promises import Promises
from pressdesk.services.sample.plan import MINUTE, Planned

ACKNOWLEDGED = "I have your question and am looking into it."
HOLDING = "We are checking the figures with the inspection team and will come back to you."
STATEMENT_GIVEN = "Statement given"
STATEMENT = "The inspectorate will publish its findings when the inspection is complete."
TOUCHED_UP = "The report is on the inspectorate’s website."
WHY_TOUCHED_UP = "M. Reyes asked by phone to add where the report is"
STATEMENT_KIND, TOLD_OF_STATEMENTS = "Statement", ("Chief of staff", "Parliamentary team")
WHO_CLEARS = ("Dr Amina Farrell", "M. Reyes", "Rhys Penhallow")
CLEARED_BY = {"clearance": WHO_CLEARS[:1], "cleared": WHO_CLEARS}
"""Who has cleared the words, by the stage of an open enquiry."""
PROMISED_AHEAD = {"promised": -10 * MINUTE, "holding": 25 * MINUTE}
"""When a promise is due, seen from now, by the stage of an open enquiry."""


class World(Protocol):
    """Where the enquiry lives: the office, and the moments at which things happen."""

    now: datetime
    zone: ZoneInfo

    def context(self, actor: str) -> Context:
        """Return what the services stand on, with ``actor`` at the desk."""

    def happen(self, moment: datetime, act: Callable[[], None]) -> None:
        """Have something happen at a moment."""

    def form(self, plan: Planned) -> EnquiryForm:
        """Return what the press officer typed."""

    def lines_for(self, subject: str) -> tuple[UsedLine, ...]:
        """Return the lines to take that the answer came from."""


class Life:
    """Logged, taken, acknowledged, held, answered, closed: as far as the plan goes."""

    def __init__(self, world: World, plan: Planned, owner: str) -> None:
        self._world = world
        self._plan = plan
        self._context = world.context(owner)
        self._answering = Answering(self._context)
        self._promises = Promises(self._context)
        self._clearances = Clearances(self._context)
        self._id = 0

    def log(self) -> None:
        """Log it; what happens next depends on how far it is to get."""
        logged = Enquiries(self._context).log(self._world.form(self._plan))
        self._id = logged.id
        if self._plan.stage not in ("new", "unfinished"):
            # A held enquiry waits for the office to open, as it would.
            start = logged.decision.held_until or self._plan.received_at
            self._world.happen(start + self._plan.minutes_to_take * MINUTE, self._take)

    def _take(self) -> None:
        plan, now = self._plan, self._context.clock.now()
        self._answering.take(self._id)
        if plan.stage in CLEARED_BY:
            self._ask(plan.template.answer or STATEMENT)
            for person in CLEARED_BY[plan.stage]:
                self._clear_next(person)
        if plan.minutes_to_take % 3 == 0:
            self._give(AnswerKind.ACKNOWLEDGED, ACKNOWLEDGED)
        if plan.stage == "holding" or self._held_for_good:
            self._give(AnswerKind.HOLDING, HOLDING)
        if ahead := PROMISED_AHEAD.get(plan.stage):
            due = time_said(self._world.now + ahead, self._world.zone)
            self._promises.make(self._id, f"I’ll ring back by {due}")
        elif plan.stage == "closed" and plan.minutes_to_answer > 90:
            due = time_said(now + plan.minutes_to_answer * MINUTE, self._world.zone)
            promise = self._promises.make(self._id, f"An answer by {due}")
            self._world.happen(promise.due_at - MINUTE, self._keep(promise.id))
        if plan.stage in ("answered", "closed"):
            self._world.happen(now + plan.minutes_to_answer * MINUTE, self._answer)

    @property
    def _held_for_good(self) -> bool:
        """Say whether it is one of the few that never got more than a holding answer."""
        plan = self._plan
        return plan.stage == "closed" and bool(plan.template.answer) and plan.minutes_to_take == 25

    def _keep(self, promise_id: int) -> Callable[[], None]:
        def keep() -> None:
            self._promises.settle(promise_id, PromiseState.KEPT)

        return keep

    def _answer(self) -> None:
        template, closes = self._plan.template, self._plan.stage == "closed"
        ending = Ending(
            template.outcome,
            foi_reference=f"FOI-{self._context.clock.now():%Y}-{self._id:03d}",
            left_open="Arranged by phone with the desk",
        )
        if template.outcome == STATEMENT_GIVEN and template.answer:
            self._state(ending)
        elif self._held_for_good:
            self._close(replace(ending, outcome="Holding answer only"))
        elif template.answer and closes:
            self._answering.answer_and_close(self._id, self._given(template.answer), ending)
        elif template.answer:
            self._answering.answer(self._id, self._given(template.answer))
        elif closes:
            self._close(ending)

    def _state(self, ending: Ending) -> None:
        """Have a statement cleared by phone and give it; one in two was touched up on the way."""
        words = self._plan.template.answer
        self._ask(words)
        for person in WHO_CLEARS:
            self._clear_next(person)
        given = self._given(words)
        if self._id % 2:
            given = replace(given, words=f"{words} {TOUCHED_UP}", difference=WHY_TOUCHED_UP)
        self._answering.answer_and_close(self._id, given, ending)

    def _ask(self, words: str) -> None:
        self._clearances.ask(self._id, words, STATEMENT_KIND)
        self._clearances.inform(self._id, TOLD_OF_STATEMENTS[0])

    def _clear_next(self, person: str) -> None:
        live = self._clearances.live(self._id)
        if live is not None and live.waits_for:
            self._clearances.clear(live.waits_for[0].id, Said(person, by_phone=True))

    def _close(self, ending: Ending) -> None:
        self._answering.close(
            self._id,
            ending.outcome,
            foi_reference=ending.foi_reference,
            left_open=ending.left_open,
        )

    def _give(self, kind: AnswerKind, words: str) -> None:
        self._answering.answer(self._id, replace(self._given(words), kind=kind))

    def _given(self, words: str) -> Answer:
        template = self._plan.template
        return Answer(
            words=words,
            terms=Terms(template.terms),
            given_by=self._context.actor,
            given_at=self._context.clock.now(),
            channel=Channel(template.channel),
            lines=self._world.lines_for(template.subject) if words == template.answer else (),
        )
