"""Handovers that were taken over."""

import sqlalchemy as sa
from alembic import op

from pressdesk.storage.tables.base import UtcDateTime

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Make the table; no handover was taken over before there was one."""
    op.create_table(
        "handover",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("night", UtcDateTime(), nullable=False),
        sa.Column("taken_by", sa.String(), nullable=False),
        sa.Column("taken_at", UtcDateTime(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_handover"),
        sa.UniqueConstraint("kind", "night", name="uq_handover_kind_night"),
    )
