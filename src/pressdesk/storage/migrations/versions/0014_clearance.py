"""Clearance: its templates, requests and steps, and what an answer was cleared by.

An office that is at work gains the usual templates, which the journal is told.
"""

from collections.abc import Mapping

import sqlalchemy as sa
from alembic import context, op
from sqlalchemy.orm import Session

from pressdesk.domain.journal import Act, Entry, as_json
from pressdesk.storage.journal import append
from pressdesk.storage.tables.base import UtcDateTime

revision = "0014"
down_revision = "0013"

ACTOR = "PressDesk, upgrading"
TEMPLATES = (
    ("Published fact", "", True),
    ("Statement", "Subject expert\nHead of news\nSpokesperson’s office", True),
    ("Background briefing", "Subject expert\nHead of news", False),
)


def upgrade() -> None:
    """Make the tables and fill in the usual templates."""
    _templates()
    _clearance()
    _step()
    with op.batch_alter_table("answer") as table:
        table.add_column(sa.Column("basis", sa.String(), nullable=True))
        table.add_column(sa.Column("clearance_id", sa.Integer(), nullable=True))
        table.add_column(sa.Column("difference", sa.String(), nullable=True))
    if op.get_bind().scalar(sa.text("SELECT count(*) FROM office")):
        _usual_templates()


def _templates() -> None:
    op.create_table(
        "clearance_template",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("steps", sa.String(), nullable=False),
        sa.Column("in_order", sa.Boolean(), nullable=False),
        sa.Column("informs", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_clearance_template"),
        sa.UniqueConstraint("name", name="uq_clearance_template_name"),
    )


def _clearance() -> None:
    op.create_table(
        "clearance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=False),
        sa.Column("template", sa.String(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("in_order", sa.Boolean(), nullable=False),
        sa.Column("informs", sa.String(), nullable=False),
        sa.Column("asked_by", sa.String(), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["enquiry_id"], ["enquiry.id"], name="fk_clearance_enquiry_id_enquiry"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_clearance"),
    )
    op.create_index("ix_clearance_enquiry_id", "clearance", ["enquiry_id"])


def _step() -> None:
    op.create_table(
        "clearance_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=False),
        sa.Column("clearance_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=True),
        sa.Column("chased_at", UtcDateTime(), nullable=True),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("noted_by", sa.String(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["clearance_id"], ["clearance.id"], name="fk_clearance_step_clearance_id_clearance"
        ),
        sa.ForeignKeyConstraint(
            ["enquiry_id"], ["enquiry.id"], name="fk_clearance_step_enquiry_id_enquiry"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_clearance_step"),
    )
    for column in ("clearance_id", "enquiry_id"):
        op.create_index(f"ix_clearance_step_{column}", "clearance_step", [column])


def _usual_templates() -> None:
    connection = op.get_bind()
    table = sa.Table("clearance_template", sa.MetaData(), autoload_with=connection)
    entries = []
    for position, (name, steps, in_order) in enumerate(TEMPLATES):
        row = {
            "name": name, "steps": steps, "in_order": in_order, "informs": "",
            "active": True, "position": position,
        }  # fmt: skip
        inserted = connection.execute(table.insert().values(row).returning(table.c.id))
        entries.append(_entry(inserted.scalar_one(), row))
    append(Session(connection), entries)


def _entry(template_id: int, said: Mapping[str, object]) -> Entry:
    changes = as_json({name: (None, value) for name, value in said.items()})
    now = context.config.attributes["now"]
    return Entry(now, ACTOR, Act.CREATED, "clearance_template", template_id, None, changes)
