"""The one guard before embargoed words are used: it asks, and it keeps what was decided.

Each face of the program tries the act first. When :class:`Embargoed` is raised, it asks the person
and does the act again with what they said.
"""

from collections.abc import Iterable

from pressdesk.domain.embargo import Event, EventKind, Use, until_said
from pressdesk.domain.local_time import zone_named
from pressdesk.errors import Embargoed
from pressdesk.services.context import Context
from pressdesk.storage import embargoes
from pressdesk.storage import office as offices
from pressdesk.storage.database import Session


def pass_guard(  # noqa: PLR0913 - the whole of a decision, kept together
    session: Session,
    context: Context,
    release_ids: Iterable[int],
    use: Use,
    despite: str | None,
    enquiry_id: int | None = None,
) -> None:
    """Let words of some releases be used, if they are free or the person said to use them.

    ``despite`` is None while nobody was asked, else the reason given, which may be empty. Raises
    Embargoed for the first release under embargo; a use despite one is kept in the journal.
    """
    now = context.clock.now()
    for held in embargoes.held(session, release_ids, now):
        if despite is None:
            zone = zone_named(offices.the_office(session).zone)
            until = until_said(held.embargo, now, zone)
            raise Embargoed(f"“{held.headline or 'This release'}” is under embargo {until}.")
        event = Event(EventKind(use.value), now, context.actor, despite)
        embargoes.add_event(session, held.id, event, enquiry_id)
