"""What is looked for."""

from dataclasses import dataclass

MOST = 3
"""Findings of one kind."""


@dataclass(frozen=True)
class Asked:
    """A question, who asks it, the releases linked to it, and which enquiry it is, if kept."""

    words: str = ""
    journalist_id: int | None = None
    linked: tuple[int, ...] = ()
    enquiry_id: int | None = None


def words_asked(subject: str, questions: tuple[str, ...]) -> str:
    """Return what an enquiry asks as one text."""
    return "\n".join((subject, *questions)).strip()
