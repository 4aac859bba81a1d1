"""What is looked for."""

from dataclasses import dataclass

MOST = 3
"""Findings of one kind."""


@dataclass(frozen=True)
class Asked:
    """A question, who asks it, the releases linked to it and the lines to take beside it.

    ``enquiry_id`` says which enquiry it is, if kept.
    """

    words: str = ""
    journalist_id: int | None = None
    linked: tuple[int, ...] = ()
    enquiry_id: int | None = None
    lines: tuple[int, ...] = ()


def words_asked(subject: str, questions: tuple[str, ...]) -> str:
    """Return what an enquiry asks as one text."""
    return "\n".join((subject, *questions)).strip()
