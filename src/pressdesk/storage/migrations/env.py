"""Alembic's entry: runs the migrations on the connection that ``schema.prepare`` hands over."""

from alembic import context

from pressdesk.storage.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    compare_type=True,
)
context.run_migrations()
