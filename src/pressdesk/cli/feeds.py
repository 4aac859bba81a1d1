"""``pressdesk feeds``: what the office reads by itself."""

from typing import Annotated

import typer

from pressdesk.cli.printing import AsJson, show
from pressdesk.cli.releases import LARGEST_NUMBER
from pressdesk.cli.start import services_of
from pressdesk.domain.feeds import LEAST_MINUTES, MOST_MINUTES, Feed, FeedState
from pressdesk.services.feeds import Looked

app = typer.Typer(help="Feeds (RSS, Atom) that are read for new releases.", no_args_is_help=True)

FAILED = 6
Number = Annotated[
    int, typer.Argument(min=1, max=LARGEST_NUMBER, help="The number that the list prints.")
]


@app.command("list")
def list_feeds(context: typer.Context, as_json: AsJson = False) -> None:
    """List the feeds with the last look at each."""
    states = services_of(context).feeds.listed()
    show(states, map(_line, states) if states else ["No feeds are kept."], as_json=as_json)


@app.command()
def add(
    context: typer.Context,
    address: Annotated[str, typer.Argument(help="Where the feed is, like https://…")],
    name: Annotated[str, typer.Option(help="What to call it; its server if not said.")] = "",
    minutes: Annotated[
        int, typer.Option("--every", min=LEAST_MINUTES, max=MOST_MINUTES, help="In minutes.")
    ] = 60,
    as_json: AsJson = False,
) -> None:
    """Keep a feed; the window reads it from then on, ``feeds check`` at once."""
    feeds = services_of(context).feeds
    feed_id = feeds.save(Feed(name, address, minutes))
    kept = next(state.feed for state in feeds.listed() if state.feed.id == feed_id)
    show(kept, [f"{feed_id}  {kept.name}"], as_json=as_json)


@app.command()
def remove(context: typer.Context, feed: Number) -> None:
    """Take a feed off; the releases that came by it stay."""
    services_of(context).feeds.remove(feed)
    typer.echo("Removed.")


@app.command()
def check(
    context: typer.Context,
    feed: Annotated[
        int | None,
        typer.Argument(min=1, max=LARGEST_NUMBER, help="One feed; without it, all those in use."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Look at feeds now and take in what is new. Leaves with 6 when one could not be read."""
    feeds = services_of(context).feeds
    active = [state.feed.id for state in feeds.listed() if state.feed.active and state.feed.id]
    looked = [feeds.look(one) for one in ([feed] if feed else active)]
    rows = [_row(one) for one in looked]
    show(rows, [_said(one) for one in looked] or ["No feeds are in use."], as_json=as_json)
    if any(one.look.failures for one in looked):
        raise typer.Exit(FAILED)


def _line(state: FeedState) -> str:
    feed, last = state.feed, state.last
    looked = (
        f"{last.at:%Y-%m-%d %H:%M} UTC, {last.came or 'nothing new'}"
        if last
        else "not looked at yet"
    )
    off = "" if feed.active else "  (off)"
    said = f"  {last.said}" if last and last.said else ""
    return f"{feed.id}  {feed.name}  every {feed.minutes} min{off}  {looked}{said}  {feed.address}"


def _row(looked: Looked) -> dict[str, object]:
    return {
        "id": looked.feed.id,
        "name": looked.feed.name,
        "read": not looked.look.failures,
        "new": looked.look.new,
        "changed": looked.look.changed,
        "said": looked.look.said,
        "releases": [
            {"id": one.id, "headline": one.parts.headline, "known": one.known}
            for one in looked.taken.releases
        ],
        "refused": [told._asdict() for told in looked.taken.refused],
    }


def _said(looked: Looked) -> str:
    words = [] if looked.look.failures else [looked.look.came or "nothing new"]
    return f"{looked.feed.name}: {'. '.join(filter(None, (*words, looked.look.said)))}"
