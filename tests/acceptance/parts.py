"""The parts recognised in every real file: ``python -m tests.acceptance.parts`` prints the table.

What it prints is kept in ``parts.txt``, and a test compares them.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pressdesk.domain.releases import BlockKind, ReleaseParts
from pressdesk.errors import BadFile
from pressdesk.intake.documents.kinds import read_documents
from pressdesk.intake.releases import read_release

DATA = Path(__file__).parents[2].parent / "shared" / "data"
KEPT = Path(__file__).with_name("parts.txt")
COLUMNS = (
    *("in", "refused", "remarks", "headline", "date", "reference", "embargo"),
    *("quotes", "speakers", "bullets", "notes", "links", "contacts"),
)


def files() -> list[Path]:
    """List the real files: texts, Word, spreadsheets, feeds."""
    folders = ("releases", "releases/word", "releases/bulk", "feeds")
    found = [path for folder in folders for path in sorted((DATA / folder).iterdir())]
    return [path for path in found if path.is_file() and path.suffix != ".tsv"]


def counted(path: Path) -> tuple[Counter[str], str]:
    """Count the parts recognised in a file, and give the reason when it was refused."""
    count = Counter[str]()
    try:
        documents = read_documents(path.name, path.read_bytes())
    except BadFile as error:
        return Counter(refused=1), str(error)
    for document in documents:
        if not document.text.strip():
            count["refused"] += 1
            continue
        parts = read_release(
            document.text, title=document.title, published_on=document.published_on
        )
        count += Counter(_parts(parts)) + Counter({"in": 1, "remarks": bool(document.remark)})
    return count, ""


def _parts(parts: ReleaseParts) -> dict[str, int]:
    return {
        "headline": bool(parts.headline),
        "date": parts.published_on is not None,
        "reference": bool(parts.reference),
        "embargo": bool(parts.embargo_words),
        "quotes": len(parts.quotes),
        "speakers": sum(bool(quote.speaker) for quote in parts.quotes),
        "bullets": sum(block.kind is BlockKind.BULLETS for block in parts.blocks),
        "notes": len(parts.notes),
        "links": len(parts.links),
        "contacts": len(parts.contacts),
    }


def table() -> Iterator[str]:
    """Yield the lines of the table: a file each, then all together, then why some were refused."""
    yield f"{'file':28}" + "".join(f"{name:>10}" for name in COLUMNS)
    total, reasons = Counter[str](), list[str]()
    for path in files():
        count, reason = counted(path)
        total += count
        reasons += [f"{path.name}: {reason}"] if reason else []
        yield _row(path.stem[:20] + path.suffix, count)
    yield _row("all", total)
    yield from reasons


def _row(name: str, count: Counter[str]) -> str:
    return f"{name:28}" + "".join(f"{count[column]:>10}" for column in COLUMNS)


if __name__ == "__main__":
    sys.stdout.write("\n".join(table()) + "\n")
