"""Lines to take: the lines, their versions, and where they were used."""

import sqlalchemy as sa
from alembic import op

from pressdesk.storage import search
from pressdesk.storage.tables.base import UtcDateTime

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the tables, parents first, and the index of their words."""
    _line_to_take()
    _line_version()
    _enquiry_line_to_take()
    _answer_line_to_take()
    search.create_lines(op.get_bind())


def _line_to_take() -> None:
    op.create_table(
        "line_to_take",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("topic_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("release_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_reason", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_line_to_take"),
        sa.ForeignKeyConstraint(["topic_id"], ["topic.id"], name="fk_line_to_take_topic_id_topic"),
        sa.ForeignKeyConstraint(["owner_id"], ["staff.id"], name="fk_line_to_take_owner_id_staff"),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.id"], name="fk_line_to_take_release_id_release"
        ),
    )
    op.create_index("ix_line_to_take_topic_id", "line_to_take", ["topic_id"])


def _line_version() -> None:
    op.create_table(
        "line_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("line_to_take_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("written_at", UtcDateTime(), nullable=False),
        sa.Column("cleared_by", sa.String(), nullable=False),
        sa.Column("cleared_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_line_version"),
        sa.UniqueConstraint(
            "line_to_take_id", "number", name="uq_line_version_line_to_take_id_number"
        ),
        sa.ForeignKeyConstraint(
            ["line_to_take_id"],
            ["line_to_take.id"],
            name="fk_line_version_line_to_take_id_line_to_take",
        ),
    )


def _enquiry_line_to_take() -> None:
    table = "enquiry_line_to_take"
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=False),
        sa.Column("line_to_take_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sa.UniqueConstraint(
            "enquiry_id", "line_to_take_id", name=f"uq_{table}_enquiry_id_line_to_take_id"
        ),
        sa.ForeignKeyConstraint(
            ["enquiry_id"], ["enquiry.id"], name=f"fk_{table}_enquiry_id_enquiry"
        ),
        sa.ForeignKeyConstraint(
            ["line_to_take_id"],
            ["line_to_take.id"],
            name=f"fk_{table}_line_to_take_id_line_to_take",
        ),
    )
    op.create_index(f"ix_{table}_enquiry_id", table, ["enquiry_id"])
    op.create_index(f"ix_{table}_line", table, ["line_to_take_id", "enquiry_id"])


def _answer_line_to_take() -> None:
    table = "answer_line_to_take"
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=False),
        sa.Column("answer_id", sa.Integer(), nullable=False),
        sa.Column("line_version_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sa.UniqueConstraint(
            "answer_id", "line_version_id", name=f"uq_{table}_answer_id_line_version_id"
        ),
        sa.ForeignKeyConstraint(
            ["enquiry_id"], ["enquiry.id"], name=f"fk_{table}_enquiry_id_enquiry"
        ),
        sa.ForeignKeyConstraint(["answer_id"], ["answer.id"], name=f"fk_{table}_answer_id_answer"),
        sa.ForeignKeyConstraint(
            ["line_version_id"],
            ["line_version.id"],
            name=f"fk_{table}_line_version_id_line_version",
        ),
    )
    op.create_index(f"ix_{table}_enquiry_id", table, ["enquiry_id"])
    op.create_index(f"ix_{table}_version", table, ["line_version_id", "answer_id"])
