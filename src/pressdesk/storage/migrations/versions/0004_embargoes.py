"""Embargoes of releases, who holds a copy, and what happened.

The line of each release that is here is read once, and the journal tells it.
"""

import json
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import context, op
from sqlalchemy.orm import Session

from pressdesk.domain.embargo import EmbargoState
from pressdesk.domain.embargo_words import read_embargo
from pressdesk.domain.journal import Act, Entry, as_json
from pressdesk.storage.journal import append
from pressdesk.storage.tables.base import UtcDateTime

revision = "0004"
down_revision = "0003"

RELEASE = sa.table(
    "release",
    sa.column("id"),
    sa.column("parts"),
    sa.column("added_at", UtcDateTime()),
    sa.column("embargo"),
    sa.column("embargo_until", UtcDateTime()),
    sa.column("embargo_reason"),
)


def upgrade() -> None:
    """Add the columns and the two tables, then read the lines."""
    with op.batch_alter_table("release") as release:
        release.add_column(sa.Column("embargo", sa.String(length=8), nullable=True))
        release.add_column(sa.Column("embargo_until", UtcDateTime(), nullable=True))
        release.add_column(sa.Column("embargo_reason", sa.String(), nullable=True))
        release.create_index("ix_release_embargo_until", ["embargo_until"])
    _holder()
    _event()
    _read_lines()


def _holder() -> None:
    op.create_table(
        "embargo_holder",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("journalist_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("outlet", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("agreed", sa.String(length=8), nullable=False),
        sa.Column("agreed_at", UtcDateTime(), nullable=True),
        sa.Column("agreed_how", sa.String(), nullable=False),
        sa.Column("given_at", UtcDateTime(), nullable=False),
        sa.Column("given_by", sa.String(), nullable=False),
        sa.Column("rung_at", UtcDateTime(), nullable=True),
        sa.Column("rung_by", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.id"], name="fk_embargo_holder_release_id_release"
        ),
        sa.ForeignKeyConstraint(
            ["journalist_id"], ["journalist.id"], name="fk_embargo_holder_journalist_id_journalist"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_embargo_holder"),
    )
    for column in ("release_id", "journalist_id"):
        op.create_index(f"ix_embargo_holder_{column}", "embargo_holder", [column])


def _event() -> None:
    op.create_table(
        "embargo_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.id"], name="fk_embargo_event_release_id_release"
        ),
        sa.ForeignKeyConstraint(
            ["enquiry_id"], ["enquiry.id"], name="fk_embargo_event_enquiry_id_enquiry"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_embargo_event"),
    )
    for column in ("release_id", "enquiry_id"):
        op.create_index(f"ix_embargo_event_{column}", "embargo_event", [column])


def _read_lines() -> None:
    connection = op.get_bind()
    zone = ZoneInfo(connection.scalar(sa.text("SELECT zone FROM office")) or "Europe/London")
    entries = []
    for row in connection.execute(sa.select(RELEASE.c.id, RELEASE.c.parts, RELEASE.c.added_at)):
        if values := _embargo_of(json.loads(row.parts), row.added_at, zone):
            connection.execute(sa.update(RELEASE).where(RELEASE.c.id == row.id).values(**values))
            entries.append(_told(row.id, values))
    if entries:
        with Session(connection) as session:
            append(session, entries)
            session.commit()  # of the session alone; the upgrade as a whole is one transaction


def _told(release_id: int, values: dict[str, object]) -> Entry:
    changes = as_json({name: (None, value) for name, value in values.items()})
    now = context.config.attributes["now"]
    return Entry(now, "PressDesk", Act.CHANGED, "release", release_id, None, changes)


def _embargo_of(parts: dict[str, str], arrived: datetime, zone: ZoneInfo) -> dict[str, object]:
    """Return the columns that are not empty, as the journal tells them."""
    day = parts["published_on"]
    published_on = date.fromisoformat(day) if day else None
    embargo = read_embargo(parts["embargo_words"], arrived.astimezone(UTC), published_on, zone)
    if embargo.state is EmbargoState.NONE:
        return {}
    values = {
        "embargo": embargo.state.value,
        "embargo_until": embargo.until,
        "embargo_reason": embargo.reason or None,
    }
    return {name: value for name, value in values.items() if value is not None}
