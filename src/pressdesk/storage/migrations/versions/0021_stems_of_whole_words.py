"""The stems of releases and lines to take anew: care is no car, a plane no plan."""

from alembic import op

from pressdesk.storage import stems

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    """Work the stems out again."""
    stems.make_anew(op.get_bind())
