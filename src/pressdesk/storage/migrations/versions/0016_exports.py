"""Exports: presets of the office, and a record of each file that was written."""

import sqlalchemy as sa
from alembic import op

from pressdesk.storage.tables.base import UtcDateTime

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Make the tables, empty."""
    op.create_table(
        "export_preset",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("columns", sa.String(), nullable=False),
        sa.Column("people", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_export_preset"),
        sa.UniqueConstraint("name", name="uq_export_preset_name"),
    )
    op.create_table(
        "export",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("filters", sa.String(), nullable=False),
        sa.Column("columns", sa.String(), nullable=False),
        sa.Column("people", sa.String(length=16), nullable=False),
        sa.Column("format", sa.String(length=8), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_export"),
    )
