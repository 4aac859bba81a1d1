"""Versions of releases, and the files they came in.

What is new in an older row stays empty: the journal, which knows nothing of it, must agree.
"""

import json

import sqlalchemy as sa
from alembic import op

from pressdesk.domain.release_versions import keys_of
from pressdesk.domain.releases import from_json
from pressdesk.storage.tables.base import UtcDateTime

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the columns, the table of earlier versions, and what releases are known by."""
    with op.batch_alter_table("release") as release:
        release.add_column(sa.Column("source_url", sa.String(), nullable=True))
        release.add_column(sa.Column("original", sa.JSON(), nullable=True))
        release.add_column(sa.Column("corrected_by", sa.String(), nullable=True))
        release.add_column(sa.Column("corrected_at", UtcDateTime(), nullable=True))
    _release_version()
    _release_key()


def _release_version() -> None:
    op.create_table(
        "release_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("parts", sa.JSON(), nullable=False),
        sa.Column("source_name", sa.String(), nullable=False),
        sa.Column("source_url", sa.String(), nullable=True),
        sa.Column("source_text", sa.Text(), nullable=False),
        sa.Column("source_sha256", sa.String(length=64), nullable=False),
        sa.Column("original", sa.JSON(), nullable=True),
        sa.Column("added_by", sa.String(), nullable=False),
        sa.Column("added_at", UtcDateTime(), nullable=False),
        sa.Column("corrected_by", sa.String(), nullable=True),
        sa.Column("corrected_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.id"], name="fk_release_version_release_id_release"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_release_version"),
        sa.UniqueConstraint("release_id", "number", name="uq_release_version_release_id_number"),
        sa.UniqueConstraint("source_sha256", name="uq_release_version_source_sha256"),
    )


def _release_key() -> None:
    table = op.create_table(
        "release_key",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.id"], name="fk_release_key_release_id_release"
        ),
        sa.PrimaryKeyConstraint("key", "release_id", name="pk_release_key"),
    )
    rows = op.get_bind().execute(sa.text("SELECT id, parts FROM release")).all()
    keys = [
        {"key": key, "release_id": row.id}
        for row in rows
        for key in keys_of(from_json(json.loads(row.parts)), "")
    ]
    if keys:
        op.bulk_insert(table, keys)
