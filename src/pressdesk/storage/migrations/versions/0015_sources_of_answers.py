"""Where the paragraphs of an answer came from."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Make room for the names of sources, one a line."""
    with op.batch_alter_table("answer") as table:
        table.add_column(sa.Column("sources", sa.Text(), nullable=True))
