"""The feeds of the sample office, with looks that never took place."""

import tomllib
from datetime import timedelta

from pressdesk.domain.feeds import Feed, Look
from pressdesk.paths import resources
from pressdesk.services.context import Context
from pressdesk.storage import feeds


def keep_feeds(context: Context) -> None:
    """Keep each feed and the last look at it, told from the present moment."""
    table = tomllib.loads((resources() / "sample" / "feeds.toml").read_text(encoding="utf-8"))
    now = context.clock.now()
    with context.database.writing(context.actor) as session:
        for row in table["feeds"]:
            feed = Feed(row["name"], row["address"], row["minutes"])
            at = now - timedelta(minutes=row["minutes_ago"])
            said, failures = row.get("said", ""), row.get("failures", 0)
            look = Look(at, row["new"], said=said, failures=failures)
            kept = Feed(feed.name, feed.address, feed.minutes, id=feeds.save(session, feed))
            feeds.keep_look(session, kept, look, ("", ""))
