"""Reports: months whose figures are closed, and an index that finds when each clock stopped."""

import sqlalchemy as sa
from alembic import op

from pressdesk.storage.tables.base import UtcDateTime

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    """Make the table, empty, and the index."""
    op.create_table(
        "frozen_month",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("frozen_at", UtcDateTime(), nullable=False),
        sa.Column("days", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_frozen_month"),
        sa.UniqueConstraint("month", name="uq_frozen_month_month"),
    )
    op.create_index("ix_answer_clocks", "answer", ["enquiry_id", "kind", "given_at"])
    with op.batch_alter_table("office") as office:
        office.add_column(sa.Column("reports_officers", sa.Boolean(), nullable=True))
