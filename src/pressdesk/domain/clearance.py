"""Clearance: new words go through named steps before they are given.

One request for clearance is live at a time on an enquiry. Clearing freezes its words by their
hash; what is given is compared with them. The two tables below are all that can happen.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pressdesk.errors import Refused


class ClearanceState(StrEnum):
    """Where a request stands. *Withdrawn* also when newer words took its place."""

    ASKED = "asked"
    SENT_BACK = "sent_back"
    CLEARED = "cleared"
    GIVEN = "given"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """The state as printed on screen."""
        return self.value.replace("_", " ").capitalize()


class StepState(StrEnum):
    """Where one step stands; it waits while one before it is not cleared."""

    WAITING = "waiting"
    ASKED = "asked"
    CLEARED = "cleared"
    SENT_BACK = "sent_back"

    @property
    def label(self) -> str:
        """The state as printed on screen."""
        return self.value.replace("_", " ").capitalize()


MOVES: dict[ClearanceState, tuple[ClearanceState, ...]] = {
    ClearanceState.ASKED: (
        ClearanceState.CLEARED,
        ClearanceState.SENT_BACK,
        ClearanceState.WITHDRAWN,
    ),
    # Words sent back are never cleared: other words are another request.
    ClearanceState.SENT_BACK: (ClearanceState.WITHDRAWN,),
    ClearanceState.CLEARED: (ClearanceState.GIVEN, ClearanceState.WITHDRAWN),
    ClearanceState.GIVEN: (),
    ClearanceState.WITHDRAWN: (),
}
STEP_MOVES: dict[StepState, tuple[StepState, ...]] = {
    StepState.WAITING: (StepState.ASKED,),
    StepState.ASKED: (StepState.CLEARED, StepState.SENT_BACK),
    StepState.CLEARED: (),
    StepState.SENT_BACK: (),
}
LIVE = (ClearanceState.ASKED, ClearanceState.SENT_BACK, ClearanceState.CLEARED)


@dataclass(frozen=True)
class Template:
    """The steps that a kind of answer goes through; none for a plain fact.

    ``steps`` are the names of those who clear; one asked after the other with ``in_order``, else
    side by side. ``informs`` are told and never block.
    """

    name: str
    steps: tuple[str, ...] = ()
    in_order: bool = True
    informs: tuple[str, ...] = ()
    active: bool = True
    id: int | None = None

    @property
    def said(self) -> str:
        """The steps in a line: “Subject expert, then Head of news”."""
        if not self.steps:
            return "needs no clearance"
        return (", then " if self.in_order else " and ").join(self.steps)


DEFAULT_TEMPLATES = (
    Template("Published fact"),
    Template("Statement", ("Subject expert", "Head of news", "Spokesperson’s office")),
    Template("Background briefing", ("Subject expert", "Head of news"), in_order=False),
)


@dataclass(frozen=True)
class Step:
    """One person's part in clearing. ``words`` are what they said when they sent it back.

    ``by`` cleared or sent back; ``noted_by`` wrote it down, when that happened by phone.
    """

    id: int
    name: str
    state: StepState
    asked_at: datetime | None = None
    chased_at: datetime | None = None
    settled_at: datetime | None = None
    by: str = ""
    noted_by: str = ""
    words: str = ""


@dataclass(frozen=True)
class Clearance:
    """One request: the words, the steps, how far it is. ``sha256`` is that of the exact words."""

    id: int
    template: str
    words: str
    sha256: str
    state: ClearanceState
    in_order: bool
    asked_by: str
    asked_at: datetime
    steps: tuple[Step, ...]
    informs: tuple[str, ...] = ()

    @property
    def cleared_by(self) -> str:
        """Those who cleared it, in their order."""
        return ", ".join(step.by for step in self.steps if step.state is StepState.CLEARED)

    @property
    def waits_for(self) -> tuple[Step, ...]:
        """The steps that were asked and have not said anything yet."""
        if self.state is not ClearanceState.ASKED:
            return ()
        return tuple(step for step in self.steps if step.state is StepState.ASKED)


def hashed(words: str) -> str:
    """Return the SHA-256 of the exact words, in hex."""
    return hashlib.sha256(words.encode()).hexdigest()


def check_move(before: ClearanceState, after: ClearanceState) -> None:
    """Refuse what the table of requests does not know."""
    if after not in MOVES[before]:
        raise Refused(
            f"A clearance that is {before.label.lower()} cannot become {after.label.lower()}. "
            "Ask for clearance of the words as they are now."
        )


def check_step(before: StepState, after: StepState) -> None:
    """Refuse what the table of steps does not know."""
    if after not in STEP_MOVES[before]:
        raise Refused(
            f"This step is {before.label.lower()} and cannot become {after.label.lower()}."
        )


def first_states(count: int, *, in_order: bool) -> tuple[StepState, ...]:
    """Return how the steps stand when clearance is asked for."""
    rest = StepState.WAITING if in_order else StepState.ASKED
    return (StepState.ASKED, *(rest for _ in range(count - 1)))


def state_of(steps: Iterable[StepState]) -> ClearanceState:
    """Return how a request stands by its steps."""
    states = tuple(steps)
    if StepState.SENT_BACK in states:
        return ClearanceState.SENT_BACK
    if all(state is StepState.CLEARED for state in states):
        return ClearanceState.CLEARED
    return ClearanceState.ASKED


def live_of(clearances: Iterable[Clearance]) -> Clearance | None:
    """Return the request that is live, if any."""
    return next((one for one in clearances if one.state in LIVE), None)


def check_may_give(live: Clearance | None, template: Template, words: str, reason: str) -> None:
    """Refuse to give words that nobody cleared, or others than were cleared without a reason."""
    if live is None:
        if template.steps:
            raise Refused(
                f"“{template.name}” is to be cleared first: {template.said}. Ask for clearance.",
                field="clearance",
            )
        return
    if live.state is not ClearanceState.CLEARED:
        waiting = " and ".join(step.name for step in live.waits_for) or "other words"
        raise Refused(
            f"These words wait for {waiting}. Have them cleared, or withdraw the request.",
            field="clearance",
        )
    if hashed(words) != live.sha256 and not reason.strip():
        raise Refused(
            "These are not the words that were cleared. Say why they differ.", field="difference"
        )
