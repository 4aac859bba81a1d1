"""The first tables."""

import sqlalchemy as sa
from alembic import op

from pressdesk.storage import search
from pressdesk.storage.tables.base import UtcDateTime

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table, parents first, and the word indexes."""
    _office()
    _hours()
    _special_day()
    _urgency_rule()
    _staff()
    _topic()
    _outcome()
    _shift()
    _outlet()
    _journalist()
    _release()
    _reference_counter()
    _enquiry()
    _question()
    _decision()
    _answer()
    _note()
    _enquiry_topic()
    _enquiry_release()
    _attachment()
    _journal()
    _journal_head()
    _draft()
    search.create(op.get_bind())


def _office() -> None:
    op.create_table(
        "office",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("division", sa.String(), nullable=False),
        sa.Column("main_line", sa.String(), nullable=False),
        sa.Column("out_of_hours_line", sa.String(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_office"),
    )


def _hours() -> None:
    op.create_table(
        "hours",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("applies_from", sa.Date(), nullable=False),
        sa.Column("spans", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_hours"),
        sa.UniqueConstraint("weekday", "applies_from", name="uq_hours_weekday_applies_from"),
    )


def _special_day() -> None:
    op.create_table(
        "special_day",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("spans", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_special_day"),
        sa.UniqueConstraint("day", name="uq_special_day_day"),
    )


def _urgency_rule() -> None:
    op.create_table(
        "urgency_rule",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_urgency_rule"),
        sa.UniqueConstraint("name", name="uq_urgency_rule_name"),
    )


def _staff() -> None:
    op.create_table(
        "staff",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_staff"),
        sa.UniqueConstraint("name", name="uq_staff_name"),
    )


def _topic() -> None:
    op.create_table(
        "topic",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_topic"),
        sa.UniqueConstraint("name", name="uq_topic_name"),
    )


def _outcome() -> None:
    op.create_table(
        "outcome",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("counts", sa.Boolean(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_outcome"),
        sa.UniqueConstraint("name", name="uq_outcome_name"),
    )


def _shift() -> None:
    op.create_table(
        "shift",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("starts_at", UtcDateTime(), nullable=False),
        sa.Column("ends_at", UtcDateTime(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_shift"),
    )
    op.create_index("ix_shift_ends_at", "shift", ["ends_at"])
    op.create_index("ix_shift_starts_at", "shift", ["starts_at"])


def _outlet() -> None:
    op.create_table(
        "outlet",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_outlet"),
        sa.UniqueConstraint("key", name="uq_outlet_key"),
    )


def _journalist() -> None:
    op.create_table(
        "journalist",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("outlet_id", sa.Integer(), nullable=True),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("other_number", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("merged_into", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["merged_into"], ["journalist.id"], name="fk_journalist_merged_into_journalist"
        ),
        sa.ForeignKeyConstraint(
            ["outlet_id"], ["outlet.id"], name="fk_journalist_outlet_id_outlet"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_journalist"),
    )
    op.create_index("ix_journalist_key", "journalist", ["key"])
    op.create_index("ix_journalist_outlet_id", "journalist", ["outlet_id"])


def _release() -> None:
    op.create_table(
        "release",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("headline", sa.String(), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("parts", sa.JSON(), nullable=False),
        sa.Column("source_name", sa.String(), nullable=False),
        sa.Column("source_text", sa.Text(), nullable=False),
        sa.Column("source_sha256", sa.String(length=64), nullable=False),
        sa.Column("added_by", sa.String(), nullable=False),
        sa.Column("added_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_release"),
        sa.UniqueConstraint("source_sha256", name="uq_release_source_sha256"),
    )
    op.create_index("ix_release_published_on", "release", ["published_on"])


def _reference_counter() -> None:
    op.create_table(
        "reference_counter",
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("year", name="pk_reference_counter"),
    )


def _enquiry() -> None:
    op.create_table(
        "enquiry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(length=20), nullable=False),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.Column("logged_at", UtcDateTime(), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("type", sa.String(length=16), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("journalist_id", sa.Integer(), nullable=True),
        sa.Column("outlet_id", sa.Integer(), nullable=True),
        sa.Column("call_back", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("deadline_words", sa.String(), nullable=False),
        sa.Column("deadline_at", UtcDateTime(), nullable=True),
        sa.Column("publication", sa.String(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("line_expected", sa.String(length=16), nullable=False),
        sa.Column("line_used", sa.String(length=16), nullable=False),
        sa.Column("held_until", UtcDateTime(), nullable=True),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("finished", sa.Boolean(), nullable=False),
        sa.Column("taken_by_id", sa.Integer(), nullable=True),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("outcome_id", sa.Integer(), nullable=True),
        sa.Column("outcome_note", sa.String(), nullable=False),
        sa.Column("closed_at", UtcDateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["journalist_id"], ["journalist.id"], name="fk_enquiry_journalist_id_journalist"
        ),
        sa.ForeignKeyConstraint(
            ["outcome_id"], ["outcome.id"], name="fk_enquiry_outcome_id_outcome"
        ),
        sa.ForeignKeyConstraint(["outlet_id"], ["outlet.id"], name="fk_enquiry_outlet_id_outlet"),
        sa.ForeignKeyConstraint(["owner_id"], ["staff.id"], name="fk_enquiry_owner_id_staff"),
        sa.ForeignKeyConstraint(["taken_by_id"], ["staff.id"], name="fk_enquiry_taken_by_id_staff"),
        sa.PrimaryKeyConstraint("id", name="pk_enquiry"),
        sa.UniqueConstraint("reference", name="uq_enquiry_reference"),
        sa.UniqueConstraint("year", "number", name="uq_enquiry_year_number"),
    )
    op.create_index("ix_enquiry_deadline", "enquiry", ["deadline_at", "id"])
    op.create_index("ix_enquiry_journalist", "enquiry", ["journalist_id", "received_at", "id"])
    op.create_index("ix_enquiry_line", "enquiry", ["line_used", "received_at", "id"])
    op.create_index("ix_enquiry_line_deadline", "enquiry", ["line_used", "deadline_at", "id"])
    op.create_index("ix_enquiry_outlet", "enquiry", ["outlet_id", "received_at", "id"])
    op.create_index("ix_enquiry_owner", "enquiry", ["owner_id", "received_at", "id"])
    op.create_index("ix_enquiry_owner_deadline", "enquiry", ["owner_id", "deadline_at", "id"])
    op.create_index("ix_enquiry_received", "enquiry", ["received_at", "id"])
    op.create_index("ix_enquiry_status", "enquiry", ["status", "received_at", "id"])
    op.create_index("ix_enquiry_status_deadline", "enquiry", ["status", "deadline_at", "id"])


def _question() -> None:
    op.create_table(
        "question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["enquiry_id"], ["enquiry.id"], name="fk_question_enquiry_id_enquiry"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_question"),
    )
    op.create_index("ix_question_enquiry_id", "question", ["enquiry_id"])


def _decision() -> None:
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=False),
        sa.Column("decided_for", UtcDateTime(), nullable=False),
        sa.Column("route", sa.String(length=16), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("urgent_reason", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("held_until", UtcDateTime(), nullable=True),
        sa.Column("override_reason", sa.String(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["enquiry_id"], ["enquiry.id"], name="fk_decision_enquiry_id_enquiry"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_decision"),
    )
    op.create_index("ix_decision_enquiry_id", "decision", ["enquiry_id"])


def _answer() -> None:
    op.create_table(
        "answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("terms", sa.String(length=24), nullable=False),
        sa.Column("given_by", sa.String(), nullable=False),
        sa.Column("given_at", UtcDateTime(), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("cleared_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["enquiry_id"], ["enquiry.id"], name="fk_answer_enquiry_id_enquiry"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_answer"),
    )
    op.create_index("ix_answer_enquiry_id", "answer", ["enquiry_id"])


def _note() -> None:
    op.create_table(
        "note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("written_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["enquiry_id"], ["enquiry.id"], name="fk_note_enquiry_id_enquiry"),
        sa.PrimaryKeyConstraint("id", name="pk_note"),
    )
    op.create_index("ix_note_enquiry_id", "note", ["enquiry_id"])


def _enquiry_topic() -> None:
    op.create_table(
        "enquiry_topic",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=False),
        sa.Column("topic_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["enquiry_id"], ["enquiry.id"], name="fk_enquiry_topic_enquiry_id_enquiry"
        ),
        sa.ForeignKeyConstraint(["topic_id"], ["topic.id"], name="fk_enquiry_topic_topic_id_topic"),
        sa.PrimaryKeyConstraint("id", name="pk_enquiry_topic"),
        sa.UniqueConstraint("enquiry_id", "topic_id", name="uq_enquiry_topic_enquiry_id_topic_id"),
    )
    op.create_index("ix_enquiry_topic_enquiry_id", "enquiry_topic", ["enquiry_id"])
    op.create_index("ix_enquiry_topic_topic", "enquiry_topic", ["topic_id", "enquiry_id"])


def _enquiry_release() -> None:
    op.create_table(
        "enquiry_release",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["enquiry_id"], ["enquiry.id"], name="fk_enquiry_release_enquiry_id_enquiry"
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.id"], name="fk_enquiry_release_release_id_release"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_enquiry_release"),
        sa.UniqueConstraint(
            "enquiry_id", "release_id", name="uq_enquiry_release_enquiry_id_release_id"
        ),
    )
    op.create_index("ix_enquiry_release_enquiry_id", "enquiry_release", ["enquiry_id"])
    op.create_index("ix_enquiry_release_release", "enquiry_release", ["release_id", "enquiry_id"])


def _attachment() -> None:
    op.create_table(
        "attachment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("added_by", sa.String(), nullable=False),
        sa.Column("added_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["enquiry_id"], ["enquiry.id"], name="fk_attachment_enquiry_id_enquiry"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_attachment"),
    )
    op.create_index("ix_attachment_enquiry_id", "attachment", ["enquiry_id"])


def _journal() -> None:
    op.create_table(
        "journal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("act", sa.String(length=8), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("kind_id", sa.Integer(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=True),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_journal"),
    )
    op.create_index("ix_journal_enquiry", "journal", ["enquiry_id", "id"])
    op.create_index("ix_journal_kind", "journal", ["kind", "kind_id", "id"])


def _journal_head() -> None:
    op.create_table(
        "journal_head",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_journal_head"),
    )


def _draft() -> None:
    op.create_table(
        "draft",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_draft"),
    )
    op.create_index("ix_draft_person", "draft", ["person"])
