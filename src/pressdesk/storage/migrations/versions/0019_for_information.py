"""Who was told of an enquiry for information."""

import sqlalchemy as sa
from alembic import op

from pressdesk.storage.tables.base import UtcDateTime

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    """Make the table, empty."""
    op.create_table(
        "informed",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("told_by", sa.String(), nullable=False),
        sa.Column("told_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_informed"),
        sa.ForeignKeyConstraint(
            ["enquiry_id"], ["enquiry.id"], name="fk_informed_enquiry_id_enquiry"
        ),
    )
    op.create_index("ix_informed_enquiry_id", "informed", ["enquiry_id"])
