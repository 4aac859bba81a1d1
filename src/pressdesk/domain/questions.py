"""What a journalist asked, each question settled on its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pressdesk.errors import Refused


class QuestionState(StrEnum):
    """What became of one question."""

    OPEN = "open"
    ANSWERED = "answered"
    POINTED = "pointed"
    DECLINED = "declined"

    @property
    def label(self) -> str:
        """The state as printed on screen."""
        return "Pointed elsewhere" if self is QuestionState.POINTED else self.value.capitalize()


NEEDS_WORDS = {
    QuestionState.POINTED: "Say where the journalist was pointed.",
    QuestionState.DECLINED: "Say why it was declined.",
}
"""The states that mean nothing without a few words, and what is said when they lack."""


@dataclass(frozen=True)
class Question:
    """One question. ``note`` says where it was pointed or why it was declined."""

    id: int
    words: str
    state: QuestionState = QuestionState.OPEN
    note: str = ""
    settled_by: str = ""
    settled_at: datetime | None = None


def check_settled(state: QuestionState, note: str) -> None:
    """Refuse a state that lacks the words it needs."""
    if state in NEEDS_WORDS and not note.strip():
        raise Refused(NEEDS_WORDS[state], field="note")


def still_open(asked: Iterable[Question]) -> tuple[Question, ...]:
    """Return the questions that nobody has settled."""
    return tuple(question for question in asked if question.state is QuestionState.OPEN)
