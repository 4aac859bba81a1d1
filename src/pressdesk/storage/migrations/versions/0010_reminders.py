"""Lead times of reminders, and what was told to whom."""

import sqlalchemy as sa
from alembic import op

from pressdesk.storage.tables.base import UtcDateTime

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Make the tables; nothing was told before there were any."""
    op.create_table(
        "lead_time",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(24), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_lead_time"),
        sa.UniqueConstraint("name", name="uq_lead_time_name"),
    )
    op.create_table(
        "told",
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("told_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("person", "key", name="pk_told"),
    )
    op.create_index("ix_told_told_at", "told", ["told_at"])
