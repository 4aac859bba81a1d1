"""Promises to journalists: made, and what became of them."""

from datetime import datetime

from pressdesk.domain.enquiries import Status
from pressdesk.domain.promises import Promise, PromiseState, due_in
from pressdesk.errors import Refused
from pressdesk.intake.text import one_line
from pressdesk.services.context import Context, hours_of
from pressdesk.storage import enquiries, promises

NEW = 0  # the id of a promise before it is kept


class Promises:
    """Promises made on an enquiry."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def understood(self, words: str) -> datetime:
        """Return the moment that a promise names; raise Refused when it names none."""
        with self._context.database.reading() as session:
            return due_in(one_line(words), self._context.clock.now(), hours_of(session))

    def make(self, enquiry_id: int, words: str) -> Promise:
        """Promise something: “I'll ring by 3”. Raises Refused when the words name no moment."""
        words = one_line(words)
        if not words:
            raise Refused("Type what was promised, and by when.", field="promise")
        context, now = self._context, self._context.clock.now()
        with context.database.writing(context.actor) as session:
            if enquiries.row(session, enquiry_id).status == Status.CLOSED:
                raise Refused("This enquiry is closed. Reopen it with a reason, then promise.")
            due_at = due_in(words, now, hours_of(session))
            promise = Promise(NEW, words, due_at, context.actor, now)
            promise_id = promises.add(session, enquiry_id, promise)
            return Promise(promise_id, words, due_at, context.actor, now)

    def settle(self, promise_id: int, state: PromiseState) -> None:
        """Say what became of a promise; OPEN takes it back, unless the enquiry is closed."""
        context = self._context
        with context.database.writing(context.actor) as session:
            if state is PromiseState.OPEN and promises.is_on_closed(session, promise_id):
                raise Refused("This enquiry is closed. Reopen it with a reason, then promise.")
            promises.settle(session, promise_id, state, context.actor, context.clock.now())
