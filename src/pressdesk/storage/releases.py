"""Releases: kept whole, found by their words."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from pressdesk.domain import releases as release_parts
from pressdesk.domain.bearing import Strength
from pressdesk.domain.embargo import NOT_EMBARGOED, Embargo
from pressdesk.domain.passages import NO_PASSAGE, Passage
from pressdesk.domain.releases import Original, ReleaseParts
from pressdesk.errors import Conflict, NotFound
from pressdesk.storage import bearing, embargoes, release_versions, search
from pressdesk.storage.tables.enquiries import EnquiryReleaseRow
from pressdesk.storage.tables.releases import ReleaseRow


@dataclass(frozen=True)
class ReleaseSummary:
    """One row of the list of releases.

    Of a release that bears on a question, ``matched`` are the words that it holds, or what stands
    for them (“lorry = haulier”), ``score`` and ``strength`` say how well, ``passage`` says where,
    ``linked`` to how many like questions it was linked before.
    """

    id: int
    headline: str
    published_on: date | None
    enquiries: int
    matched: tuple[str, ...] = ()
    score: float = 0.0
    strength: Strength | None = None
    passage: Passage = NO_PASSAGE
    embargo: Embargo = NOT_EMBARGOED
    linked: int = 0


@dataclass(frozen=True)
class Release:
    """One release, whole: its parts, and the source they were read from.

    ``number`` is that of its newest version, which this is. ``known`` says, of a release just
    handed in, that the same text was there already.
    """

    id: int
    parts: ReleaseParts
    source_name: str
    source_text: str
    added_by: str
    added_at: datetime
    source_url: str = ""
    original: Original | None = None
    number: int = 1
    corrected_by: str = ""
    corrected_at: datetime | None = None
    known: bool = False
    embargo: Embargo = NOT_EMBARGOED


@dataclass(frozen=True)
class ReleaseText:
    """A release as a search looks at it."""

    id: int
    headline: str
    published_on: date | None
    text: str
    embargo: Embargo = NOT_EMBARGOED


@dataclass(frozen=True)
class Source:
    """What a release is made from; ``original`` is the file, when it came in one."""

    name: str
    text: str
    sha256: str
    url: str = ""
    original: Original | None = None


def add(session: Session, parts: ReleaseParts, source: Source, by: str, at: datetime) -> Release:
    """Keep a release and return it; the one there already when the text is the same.

    Other words of a release that is there are its next version, which takes its place.
    """
    if (same := release_versions.holding(session, source.sha256)) is not None:
        return replace(show(session, same), known=True)
    row = release_versions.continued_by(session, parts, source.url, source.text)
    if row is None:
        row = ReleaseRow()
        session.add(row)
    else:
        release_versions.put_aside(session, row)
    _fill(row, source, by, at)
    _set_parts(session, row, parts)
    session.flush()
    release_versions.remember_keys(session, row.id, parts, source.url)
    return show(session, row.id)


def correct(
    session: Session,
    release_id: int,
    parts: tuple[ReleaseParts, ReleaseParts],
    by: str,
    at: datetime,
) -> Release:
    """Keep ``parts[1]`` in the place of ``parts[0]``; the source stays as it came.

    Raises NotFound, and Conflict when the release no longer reads as ``parts[0]``.
    """
    row = _row(session, release_id)
    before, after = parts
    if release_parts.from_json(row.parts) != before:
        raise Conflict(
            "Someone else changed this release while you corrected it. "
            "Leave, look at theirs and correct again what is still wrong."
        )
    _set_parts(session, row, after)
    row.corrected_by, row.corrected_at = by, at
    session.flush()
    release_versions.remember_keys(session, release_id, after, row.source_url or "")
    return show(session, release_id)


def show(session: Session, release_id: int) -> Release:
    """Return one release, whole; raise NotFound."""
    row = _row(session, release_id)
    return Release(
        id=row.id,
        parts=release_parts.from_json(row.parts),
        source_name=row.source_name,
        source_text=row.source_text,
        added_by=row.added_by,
        added_at=row.added_at,
        source_url=row.source_url or "",
        original=release_versions.original_of(row),
        number=release_versions.count(session, row.id),
        corrected_by=row.corrected_by or "",
        corrected_at=row.corrected_at,
        embargo=embargoes.embargo_of(row),
    )


def listed(session: Session, typed: str = "", limit: int = 500) -> tuple[ReleaseSummary, ...]:
    """Return releases that hold every typed word, best first; without words, newest first."""
    return _summaries(session, _matching(search.prefix_query(typed)).limit(limit))


def bearing_on(
    session: Session, question: bearing.Question, limit: int
) -> tuple[ReleaseSummary, ...]:
    """Return the releases that bear on a question, best first, with what they have of it."""
    found = bearing.found(session, bearing.RELEASES, question, limit)
    told = {one.id: one for one in found}
    query = _matching("").where(ReleaseRow.id.in_(told))
    rows = {row.id: row for row in _summaries(session, query)}
    return tuple(
        replace(
            rows[one.id],
            matched=one.bearing.matched,
            score=round(one.bearing.score, 2),
            strength=one.bearing.strength,
            passage=one.passage,
            linked=one.bearing.linked,
        )
        for one in told.values()
    )


def texts_of(session: Session, wanted: Sequence[int]) -> tuple[ReleaseText, ...]:
    """Return some releases by their ids, in that order, with what they say."""
    row = ReleaseRow
    query = select(row.id, row.headline, row.published_on, row.source_text, *embargoes.COLUMNS)
    found = {one.id: one for one in session.execute(query.where(row.id.in_(wanted)))}
    return tuple(_text_of(*found[one]) for one in wanted)


def _row(session: Session, release_id: int) -> ReleaseRow:
    row = session.get(ReleaseRow, release_id)
    if row is None:
        raise NotFound("There is no such release.")
    return row


def _text_of(
    release_id: int, headline: str, published_on: date | None, text: str, *embargo: Any
) -> ReleaseText:
    return ReleaseText(release_id, headline, published_on, text, embargoes.embargo_from(*embargo))


def _fill(row: ReleaseRow, source: Source, by: str, at: datetime) -> None:
    row.source_name, row.source_text = source.name, source.text
    row.source_sha256, row.source_url = source.sha256, source.url or None
    row.original = asdict(source.original) if source.original else None
    row.added_by, row.added_at = by, at
    row.corrected_by = row.corrected_at = None


def _set_parts(session: Session, row: ReleaseRow, parts: ReleaseParts) -> None:
    embargoes.follow_line(session, row, parts)
    row.headline, row.published_on = parts.headline, parts.published_on
    row.parts = release_parts.to_json(parts)


def _matching(query: str) -> Select[Any]:
    counted = select(func.count()).where(EnquiryReleaseRow.release_id == ReleaseRow.id)
    linked = counted.scalar_subquery().label("linked")
    rows = select(
        ReleaseRow.id,
        ReleaseRow.headline,
        ReleaseRow.published_on,
        linked,
        *embargoes.COLUMNS,
    )
    if not query:
        dated = func.coalesce(ReleaseRow.published_on, func.date(ReleaseRow.added_at))
        return rows.order_by(dated.desc(), ReleaseRow.id.desc())
    words = search.RELEASE_WORDS
    rows = rows.join(words, words.c.rowid == ReleaseRow.id)
    return rows.where(search.holds(words, query)).order_by(search.best_first())


def _summaries(session: Session, query: Select[Any]) -> tuple[ReleaseSummary, ...]:
    return tuple(
        ReleaseSummary(
            row.id,
            row.headline,
            row.published_on,
            row.linked,
            embargo=embargoes.embargo_from(row.embargo, row.embargo_until, row.embargo_reason),
        )
        for row in session.execute(query)
    )
