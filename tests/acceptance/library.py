"""The real releases as one library in memory, only for measuring what is suggested."""

import csv
import hashlib
import io
from collections.abc import Iterator
from pathlib import Path

from pressdesk.intake.releases import read_release
from pressdesk.intake.text import clean, decode
from pressdesk.services.context import Context
from pressdesk.storage import releases
from pressdesk.storage.releases import Source


def texts_in(folder: Path) -> Iterator[str]:
    """Yield the texts of a folder: each file, and each row of the tables under it, once a title."""
    seen = set[str]()
    for text in (*map(_file, sorted(folder.glob("*.txt"))), *_rows(folder)):
        title = " ".join(text.split("\n", 1)[0].split()).casefold()
        if title not in seen:
            seen.add(title)
            yield text


def fill(context: Context, folder: Path) -> int:
    """Take every release of a folder in, by one transaction; return how many there are."""
    with context.database.writing(context.actor) as session:
        for text in texts_in(folder):
            source = Source("library", text, hashlib.sha256(text.encode()).hexdigest())
            releases.add(session, read_release(text), source, context.actor, context.clock.now())
        return len(releases.listed(session, limit=100_000))


def _file(path: Path) -> str:
    return clean(decode(path.read_bytes()))


def _rows(folder: Path) -> Iterator[str]:
    for path in sorted((folder / "bulk").glob("*.csv")):
        for row in csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))):
            cells = {name.casefold(): words or "" for name, words in row.items() if name}
            yield clean(f"{cells['title'].strip()}\n\n{cells['body']}")
