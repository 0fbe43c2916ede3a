"""Alembic's entry: runs on the connection that `storage.schema` opened."""

from __future__ import annotations

from alembic import context

from storage.tables.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata(),
    transactional_ddl=True,
    render_as_batch=True,
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
