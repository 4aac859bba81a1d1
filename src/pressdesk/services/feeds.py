"""Feeds: kept, looked at when they are due, and what is new in them taken in."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from pressdesk.domain.feeds import LEAST_MINUTES, MOST_MINUTES, Feed, FeedState, Look
from pressdesk.errors import BadFile, Refused, Unavailable
from pressdesk.intake.documents.html import feed_named
from pressdesk.intake.documents.kinds import is_feed, read_documents
from pressdesk.intake.documents.origin import Origin
from pressdesk.intake.text import one_line
from pressdesk.intake.web import Fetched, Stamp, Step, Web, checked_address
from pressdesk.services.context import Context
from pressdesk.services.releases import Releases, TakenIn
from pressdesk.storage import feeds
from pressdesk.storage import office as offices
from pressdesk.storage.database import Session


@dataclass(frozen=True)
class Looked:
    """A look at a feed and what was taken in by it."""

    feed: Feed
    look: Look
    taken: TakenIn


class Feeds:
    """The feeds of the office."""

    def __init__(self, context: Context, releases: Releases, web: Web) -> None:
        self._context = context
        self._releases = releases
        self._web = web

    def listed(self) -> tuple[FeedState, ...]:
        """Return the feeds by name, each with the last look at it."""
        with self._context.database.reading() as session:
            return feeds.listed(session)

    def save(self, feed: Feed) -> int:
        """Add or change a feed; return the id. Raises Refused with the field to correct."""
        feed = _checked(feed)
        with self._writing() as session:
            return feeds.save(session, feed)

    def remove(self, feed_id: int) -> None:
        """Take a feed off; the releases that came by it stay. Raises NotFound."""
        with self._writing() as session:
            feeds.remove(session, feed_id)

    def look_at_due(self, step: Step = bool) -> Iterator[Looked]:
        """Look at each feed that is due, one after the other; the sample office asks nobody."""
        with self._context.database.reading() as session:
            office = offices.find_office(session)
            kept = feeds.listed(session) if office and not office.sample else ()
        now = self._context.clock.now()
        for state in kept:
            if state.feed.id and state.is_due(now):
                yield self.look(state.feed.id, step)

    def look(self, feed_id: int, step: Step = bool) -> Looked:
        """Look at a feed now and take in what is new; its trouble is told by the look.

        ``step`` is called all the while and raises what is to stop it. Raises NotFound, and
        Refused in the sample office, which asks nobody.
        """
        with self._context.database.reading() as session:
            if offices.the_office(session).sample:
                raise Refused("The sample office fetches nothing from the web.")
            state, marks = feeds.state(session, feed_id), feeds.marks(session, feed_id)
        try:
            fetched = self._web.fetch(state.feed.address, Stamp(*marks), step)
            taken = TakenIn() if fetched.unchanged else self._taken(state.feed, fetched)
        except (BadFile, Refused, Unavailable) as error:
            look, taken = state.failed(self._context.clock.now(), str(error)), TakenIn()
        else:
            look = self._told(taken)
            marks = marks if fetched.unchanged else (fetched.stamp.etag, fetched.stamp.modified)
        with self._writing() as session:
            feeds.keep_look(session, state.feed, look, marks)
        return Looked(state.feed, look, taken)

    def _taken(self, feed: Feed, fetched: Fetched) -> TakenIn:
        origin = Origin(fetched.address, fetched.charset)
        if not is_feed(fetched.data):
            raise BadFile(_no_feed(feed_named(fetched.data, origin)))
        documents = read_documents(feed.name, fetched.data, origin)
        by_feed = self._releases.acting_as(f"Feed “{feed.name}”")
        # The feed itself is no original worth keeping: it changes with every entry.
        return by_feed.take_documents(feed.name, b"", documents)

    def _told(self, taken: TakenIn) -> Look:
        came = [release for release in taken.releases if not release.known]
        new = sum(release.number == 1 for release in came)
        left_out = taken.refused[0].sentence if taken.refused else ""
        return Look(self._context.clock.now(), new, len(came) - new, left_out)

    def _writing(self) -> AbstractContextManager[Session]:
        return self._context.database.writing(self._context.actor)


def _checked(feed: Feed) -> Feed:
    address = checked_address(feed.address)
    name = one_line(feed.name, 80) or (urlsplit(address).hostname or "")
    if not LEAST_MINUTES <= feed.minutes <= MOST_MINUTES:
        raise Refused(
            f"Type a number of minutes from {LEAST_MINUTES} to {MOST_MINUTES:,} (a day).",
            field="minutes",
        )
    return replace(feed, name=name, address=address)


def _no_feed(named: str) -> str:
    advice = f"It names this feed: {named}" if named else "Look for “RSS” or “Atom” on the page."
    return f"The address gives a web page, not a feed. {advice}"
