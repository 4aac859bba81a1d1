"""What the office knows already of a question: releases, lines to take and earlier enquiries."""

from dataclasses import dataclass

from pressdesk.domain.lines_to_take import LineSummary
from pressdesk.services.context import Context
from pressdesk.services.synonyms import synonyms_of
from pressdesk.storage import asked_before, bearing, lines_to_take, releases
from pressdesk.storage.asked_before import Earlier
from pressdesk.storage.releases import ReleaseSummary


@dataclass(frozen=True)
class Known:
    """What bears on a question, of each kind the best first."""

    releases: tuple[ReleaseSummary, ...] = ()
    lines: tuple[LineSummary, ...] = ()
    earlier: tuple[Earlier, ...] = ()


class KnownAlready:
    """Everything kept, held against one question at one state of the log."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def about(self, words: str, journalist_id: int | None = None, limit: int = 3) -> Known:
        """Return at most ``limit`` of each kind; the question is read once for all of them.

        Where earlier enquiries do not fill their places, the newest of the journalist follow.
        """
        with self._context.database.reading() as session:
            question = bearing.read(session, words, synonyms_of(session))
            return Known(
                releases.bearing_on(session, question, limit),
                lines_to_take.bearing_on(session, question, limit),
                asked_before.found(session, question, journalist_id, limit),
            )
