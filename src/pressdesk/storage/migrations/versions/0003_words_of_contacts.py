"""The words that journalists and outlets are found by."""

from alembic import op

from pressdesk.storage import contact_words

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make and fill the word indexes of contacts."""
    contact_words.create(op.get_bind())
