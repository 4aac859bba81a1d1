"""Feeds that the office reads, and the last look at each."""

import sqlalchemy as sa
from alembic import op

from pressdesk.storage.tables.base import UtcDateTime

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "feed",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_feed"),
        sa.UniqueConstraint("address", name="uq_feed_address"),
    )
    op.create_table(
        "feed_look",
        sa.Column("feed_id", sa.Integer(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("new", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("etag", sa.String(), nullable=False),
        sa.Column("modified", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("feed_id", name="pk_feed_look"),
        sa.ForeignKeyConstraint(
            ["feed_id"], ["feed.id"], name="fk_feed_look_feed_id_feed", ondelete="CASCADE"
        ),
    )
