"""The check of the journal."""

from dataclasses import dataclass
from itertools import islice

from pressdesk.services.context import Context
from pressdesk.storage import journal_check

MOST_FINDINGS = 100


@dataclass(frozen=True)
class Checked:
    """What a check found. ``findings`` is empty when all is well, and cut after a hundred."""

    entries: int
    findings: tuple[str, ...]


class Journal:
    """Evidence that nothing was edited away."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def check(self) -> Checked:
        """Compare the chain, and the tables with what the chain says. Long on a large log."""
        with self._context.database.reading() as session:
            found = tuple(islice(journal_check.findings(session), MOST_FINDINGS))
            return Checked(journal_check.entries(session), found)
