"""Kinds of answer, what became of each question, promises, what an outcome says.

What existed keeps its meaning: an answer without a kind is substantive, a question without a
state is open. The known outcomes learn what they say, which the journal is told.
"""

from collections.abc import Mapping

import sqlalchemy as sa
from alembic import context, op
from sqlalchemy.orm import Session

from pressdesk.domain.journal import Act, Entry, as_json
from pressdesk.storage.journal import append
from pressdesk.storage.tables.base import UtcDateTime

revision = "0013"
down_revision = "0012"

ACTOR = "PressDesk, upgrading"
UNANSWERED = (
    *("Referred to another body", "Passed to FOI", "Declined", "Withdrawn by journalist"),
    *("Not answered by deadline", "Not a media enquiry"),
)
HOLDING = "Holding answer only"


def upgrade() -> None:
    """Make room for what answering needs."""
    with op.batch_alter_table("answer") as table:
        table.add_column(sa.Column("kind", sa.String(16), nullable=True))
    with op.batch_alter_table("question") as table:
        table.add_column(sa.Column("state", sa.String(12), nullable=True))
        table.add_column(sa.Column("note", sa.String(), nullable=True))
        table.add_column(sa.Column("settled_by", sa.String(), nullable=True))
        table.add_column(sa.Column("settled_at", UtcDateTime(), nullable=True))
    with op.batch_alter_table("enquiry") as table:
        table.add_column(sa.Column("foi_reference", sa.String(), nullable=True))
        table.add_column(sa.Column("foi_due", sa.Date(), nullable=True))
    _promise()
    _outcomes()


def _promise() -> None:
    op.create_table(
        "promise",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("settled_by", sa.String(), nullable=False),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["enquiry_id"], ["enquiry.id"], name="fk_promise_enquiry_id_enquiry"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_promise"),
    )
    op.create_index("ix_promise_enquiry_id", "promise", ["enquiry_id"])


def _outcomes() -> None:
    """Say of each outcome what it says; the office gains one for holding answers."""
    with op.batch_alter_table("outcome") as table:
        for name, usual in (("answered", "1"), ("foi", "0")):
            # A plain default alters the table in place; enquiries refer to it.
            table.add_column(sa.Column(name, sa.Boolean(), nullable=False, server_default=usual))
    connection = op.get_bind()
    outcome = sa.Table("outcome", sa.MetaData(), autoload_with=connection)
    entries = []
    rows = connection.execute(sa.select(outcome)).all()
    for row in rows:
        said = {"answered": row.name not in UNANSWERED, "foi": row.name == "Passed to FOI"}
        connection.execute(outcome.update().where(outcome.c.id == row.id).values(said))
        entries.append(_entry(Act.CHANGED, row.id, said))
    if rows and HOLDING not in {row.name for row in rows}:
        added = {
            "name": HOLDING, "counts": True, "active": True, "answered": False, "foi": False,
            "position": max(row.position for row in rows) + 1,
        }  # fmt: skip
        inserted = connection.execute(outcome.insert().values(added).returning(outcome.c.id))
        entries.append(_entry(Act.CREATED, inserted.scalar_one(), added))
    if entries:
        append(Session(connection), entries)


def _entry(act: Act, outcome_id: int, said: Mapping[str, object]) -> Entry:
    changes = as_json({name: (None, value) for name, value in said.items()})
    return Entry(context.config.attributes["now"], ACTOR, act, "outcome", outcome_id, None, changes)
