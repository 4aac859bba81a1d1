"""Packs, and the rule by which the desk offers to gather one."""

import sqlalchemy as sa
from alembic import op

from pressdesk.storage.tables.base import UtcDateTime

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the tables; an office that was there keeps the usual rule, which needs no words."""
    with op.batch_alter_table("office") as office:
        for name in ("pack_outlets", "pack_hours"):
            office.add_column(sa.Column(name, sa.Integer(), nullable=True))
    _pack()
    _pack_enquiry()


def _pack() -> None:
    op.create_table(
        "pack",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("gathered", sa.Boolean(), nullable=False),
        sa.Column("line_to_take_id", sa.Integer(), nullable=True),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_pack"),
        sa.ForeignKeyConstraint(
            ["line_to_take_id"], ["line_to_take.id"], name="fk_pack_line_to_take_id_line_to_take"
        ),
    )


def _pack_enquiry() -> None:
    table = "pack_enquiry"
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=False),
        sa.Column("pack_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sa.UniqueConstraint("enquiry_id", name=f"uq_{table}_enquiry_id"),
        sa.ForeignKeyConstraint(
            ["enquiry_id"], ["enquiry.id"], name=f"fk_{table}_enquiry_id_enquiry"
        ),
        sa.ForeignKeyConstraint(["pack_id"], ["pack.id"], name=f"fk_{table}_pack_id_pack"),
    )
    op.create_index(f"ix_{table}_enquiry_id", table, ["enquiry_id"])
    op.create_index(f"ix_{table}_pack", table, ["pack_id", "enquiry_id"])
