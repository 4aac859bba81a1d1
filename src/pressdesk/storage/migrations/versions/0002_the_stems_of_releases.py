"""The stems of the releases, by which suggestions are found."""

from alembic import op

from pressdesk.storage import stems

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the index and fill it from the releases that are there."""
    stems.create(op.get_bind())
