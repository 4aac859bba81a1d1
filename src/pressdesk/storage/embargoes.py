"""Embargoes: how a release stands, who holds a copy, what happened."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from pressdesk.domain.embargo import Agreement, Embargo, EmbargoState, Event, EventKind, Holder
from pressdesk.domain.embargo_words import read_embargo
from pressdesk.domain.local_time import zone_named
from pressdesk.domain.releases import ReleaseParts
from pressdesk.errors import NotFound
from pressdesk.storage import office as offices
from pressdesk.storage.tables.embargoes import EmbargoEventRow, EmbargoHolderRow
from pressdesk.storage.tables.releases import ReleaseRow

COLUMNS = (ReleaseRow.embargo, ReleaseRow.embargo_until, ReleaseRow.embargo_reason)
HOME = "Europe/London"
"""The zone before there is an office."""


@dataclass(frozen=True)
class ReleaseEmbargo:
    """A release and its embargo."""

    id: int
    headline: str
    embargo: Embargo


def embargo_from(state: str | None, until: datetime | None, reason: str | None) -> Embargo:
    """Return the embargo that the three COLUMNS of a release say."""
    return Embargo(EmbargoState(state or EmbargoState.NONE), until, reason or "")


def embargo_of(row: ReleaseRow) -> Embargo:
    """Return the embargo of a release."""
    return embargo_from(row.embargo, row.embargo_until, row.embargo_reason)


def put(row: ReleaseRow, embargo: Embargo) -> None:
    """Write an embargo into the row of its release."""
    named = embargo.state is not EmbargoState.NONE
    row.embargo = embargo.state if named else None
    row.embargo_until = embargo.until
    row.embargo_reason = embargo.reason or None


def follow_line(session: Session, row: ReleaseRow, parts: ReleaseParts) -> None:
    """Read the embargo anew when ``parts``, new to the row, say other words about it.

    The same words leave what a person set or lifted; a version without them lifts nothing.
    """
    words = parts.embargo_words
    if words and words != (row.parts or {}).get("embargo_words"):
        office = offices.find_office(session)
        zone = zone_named(office.zone if office else HOME)
        put(row, read_embargo(words, row.added_at, parts.published_on, zone))


def release_row(session: Session, release_id: int) -> ReleaseRow:
    """Return the row of a release; raise NotFound."""
    row = session.get(ReleaseRow, release_id)
    if row is None:
        raise NotFound("There is no such release.")
    return row


def shown(session: Session, release_id: int) -> ReleaseEmbargo:
    """Return a release with its embargo; raise NotFound."""
    return _of(release_row(session, release_id))


def held(session: Session, release_ids: Iterable[int], now: datetime) -> tuple[ReleaseEmbargo, ...]:
    """Return those of some releases that are under embargo at the instant ``now``."""
    query = select(ReleaseRow).where(
        ReleaseRow.id.in_(tuple(release_ids)), ReleaseRow.embargo.is_not(None)
    )
    every = (_of(row) for row in session.scalars(query.order_by(ReleaseRow.id)))
    return tuple(one for one in every if one.embargo.holds(now))


def lifting_between(
    session: Session, since: datetime, before: datetime | None
) -> tuple[ReleaseEmbargo, ...]:
    """Return the releases that become free in [since, before), the first to do so first."""
    query = select(ReleaseRow).where(ReleaseRow.embargo_until >= since)
    if before is not None:
        query = query.where(ReleaseRow.embargo_until < before)
    rows = session.scalars(query.order_by(ReleaseRow.embargo_until, ReleaseRow.id))
    return tuple(_of(row) for row in rows)


def holders(session: Session, release_id: int) -> tuple[Holder, ...]:
    """Return who holds a copy, in the order in which it was given."""
    query = select(EmbargoHolderRow).where(EmbargoHolderRow.release_id == release_id)
    return tuple(_holder(row) for row in session.scalars(query.order_by(EmbargoHolderRow.id)))


def holder_row(session: Session, holder_id: int) -> EmbargoHolderRow:
    """Return the row of someone who holds a copy; raise NotFound."""
    row = session.get(EmbargoHolderRow, holder_id)
    if row is None:
        raise NotFound("They are not among those who hold a copy any more.")
    return row


def add_holder(session: Session, release_id: int, holder: Holder, by: str, at: datetime) -> int:
    """Keep that someone was given a copy; return the id."""
    row = EmbargoHolderRow(
        release_id=release_id,
        journalist_id=holder.journalist_id,
        name=holder.name,
        outlet=holder.outlet,
        number=holder.number,
        agreed=holder.agreed,
        agreed_at=holder.agreed_at,
        agreed_how=holder.agreed_how,
        given_at=holder.given_at or at,
        given_by=by,
    )
    session.add(row)
    session.flush()
    return row.id


def unring_all(session: Session, release_id: int) -> None:
    """Forget who was rung: everybody has to be rung about a new breach."""
    query = select(EmbargoHolderRow).where(EmbargoHolderRow.release_id == release_id)
    for row in session.scalars(query):
        row.rung_at = row.rung_by = None


def events(session: Session, release_id: int) -> tuple[Event, ...]:
    """Return what happened to the embargo of a release, oldest first."""
    query = select(EmbargoEventRow).where(EmbargoEventRow.release_id == release_id)
    return tuple(
        Event(EventKind(row.kind), row.at, row.by, row.words)
        for row in session.scalars(query.order_by(EmbargoEventRow.id))
    )


def add_event(
    session: Session, release_id: int, event: Event, enquiry_id: int | None = None
) -> None:
    """Keep what happened."""
    session.add(
        EmbargoEventRow(
            release_id=release_id,
            enquiry_id=enquiry_id,
            kind=event.kind,
            at=event.at,
            by=event.by,
            words=event.words,
        )
    )


def _of(row: ReleaseRow) -> ReleaseEmbargo:
    return ReleaseEmbargo(row.id, row.headline, embargo_of(row))


def _holder(row: EmbargoHolderRow) -> Holder:
    return Holder(
        name=row.name,
        outlet=row.outlet,
        number=row.number,
        journalist_id=row.journalist_id,
        agreed=Agreement(row.agreed),
        agreed_at=row.agreed_at,
        agreed_how=row.agreed_how,
        given_at=row.given_at,
        given_by=row.given_by,
        rung_at=row.rung_at,
        rung_by=row.rung_by or "",
        id=row.id,
    )
