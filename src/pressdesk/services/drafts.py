"""What is being typed, kept as it is typed, so that nothing is lost when the power goes."""

from pressdesk.services.context import Context
from pressdesk.storage import drafts
from pressdesk.storage.drafts import Draft


class Drafts:
    """One person's drafts. ``key`` names the thing typed, like ``enquiry:new:3f2a``."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def keep(self, key: str, content: str) -> None:
        """Keep the latest state of what is being typed."""
        context = self._context
        with context.database.writing(context.actor) as session:
            drafts.keep(session, Draft(key, context.actor, content, context.clock.now()))

    def discard(self, key: str) -> None:
        """Throw a draft away."""
        with self._context.database.writing(self._context.actor) as session:
            drafts.discard(session, key)

    def waiting(self, prefix: str = "") -> tuple[Draft, ...]:
        """Return this person's drafts whose key starts with ``prefix``, oldest first."""
        with self._context.database.reading() as session:
            return drafts.waiting(session, self._context.actor, prefix)
