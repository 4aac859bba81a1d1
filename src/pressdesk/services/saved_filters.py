"""Filters of the log that an office keeps under a name."""

from dataclasses import replace

from pressdesk.domain.enquiries import LogQuery
from pressdesk.domain.local_time import local_day
from pressdesk.domain.saved_filters import SavedFilter
from pressdesk.errors import Refused
from pressdesk.intake.text import one_line
from pressdesk.services.by_name import the_one
from pressdesk.services.context import Context, hours_of
from pressdesk.storage import saved_filters

MOST_LETTERS = 60


class SavedFilters:
    """Kept for everybody, by name."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def listed(self) -> tuple[SavedFilter, ...]:
        """Return all of them by name."""
        with self._context.database.reading() as session:
            return saved_filters.kept(session)

    def named(self, name: str) -> SavedFilter:
        """Return the one that is called so or begins so; raise NotFound, or Refused for several."""
        return the_one(self.listed(), name, "saved filter")

    def query(self, saved: SavedFilter) -> LogQuery:
        """Return what a saved filter shows now; raises Refused for days it cannot read."""
        with self._context.database.reading() as session:
            zone = hours_of(session).zone
        return saved.query(local_day(self._context.clock.now(), zone), zone)

    def keep(self, saved: SavedFilter) -> SavedFilter:
        """Keep a filter under its name, in place of an earlier one of that name; return it.

        Raises Refused without a name, for one that narrows nothing, and for days it cannot read.
        """
        called = one_line(saved.name, MOST_LETTERS)
        if not called:
            raise Refused("Give the filter a name.", field="name")
        if not saved.narrows():
            raise Refused("Nothing is filtered. Narrow the log first, then save.", field="name")
        self.query(saved)
        same = [one.name for one in self.listed() if one.name.casefold() == called.casefold()]
        kept = replace(saved, name=same[0] if same else called)
        with self._context.database.writing(self._context.actor) as session:
            return replace(kept, id=saved_filters.keep(session, kept))

    def remove(self, name: str) -> None:
        """Remove a saved filter; raise NotFound."""
        with self._context.database.writing(self._context.actor) as session:
            saved_filters.remove(session, name)
