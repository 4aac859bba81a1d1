"""Words that are kept: clean, not empty, not endless."""

from pressdesk.errors import Refused
from pressdesk.intake.text import clean

LONGEST_WORDS = 100_000  # characters of one question, note or answer; more is a pasted document


def words_of(words: str, when_empty: str) -> str:
    """Return clean words; refuse none at all when a sentence for that is given, and too many."""
    kept = clean(words).strip()
    if not kept and when_empty:
        raise Refused(when_empty, field="words")
    if len(kept) > LONGEST_WORDS:
        raise Refused(
            f"At most {LONGEST_WORDS:,} characters fit here. Keep the rest as a file.",
            field="words",
        )
    return kept
