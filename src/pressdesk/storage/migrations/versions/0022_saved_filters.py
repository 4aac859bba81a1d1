"""Filters of the log under a name."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    """Make the table, empty."""
    op.create_table(
        "saved_filter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("starts", sa.String(), nullable=False),
        sa.Column("ends", sa.String(), nullable=False),
        sa.Column("line", sa.String(length=16)),
        sa.Column("status", sa.String(length=20)),
        sa.Column("outlet_id", sa.Integer()),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("sort", sa.String(length=8), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_saved_filter"),
        sa.ForeignKeyConstraint(
            ["outlet_id"], ["outlet.id"], name="fk_saved_filter_outlet_id_outlet"
        ),
        sa.UniqueConstraint("name", name="uq_saved_filter_name"),
    )
