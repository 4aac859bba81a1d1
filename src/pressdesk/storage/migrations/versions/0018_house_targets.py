"""House targets: those of the office, and those of each enquiry."""

import sqlalchemy as sa
from alembic import op

from pressdesk.storage.tables.base import UtcDateTime

revision = "0018"
down_revision = "0017"

KINDS = ("acknowledged", "holding", "substantive")


def upgrade() -> None:
    """Make room for them; no office has any until it sets them."""
    with op.batch_alter_table("office") as office:
        for kind in KINDS:
            office.add_column(sa.Column(f"target_{kind}", sa.Integer(), nullable=True))
    op.create_table(
        "target",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=False),
        *(sa.Column(f"{kind}_by", UtcDateTime(), nullable=True) for kind in KINDS),
        sa.Column("moved", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_target"),
        sa.UniqueConstraint("enquiry_id", name="uq_target_enquiry_id"),
        sa.ForeignKeyConstraint(
            ["enquiry_id"], ["enquiry.id"], name="fk_target_enquiry_id_enquiry"
        ),
    )
    op.create_index("ix_target_enquiry_id", "target", ["enquiry_id"])
