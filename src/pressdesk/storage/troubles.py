"""What a database says when it cannot go on, in words that a press officer can act on."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DatabaseError, DBAPIError, IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from pressdesk.errors import Conflict, PressDeskError, Refused, Unavailable

# The words of SQLite's own message, and ours. First match wins.
SENTENCES = (
    ("disk is full", "The disk is full, so nothing was saved. Free some space and try again."),
    (
        "readonly",
        (
            "The office's file {file} may only be read, not written. "
            "Ask for permission to change it, or open another file."
        ),
    ),
    (
        "locked",
        (
            "Another program is holding the office's file {file}. "
            "Nothing was saved; wait a moment and try again."
        ),
    ),
    (
        "unable to open",
        (
            "The office's file {file} cannot be opened. "
            "Check that its folder is there and that you may write in it."
        ),
    ),
    (
        "disk i/o",
        "The disk did not answer, so nothing was saved. Check the disk and try again.",
    ),
    (
        "not a database",
        "{file} is not a PressDesk office, or it is damaged. Open another file or a copy.",
    ),
    (
        "malformed",
        "The office's file {file} is damaged. Close PressDesk and go back to your last copy of it.",
    ),
    (
        "no such table",
        (
            "A part of the office's file {file} is missing: another program changed it. "
            "Close PressDesk and go back to your last copy of it."
        ),
    ),
)


def explained(error: DBAPIError, file: str) -> PressDeskError | None:
    """Return the error to show for a database error, or None when it is a bug of ours."""
    said = str(error.orig).lower()
    for words, sentence in SENTENCES:
        if words in said:
            return Unavailable(sentence.format(file=file))
    return None


@contextmanager
def kindly(file: Path | str) -> Iterator[None]:
    """Turn what the database says into sentences; bugs stay bugs."""
    try:
        yield
    except StaleDataError as error:
        raise Conflict(
            "Someone else changed this while you had it open. Your words are kept; "
            "look at theirs and save again."
        ) from error
    except UnicodeEncodeError as error:
        raise Refused("These words hold characters that are not text. Type them anew.") from error
    except IntegrityError as error:
        if "unique" in str(error.orig).lower():
            raise Refused("There is one like this already. Change the name or open it.") from error
        raise
    except DatabaseError as error:
        if (kind := explained(error, str(file))) is None:
            raise
        raise kind from error
