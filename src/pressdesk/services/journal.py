"""The check of the journal."""

from dataclasses import dataclass
from itertools import chain, islice

from pressdesk.services.context import Context
from pressdesk.services.files import Files
from pressdesk.storage import journal_check

MOST_FINDINGS = 100


@dataclass(frozen=True)
class Checked:
    """What a check found. ``findings`` is empty when all is well, and cut after a hundred."""

    entries: int
    findings: tuple[str, ...]


class Journal:
    """Evidence that nothing was edited away."""

    def __init__(self, context: Context, files: Files) -> None:
        self._context = context
        self._files = files

    def check(self) -> Checked:
        """Compare the chain, the tables and the kept files with it. Long on a large log."""
        with self._context.database.reading() as session:
            all_found = chain(journal_check.findings(session), self._files.findings())
            found = tuple(islice(all_found, MOST_FINDINGS))
            return Checked(journal_check.entries(session), found)
