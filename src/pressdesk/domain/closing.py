"""How an enquiry may end: which outcome goes with what was given, and what is left open."""

from dataclasses import dataclass

from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.office import Outcome
from pressdesk.domain.promises import Promise
from pressdesk.domain.questions import Question
from pressdesk.errors import Refused


@dataclass(frozen=True)
class Ending:
    """What a press officer says when closing.

    ``left_open`` is why questions stay open; ``foi_reference`` is wanted by an outcome that passes
    the enquiry to FOI.
    """

    outcome: str
    note: str = ""
    foi_reference: str = ""
    left_open: str = ""


@dataclass(frozen=True)
class Left:
    """What is not done when an enquiry is closed. ``given`` is the furthest kind of answer."""

    given: AnswerKind | None = None
    questions: tuple[Question, ...] = ()
    promises: tuple[Promise, ...] = ()


MAY_SAY_ANSWERED: dict[AnswerKind | None, bool] = {
    # Nothing on record: a link or an interview needs no words. The questions ask for themselves.
    None: True,
    AnswerKind.ACKNOWLEDGED: True,
    AnswerKind.HOLDING: False,
    AnswerKind.SUBSTANTIVE: True,
}
"""Whether an outcome may say that an answer was given, by the furthest kind that was."""


def check_ending(ending: Ending, outcome: Outcome, left: Left, choices: tuple[str, ...]) -> None:
    """Refuse to close an enquiry quietly.

    ``choices`` names the outcomes that say that no answer was given. The field of the refusal is
    ``outcome``, ``promises``, ``foi_reference`` or ``left_open``.
    """
    if left.promises:
        raise Refused(
            f"{_many(len(left.promises), 'promise is', 'promises are')} still to be kept: "
            f"“{left.promises[0].words}”. Say first what became of it.",
            field="promises",
        )
    if outcome.answered and not MAY_SAY_ANSWERED[left.given]:
        raise Refused(
            "Only a holding answer was given. Record the answer, or choose an outcome that says "
            f"so: {', '.join(choices)}.",
            field="outcome",
        )
    if outcome.foi and not ending.foi_reference.strip():
        raise Refused("Type the reference of the FOI request.", field="foi_reference")
    if outcome.answered and left.questions and not ending.left_open.strip():
        raise Refused(open_said(left.questions) + " Say why.", field="left_open")


def open_said(questions: tuple[Question, ...]) -> str:
    """Return “2 questions are still open.”, naming the question when it is one."""
    if len(questions) == 1:
        return f"1 question is still open: “{questions[0].words}”."
    return f"{len(questions)} questions are still open."


def _many(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"
