"""The three clocks of an enquiry: acknowledged, holding answer, substantive answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.deadlines import amount
from pressdesk.domain.enquiries import WAITING_STATUSES, Answer, Enquiry
from pressdesk.domain.targets import TargetStanding, standing_of


@dataclass(frozen=True)
class Clocks:
    """When an enquiry was first heard of, held and answered; None while that is still to come.

    Words of a later kind acknowledge as well: who has an answer knows that it was received.
    """

    acknowledged_at: datetime | None = None
    holding_at: datetime | None = None
    answered_at: datetime | None = None

    def stopped_at(self, kind: AnswerKind) -> datetime | None:
        """Return when what was given first went as far as ``kind``."""
        ahead = {
            AnswerKind.ACKNOWLEDGED: (self.acknowledged_at,),
            AnswerKind.HOLDING: (self.holding_at, self.answered_at),
            AnswerKind.SUBSTANTIVE: (self.answered_at,),
        }
        return min(filter(None, ahead[kind]), default=None)


def clocks_of(answers: Iterable[Answer]) -> Clocks:
    """Return the three clocks that some answers stopped, each at the first of its kind."""
    first: dict[AnswerKind, datetime] = {}
    for answer in answers:
        first[answer.kind] = min(answer.given_at, first.get(answer.kind, answer.given_at))
    return Clocks(
        acknowledged_at=min(first.values(), default=None),
        holding_at=first.get(AnswerKind.HOLDING),
        answered_at=first.get(AnswerKind.SUBSTANTIVE),
    )


def standings(enquiry: Enquiry, now: datetime) -> tuple[TargetStanding, ...]:
    """Return how the house targets of an enquiry stand, in the order of the clocks."""
    clocks, waits = clocks_of(enquiry.answers), enquiry.summary.status in WAITING_STATUSES
    return tuple(
        standing_of(target, clocks.stopped_at(target.kind), now, waits=waits)
        for target in enquiry.targets
    )


def clocks_said(clocks: Clocks, received_at: datetime) -> str:
    """Return “Acknowledged after 4 min · holding answer after 20 min · not answered yet”."""
    if clocks.acknowledged_at is None:
        return "Not acknowledged yet"
    parts = [f"Acknowledged {_after(clocks.acknowledged_at, received_at)}"]
    if clocks.holding_at is not None:
        parts.append(f"holding answer {_after(clocks.holding_at, received_at)}")
    answered = clocks.answered_at
    parts.append(f"answered {_after(answered, received_at)}" if answered else "not answered yet")
    return " · ".join(parts)


def _after(at: datetime, received_at: datetime) -> str:
    took = at - received_at
    return f"after {said}" if (said := amount(took)) else "at once"
