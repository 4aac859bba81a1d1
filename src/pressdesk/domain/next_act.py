"""What is to be done next with an enquiry, and what stands open."""

from enum import StrEnum

from pressdesk.domain.clearance import Clearance, ClearanceState, StepState, live_of
from pressdesk.domain.enquiries import Enquiry, Status
from pressdesk.domain.promises import open_promises
from pressdesk.domain.questions import Question, QuestionState, still_open
from pressdesk.domain.said import listed


class NextAct(StrEnum):
    """One thing comes first, whatever else there is to do."""

    ANSWER = "answer"
    AWAIT = "await"
    """Words are being cleared."""
    CHANGE = "change"
    """Words were sent back."""
    GIVE = "give"
    """Words are cleared."""
    KEEP = "keep"
    """All is answered, and something is still promised."""
    CLOSE = "close"
    NOTHING = "nothing"


_BY_CLEARANCE = {
    ClearanceState.ASKED: NextAct.AWAIT,
    ClearanceState.SENT_BACK: NextAct.CHANGE,
    ClearanceState.CLEARED: NextAct.GIVE,
}


def next_act(enquiry: Enquiry) -> NextAct:
    """Return what comes first: words under way, then the answer, promises, the closing."""
    status, live = enquiry.summary.status, live_of(enquiry.clearances)
    if status is Status.CLOSED:
        return NextAct.NOTHING
    if live is not None:
        return _BY_CLEARANCE[live.state]
    if status is not Status.ANSWERED:
        return NextAct.ANSWER
    return NextAct.KEEP if open_promises(enquiry.promises) else NextAct.CLOSE


def stands_said(enquiry: Enquiry) -> str:
    """Return how it stands, as a headline: “○ To answer: “How many cases?””."""
    act, live = next_act(enquiry), live_of(enquiry.clearances)
    if act is NextAct.NOTHING:
        note = enquiry.outcome_note and f": {enquiry.outcome_note}"
        return f"{enquiry.summary.outcome}{note}"
    if live is not None:
        return _clearance_said(live)
    if act is NextAct.KEEP:
        count = len(open_promises(enquiry.promises))
        return f"✓ Answered. {count} {'promise is' if count == 1 else 'promises are'} to be kept"
    if act is NextAct.CLOSE:
        return "✓ Answered, to close"
    held = "◷ Holding only. Still to answer" if enquiry.summary.holding_only else "○ To answer"
    return f"{held}{_asked_said(enquiry.asked)}"


def _clearance_said(live: Clearance) -> str:
    if live.state is ClearanceState.CLEARED:
        return f"✓ Cleared by {live.cleared_by}, to give"
    if live.state is ClearanceState.SENT_BACK:
        said = [f"{one.by}: “{one.words}”" for one in live.steps if one.state is _SENT_BACK]
        return f"↩ Sent back by {listed(said)}"
    return f"◷ Waits for {listed([step.name for step in live.waits_for])}"


def _asked_said(asked: tuple[Question, ...]) -> str:
    """Return “: “How many?””, “: 2 questions” or “, 1 of 2 questions: “How many?””."""
    left = still_open(asked)
    some = any(one.state is not QuestionState.OPEN for one in asked)
    parts = [f", {len(left)} of {len(asked)} questions" if some else ""]
    if len(left) == 1:
        parts.append(f": “{left[0].words}”")
    elif left and not some:
        parts.append(f": {len(left)} questions")
    return "".join(parts)


_SENT_BACK = StepState.SENT_BACK
