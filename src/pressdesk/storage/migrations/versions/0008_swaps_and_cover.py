"""Swaps and cover on the rota, and a version of each shift."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add who a shift was taken from; what is there was taken from nobody."""
    with op.batch_alter_table("shift") as shift:
        shift.add_column(sa.Column("instead_of", sa.String(), nullable=False, server_default=""))
        shift.add_column(sa.Column("change", sa.String(8), nullable=False, server_default=""))
        shift.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
