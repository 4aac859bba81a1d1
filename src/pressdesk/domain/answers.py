"""The kinds of answer: acknowledged, holding, substantive."""

from enum import StrEnum


class AnswerKind(StrEnum):
    """What words that were given amount to; each goes further than the one before."""

    ACKNOWLEDGED = "acknowledged"
    HOLDING = "holding"
    SUBSTANTIVE = "substantive"

    @property
    def label(self) -> str:
        """The kind as printed on screen."""
        return _LABELS[self]

    @property
    def answers(self) -> bool:
        """Say whether such words answer a question."""
        return self is AnswerKind.SUBSTANTIVE


KINDS = tuple(AnswerKind)
"""The kinds from the least to the furthest."""

_LABELS = {
    AnswerKind.ACKNOWLEDGED: "Acknowledgement",
    AnswerKind.HOLDING: "Holding answer",
    AnswerKind.SUBSTANTIVE: "Answer",
}
