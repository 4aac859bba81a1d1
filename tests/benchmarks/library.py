"""Invented releases for the measured office: ``python -m tests.benchmarks.library FILE``.

They speak of what its log speaks of, and every tenth enquiry of the last 20,000 is linked to one.
"""

import argparse
import hashlib
import sys
from contextlib import closing
from pathlib import Path
from random import Random

from sqlalchemy import select

from pressdesk.bootstrap import open_services
from pressdesk.clock import SystemClock
from pressdesk.intake.releases import read_release
from pressdesk.services.context import Context
from pressdesk.storage import releases
from pressdesk.storage.releases import Source
from pressdesk.storage.tables.enquiries import EnquiryReleaseRow, EnquiryRow
from tests.benchmarks.generate import SEED, new_office
from tests.benchmarks.invented import Language

RELEASES, PARAGRAPHS = 10_000, 8
BATCH = 500  # releases kept by one commit
LINKED, EVERY = 20_000, 10


def release_text(language: Language, random: Random) -> str:
    """Return a release of some 400 words."""
    sentences = [language.sentence(random, 8, 22) for _ in range(3 * PARAGRAPHS)]
    body = ".\n\n".join(". ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3))
    notes = "\n".join(f"{n}. {language.sentence(random, 8, 20)}." for n in range(1, 4))
    head = language.sentence(random, 5, 10)
    return f"{head}\n\n{body}.\n\nENDS\n\nNotes to editors\n\n{notes}\n"


def fill(context: Context, count: int) -> None:
    """Take in that many releases, and link some of the newest enquiries to them."""
    language, random = Language(SEED), Random(SEED)
    for _ in range(0, count, BATCH):
        with context.database.writing(context.actor) as session:
            for _ in range(min(BATCH, count)):
                text = release_text(language, random)
                source = Source("invented", text, hashlib.sha256(text.encode()).hexdigest())
                added = context.clock.now()
                releases.add(session, read_release(text), source, context.actor, added)
    with context.database.writing(context.actor) as session:
        newest = select(EnquiryRow.id).order_by(EnquiryRow.id.desc()).limit(LINKED)
        for enquiry_id in list(session.scalars(newest))[::EVERY]:
            release = 1 + random.randrange(count)
            session.add(EnquiryReleaseRow(enquiry_id=enquiry_id, release_id=release))


def main() -> None:
    """Read the command line and write the releases."""
    parser = argparse.ArgumentParser(description="Add invented releases to a measured office.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--releases", type=int, default=RELEASES)
    asked = parser.parse_args()
    if not asked.file.is_file():
        sys.exit(f"There is no file {asked.file}. Make it: python -m tests.benchmarks.generate")
    person = new_office(Language(SEED)).staff[0].name
    with closing(open_services(asked.file, SystemClock(), person)) as services:
        fill(services.context, asked.releases)


if __name__ == "__main__":
    main()
