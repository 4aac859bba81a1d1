"""The versions of a release: which one a text continues, those before, what they go by."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pressdesk.domain.release_versions import is_next_version, keys_of
from pressdesk.domain.releases import Original, OriginalKind, ReleaseParts, from_json
from pressdesk.errors import NotFound
from pressdesk.storage.tables.releases import Kept, ReleaseKeyRow, ReleaseRow, ReleaseVersionRow

KEPT = tuple(name for name in Kept.__annotations__ if name != "id")
"""The columns that go with a version when a newer one takes its place."""


@dataclass(frozen=True)
class Version:
    """One version of a release, numbered from 1; the newest has the highest number."""

    number: int
    parts: ReleaseParts
    source_name: str
    source_url: str
    added_by: str
    added_at: datetime
    original: Original | None = None
    corrected_by: str = ""
    corrected_at: datetime | None = None


def holding(session: Session, sha256: str) -> int | None:
    """Return the release of which some version has exactly this text."""
    now = select(ReleaseRow.id).where(ReleaseRow.source_sha256 == sha256)
    before = select(ReleaseVersionRow.release_id).where(ReleaseVersionRow.source_sha256 == sha256)
    return session.scalar(now.union_all(before))


def continued_by(session: Session, parts: ReleaseParts, url: str, text: str) -> ReleaseRow | None:
    """Return the release of which these words are the next version, if any."""
    keys = keys_of(parts, url)
    rows = session.execute(
        select(ReleaseKeyRow.release_id, ReleaseKeyRow.key).where(ReleaseKeyRow.key.in_(keys))
    )
    shared: dict[int, list[str]] = {}
    for release_id, key in rows:
        shared.setdefault(release_id, []).append(key)
    # A key that starts with "address" sorts first, so the page itself goes before its likes.
    for release_id in sorted(shared, key=lambda one: (min(shared[one]), -one)):
        row = session.get_one(ReleaseRow, release_id)
        urls, texts = (url, row.source_url or ""), (text, row.source_text)
        if is_next_version(
            shared[release_id], urls, (parts.reference, row.parts["reference"]), texts
        ):
            return row
    return None


def put_aside(session: Session, row: ReleaseRow) -> None:
    """Keep the present version of a release among the earlier ones."""
    kept = {name: getattr(row, name) for name in KEPT}
    number = count(session, row.id)
    session.add(ReleaseVersionRow(release_id=row.id, number=number, **kept))


def remember_keys(session: Session, release_id: int, parts: ReleaseParts, url: str) -> None:
    """Remember what a release is known by, beside what it was known by before."""
    for key in keys_of(parts, url):
        session.merge(ReleaseKeyRow(key=key, release_id=release_id))


def count(session: Session, release_id: int) -> int:
    """Return how many versions of a release there are, which is the number of the newest."""
    earlier = select(func.count()).where(ReleaseVersionRow.release_id == release_id)
    return 1 + (session.scalar(earlier) or 0)


def listed(session: Session, release_id: int) -> tuple[Version, ...]:
    """Return the versions of a release, newest first; raise NotFound."""
    row = session.get(ReleaseRow, release_id)
    if row is None:
        raise NotFound("There is no such release.")
    earlier = session.scalars(
        select(ReleaseVersionRow)
        .where(ReleaseVersionRow.release_id == release_id)
        .order_by(ReleaseVersionRow.number.desc())
    ).all()
    return (_version(row, len(earlier) + 1), *(_version(one, one.number) for one in earlier))


def originals(session: Session) -> Iterator[tuple[str, str]]:
    """Yield the hash and a name of each file that releases came in."""
    for kind in (ReleaseRow, ReleaseVersionRow):
        for kept in session.scalars(select(kind.original).where(kind.original.is_not(None))):
            yield kept["sha256"], kept["name"]


def original_of(row: Kept) -> Original | None:
    """Return the file a version came in."""
    kept = row.original
    return Original(**{**kept, "kind": OriginalKind(kept["kind"])}) if kept else None


def _version(row: ReleaseRow | ReleaseVersionRow, number: int) -> Version:
    return Version(
        number=number,
        parts=from_json(row.parts),
        source_name=row.source_name,
        source_url=row.source_url or "",
        added_by=row.added_by,
        added_at=row.added_at,
        original=original_of(row),
        corrected_by=row.corrected_by or "",
        corrected_at=row.corrected_at,
    )
