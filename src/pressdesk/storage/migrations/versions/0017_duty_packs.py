"""Duty packs."""

import sqlalchemy as sa
from alembic import op

from pressdesk.storage.tables.base import UtcDateTime

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Add the tables of packs that were made, and those that only a pack fills."""
    op.create_table(
        "duty_pack",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("merged", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_duty_pack"),
        sa.UniqueConstraint("code", name="uq_duty_pack_code"),
    )
    op.create_table(
        "duty_pack_here",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("office", sa.String(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("mark", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_duty_pack_here"),
    )
    op.create_table(
        "duty_pack_file",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_duty_pack_file"),
    )
    op.create_table(
        "duty_pack_life",
        sa.Column("pack_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("home_id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["pack_id"], ["duty_pack.id"], name="fk_duty_pack_life_pack_id_duty_pack"
        ),
        sa.PrimaryKeyConstraint("pack_id", "kind", "home_id", name="pk_duty_pack_life"),
    )
