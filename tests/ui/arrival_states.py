"""What comes in, for the pictures: a CSV that waits for its columns, a report, feeds."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from pressdesk.bootstrap import Services
from pressdesk.domain.feeds import Feed, Look
from pressdesk.storage import feeds

SHEET = "Published,What,Said,Where\n" + "".join(
    f'{day}/10/2026,"{title}","{words}",https://inspectorate.example/{day}\n'
    for day, title, words in (
        (3, "Northmoor answers 999 calls faster", "Eight of ten calls are answered in time."),
        (12, "Saltmere engines without a crew", "Inspectors found **nine** of 21 without one."),
        (13, "Custody suites to be visited unannounced", "Visits begin in the new year."),
    )
)
REFUSED = {
    "agenda.pdf": b"%PDF-1.4 and no more",
    "minutes.doc": b"\xd0\xcf\x11\xe0 old",
    "logo.png": b"\x89PNG\r\n",
    "message.eml": b"From: a@b.example\n\nWords.",
    "empty.txt": b"",
    "figures.xlsx": b"PK\x03\x04 and no more",
}
WITHOUT_HEADLINE = "Crews have new boats, and they float in every weather. " * 6
FEEDS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("Inspectorate news", "https://inspectorate.example/feed", {"new": 2, "changed": 1}),
    ("Northmoor Police", "https://northmoor.example/news.rss", {}),
    (
        "Saltmere Fire and Rescue",
        "https://saltmere.example/atom",
        {"said": "saltmere.example takes too long to answer. Try again later.", "failures": 3},
    ),
)


def make_folder(folder: Path) -> list[Path]:
    """Write a folder of which most is refused, and a spreadsheet; return both."""
    given, sheet = folder / "given", folder / "releases-2026.csv"
    given.mkdir(exist_ok=True)
    for name, data in REFUSED.items():
        (given / name).write_bytes(data)
    (given / "boats.txt").write_text(WITHOUT_HEADLINE)
    sheet.write_text(SHEET)
    return [given, sheet]


def make_feeds(services: Services) -> None:
    """Keep feeds that were looked at, one of them in vain."""
    database, now = services.context.database, services.context.clock.now()
    for ago, (name, address, facts) in enumerate(FEEDS):
        kept = services.feeds.save(Feed(name, address, 30))
        with database.writing(services.context.actor) as session:
            state = feeds.state(session, kept)
            last = Look(now - timedelta(minutes=7 * ago + 4), **facts)
            feeds.keep_look(session, state.feed, last, feeds.marks(session, kept))
